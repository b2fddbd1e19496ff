"""Reads a page by its form alone: a name with its type beside it is a field, whatever the elements around it are called."""
