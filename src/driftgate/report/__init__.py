"""A run rendered to a string: text, Markdown, HTML, JSON, JUnit, SARIF."""
