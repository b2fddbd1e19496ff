"""Two contracts in, changes out; a contract and a client in, conflicts out. Nothing here knows a severity."""
