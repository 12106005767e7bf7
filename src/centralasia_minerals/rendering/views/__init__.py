"""What results and records look like: blocks, written as HTML, Markdown, plain text and on rich."""
