"""Pages that were captured as plain text, one visible piece per line: read back into blocks. No headings, no fences are left."""
