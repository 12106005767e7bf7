"""Finding records: by name, by criterion and by date."""
