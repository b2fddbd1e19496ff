"""The steps of the commands, put together from the packages below: check, extract, diff, approve, prove."""
