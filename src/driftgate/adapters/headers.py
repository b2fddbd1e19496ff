"""What a page keeps of an answer's header fields, each checked: media type, character set, validators, links."""

from __future__ import annotations

import re
from collections.abc import Iterator

import httpx

from driftgate.adapters.reach import PORTS

TOKEN = re.compile(r"[A-Za-z0-9!#$&^_.+-]{1,80}")
MEDIA_TYPE = re.compile(r"[a-z0-9!#$&^_.+-]{1,80}/[a-z0-9!#$&^_.+-]{1,80}")
VALIDATOR = re.compile(r"[\x21-\x7e][\x20-\x7e]{0,254}")
UNKNOWN_CHARSET = "unknown"  # declared, and not in a form that could name one: no reader knows it
LONGEST_LINKS = 8192
MOST_LINKS = 32

Link = tuple[str, str, str]


def media_type(headers: httpx.Headers) -> str:
    """The media type in lower case without parameters, empty where none is readable."""
    named = headers.get("content-type", "")[:400].partition(";")[0].strip().lower()
    return named if MEDIA_TYPE.fullmatch(named) else ""


def charset(headers: httpx.Headers) -> str:
    """The declared character set in lower case, empty where none is declared."""
    for parameter in headers.get("content-type", "")[:400].split(";")[1:]:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            named = value.strip().strip("\"'")
            return named.lower() if TOKEN.fullmatch(named) else UNKNOWN_CHARSET
    return ""


def validator(headers: httpx.Headers, name: str) -> str:
    """An ETag or Last-Modified verbatim, empty where it could not be sent back as it is."""
    value = headers.get(name, "").strip()
    return value if VALIDATOR.fullmatch(value) else ""


def links(headers: httpx.Headers, base: httpx.URL) -> tuple[Link, ...]:
    """The targets of Link headers as (relation, media type, absolute URL); what is no web address is left out."""
    text = headers.get("link", "")
    return tuple(_links(text[:LONGEST_LINKS], base)) if text else ()


def _links(text: str, base: httpx.URL) -> Iterator[Link]:
    for piece in text.split("<")[1 : MOST_LINKS + 1]:
        target, _, rest = piece.partition(">")
        parameters = {
            name.strip().lower(): value.strip().strip("\"'").strip()
            for name, _, value in (part.partition("=") for part in rest.rstrip(", ").split(";"))
        }
        try:
            address = base.join(target.strip())
        except (httpx.InvalidURL, ValueError):
            continue
        if address.scheme in PORTS and address.host:
            for relation in parameters.get("rel", "").lower().split():
                yield relation, parameters.get("type", "").lower(), str(address)
