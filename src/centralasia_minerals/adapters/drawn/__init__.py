"""How hypothesis draws values, records and results; ``adapters.hypothesis`` is the door."""
