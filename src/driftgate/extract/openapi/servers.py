"""Base URLs: 3.x servers with variables at three levels, and 2.0's schemes, host and basePath."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice, product

#: How many URLs one server with variables may stand for.
MOST_VARIANTS = 16
_SCHEMES = ("https", "http", "wss", "ws")


def servers(*levels: object) -> tuple[str, ...]:
    """The base URLs of the innermost level (operation, path, document) that states any; ``/`` alone says nothing."""
    stated = next((level for level in levels if isinstance(level, list) and level), [])
    urls = [url.rstrip("/") for server in stated if isinstance(server, Mapping) for url in _variants(server)]
    return tuple(dict.fromkeys(url for url in urls if url))


def swagger_servers(document: Mapping[str, object], schemes: object) -> tuple[str, ...]:
    """The base URLs of a 2.0 document; without a host only the base path."""
    host, base = document.get("host"), str(document.get("basePath") or "").rstrip("/")
    if not isinstance(host, str) or not host:
        return (base,) if base else ()
    stated = schemes if isinstance(schemes, list) and schemes else document.get("schemes")
    named = [str(scheme) for scheme in stated] if isinstance(stated, list) and stated else ["https"]
    return tuple(f"{scheme}://{host}{base}" for scheme in _SCHEMES if scheme in named)


def _variants(server: Mapping[str, object]) -> Iterator[str]:
    """A server's URL with each allowed value of its variables, the defaults first."""
    url, variables = server.get("url"), server.get("variables")
    if not isinstance(url, str):
        return
    named = variables if isinstance(variables, Mapping) else {}
    choices = [[(name, value) for value in _values(variable)] for name, variable in named.items() if f"{{{name}}}" in url]
    for choice in islice(product(*(values for values in choices if values)), MOST_VARIANTS):
        yield _filled(url.strip(), choice)


def _values(variable: object) -> list[str]:
    if not isinstance(variable, Mapping):
        return []
    listed = variable.get("enum")
    values = [variable.get("default"), *(listed if isinstance(listed, list) else [])]
    return list(dict.fromkeys(str(value) for value in values if value is not None))


def _filled(url: str, choice: Iterable[tuple[str, str]]) -> str:
    for name, value in choice:
        url = url.replace(f"{{{name}}}", value)
    return url
