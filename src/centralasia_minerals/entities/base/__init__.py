"""What every record is built on: frozen, checked, compared by its own fields."""
