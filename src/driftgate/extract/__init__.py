"""A page in, contracts out, with gaps and sources. Pure: nothing is fetched here."""
