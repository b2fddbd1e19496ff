"""The engine of the generic readers: tables, lists and lines under headings, in HTML or Markdown, in many languages."""
