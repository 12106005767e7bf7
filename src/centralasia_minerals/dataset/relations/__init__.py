"""How deals know each other: what relations make of them, and which cannot be."""
