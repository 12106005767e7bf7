"""The closed lists of the field's terms that records use."""
