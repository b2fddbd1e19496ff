"""config.yaml as values, with errors that name line and key."""
