"""How spellings are compared: when two are the same, and when they are only alike."""
