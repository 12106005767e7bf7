"""What the rows that count come to: converted, bounded, added up and put into words."""
