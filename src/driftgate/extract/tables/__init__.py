"""The engine of the generic readers: tables, lists and lines under headings, whatever a page is written in, in many languages."""
