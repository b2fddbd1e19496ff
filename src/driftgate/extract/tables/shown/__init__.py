"""What samples, declarations and schemas in code show of a body."""
