"""What the values are built on: frozen classes, arithmetic, the years of currencies."""
