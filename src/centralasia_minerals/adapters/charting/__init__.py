"""What the charts are made of: their look, their texts, their marks, and one file for each."""
