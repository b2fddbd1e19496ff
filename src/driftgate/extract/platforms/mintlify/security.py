"""A field of the section "Authorizations" as a security scheme."""

from __future__ import annotations

from driftgate.contract import SecurityScheme
from driftgate.extract.markup import visible_text
from driftgate.extract.rendered.fieldrows import Boxes, Row

_PLACES = ("query", "cookie", "header")
_HTTP_SCHEMES = ("bearer", "basic", "digest")


def scheme_of(row: Row, boxes: Boxes) -> SecurityScheme:
    """One way to prove who calls, as far as the page says; its words tell a bearer token from a password."""
    place = next((word for word in _PLACES if word in row.quote.split()), "header")
    if row.name.lower() != "authorization":
        return SecurityScheme(scheme="apiKey", place=place, name=row.name)
    words = next((visible_text(box).lower() for box, other in boxes.rows.items() if other is row), "")
    scheme = next((known for known in _HTTP_SCHEMES if known in words), "http")
    return SecurityScheme(scheme=scheme, place=place, name=row.name)
