"""How data files are written without counting: sources, citations, and drafts in a short form."""
