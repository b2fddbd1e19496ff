"""Compares media types: which came and went, and which only got a wider or narrower name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from driftgate.contract import Contract
from driftgate.diff.changes import MediaTypeAdded, MediaTypeChanged, MediaTypeRemoved

MediaChange = MediaTypeAdded | MediaTypeRemoved | MediaTypeChanged
Pair = tuple[str, str]

#: Bodies that travel as text without types of their own: every scalar in them is a string first.
_TEXTUAL = ("text/", "application/x-www-form-urlencoded", "multipart/")


def media_types(contract: Contract, place: str) -> tuple[str, ...]:
    """The media types documented for the request body or for one response status."""
    if place == "body":
        return contract.request.media_types
    response = contract.responses.get(place)
    return response.media_types if response else ()


def media_changes(place: str, before: Contract, after: Contract) -> Iterator[MediaChange]:
    """What happened to the media types of a place that both contracts have; nothing where one side does not say."""
    was, now = media_types(before, place), media_types(after, place)
    if not was or not now:
        return
    pairs = renamed(was, now)
    left, came = {old for old, _ in pairs}, {new for _, new in pairs}
    old_names, new_names = {plain(name) for name in was}, {plain(name) for name in now}
    yield from (MediaTypeChanged(place, old, new) for old, new in pairs)
    yield from (MediaTypeRemoved(place, name) for name in sorted(old_names - new_names - left))
    yield from (MediaTypeAdded(place, name) for name in sorted(new_names - old_names - came))


def renamed(was: Sequence[str], now: Sequence[str]) -> tuple[Pair, ...]:
    """The media types (before, after) of which one is a special case of the other, as ``…/problem+json`` is of ``…/json``."""
    old_names, new_names = {plain(name) for name in was}, {plain(name) for name in now}
    gone, come = sorted(old_names - new_names), sorted(new_names - old_names)
    pairs: list[Pair] = []
    for old in gone:
        new = next((name for name in come if is_special_case(name, old) or is_special_case(old, name)), None)
        if new is not None:
            come.remove(new)
            pairs.append((old, new))
    return tuple(pairs)


def is_special_case(name: str, of: str) -> bool:
    """Whether who reads one media type can read another; parameters do not count."""
    (kind, _, special), (wide_kind, _, wide) = (_essence(text).partition("/") for text in (name, of))
    if wide_kind == "*":
        return True
    return kind == wide_kind and (wide == "*" or special == wide or special.endswith(f"+{wide}"))


def is_textual(names: Iterable[str]) -> bool:
    """Whether every one of these media types carries scalars as text: XML, forms, plain text."""
    known = [_essence(name) for name in names]
    return bool(known) and all(name.startswith(_TEXTUAL) or name.endswith(("/xml", "+xml")) for name in known)


def plain(media_type: str) -> str:
    """A media type without spelling: lower case, no spaces around parameters, no character set."""
    parts = [part.strip().lower() for part in media_type.split(";")]
    return ";".join(part for part in parts if not part.startswith("charset="))


def _essence(media_type: str) -> str:
    return media_type.split(";", 1)[0].strip().lower()
