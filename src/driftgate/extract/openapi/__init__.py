"""OpenAPI 2.0 to 3.2: text to plain data, data to contracts, and a contract back to a document."""
