"""Client contracts from recordings: a HAR file, a cassette, an example pair, an OpenAPI document. Pure; shapes, never values."""

from driftgate.record.cassette import client_from_cassette
from driftgate.record.exchange import Exchange, Recording, Scope
from driftgate.record.har import client_from_har
from driftgate.record.openapi import client_from_openapi
from driftgate.record.pair import client_from_pair

__all__ = [
    "Exchange",
    "Recording",
    "Scope",
    "client_from_cassette",
    "client_from_har",
    "client_from_openapi",
    "client_from_pair",
]
