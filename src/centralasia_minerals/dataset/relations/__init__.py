"""How deals are related: what follows from their relations, and which are refused."""
