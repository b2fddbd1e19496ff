"""The only I/O: HTTP, files, clock, terminal, browser."""
