"""What the readers of rendered reference apps share: boxes, rows, printed values, variants."""
