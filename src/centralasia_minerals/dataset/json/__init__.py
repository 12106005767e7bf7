"""Values, records and datasets as JSON, for apps that store them, send them and show them."""
