"""Several media types of one body: the primary one gives the fields, another one only where its own differ."""

from __future__ import annotations

from collections.abc import Mapping

_JSON = "application/json"
_RANKED = (_JSON, "*/*", "application/x-www-form-urlencoded", "multipart/form-data")


def media_name(stated: str) -> str:
    """One spelling of a media type: lower case, without its character set."""
    name, *parameters = (part.strip() for part in stated.split(";"))
    kept = [part for part in parameters if part and not part.lower().startswith("charset=")]
    return ";".join([name.lower(), *kept])


def ranked(content: Mapping[str, object]) -> list[tuple[str, Mapping[str, object]]]:
    """The media types of a body, primary first: JSON, what is built on JSON, forms, then by name."""
    known: dict[str, Mapping[str, object]] = {}
    for name, media in content.items():
        known.setdefault(media_name(name), media if isinstance(media, Mapping) else {})
    return sorted(known.items(), key=lambda entry: _rank(entry[0]))


def _rank(name: str) -> tuple[int, str]:
    if name.split(";")[0] == _JSON:
        return (0, name)
    if name.endswith("+json"):
        return (1, name)
    return (2 + _RANKED.index(name) if name in _RANKED else 9, name)
