"""Where a request of a collection goes: its server and path, variables of the collection put in where they name a host."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from driftgate.contract.paths import path_template

VARIABLE = re.compile(r"\{\{\s{0,9}([^{}\s]{1,200})\s{0,9}\}\}")
_HOST_AND_PATH = re.compile(r"((?:[a-z]{2,10}://|\{\{[^{}]{1,200}\}\}://)?[^/?#]{0,500})([^?#]{0,2000})")
_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Address:
    """server: with the path that its variable holds, ``""`` where none names it; path: a template, what stands behind that."""

    server: str
    path: str


def address_of(url: object, variables: Mapping[str, str]) -> Address:
    """The address of a request's ``url``, which is a text or an object with a host and a path."""
    host, path = _parts(url)
    for _ in range(_ROUNDS):
        host = VARIABLE.sub(lambda match: variables.get(match[1]) or match[0], host)
    parts = urlsplit(host if "{{" not in host else "")
    server = host.rstrip("/") if parts.scheme in ("http", "https") and parts.netloc else ""
    return Address(server, path_template("/" + VARIABLE.sub(r"{\1}", path).lstrip("/")))


def _parts(url: object) -> tuple[str, str]:
    if isinstance(url, str):
        return _split(url)
    if not isinstance(url, Mapping):
        return "", ""
    path = url.get("path")
    if not url.get("host") or path is None:
        return _split(str(url.get("raw") or ""))
    protocol = f"{url['protocol']}://" if url.get("protocol") else ""
    return protocol + _joined(url["host"], "."), _joined(path, "/")


def _split(text: str) -> tuple[str, str]:
    found = _HOST_AND_PATH.match(text.strip())
    return (found[1], found[2]) if found else ("", "")


def _joined(listed: object, between: str) -> str:
    """A host or path, written whole or in pieces; a piece may be an object with its value."""
    pieces = listed if isinstance(listed, list) else [listed]
    return between.join(str(piece.get("value", "") if isinstance(piece, Mapping) else piece) for piece in pieces)
