"""How any chart is drawn: its look, its lines of text, its axes and marks, and its files."""
