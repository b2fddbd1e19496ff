"""A documentation site and an API on loopback, for the tour that needs neither vendor nor network."""
