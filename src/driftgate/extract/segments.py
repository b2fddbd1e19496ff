"""A property's name as a segment of a field path, and back."""

from __future__ import annotations

from collections.abc import Container

from driftgate.contract import ROOT

#: What paths are made of, when it stands in a property's name.
_ESCAPES = (("%", "%25"), (".", "%2E"), ("[", "%5B"), ("]", "%5D"), ("*", "%2A"), ("$", "%24"))


def segment(name: str, siblings: Container[str] = ()) -> str:
    """A property's name as part of a field path: itself, and percent-encoded where it could be read as another's.

    ``user.id`` beside ``user`` is ``user%2Eid``; without such a neighbour no reader can mistake it, and it stays as printed.
    """
    if name.isidentifier():  # none of the marks can stand in it, and most names are one
        return name
    taken = name in (ROOT, "*") or any(escape in name for _, escape in _ESCAPES)
    if not taken and not any(name[:end] in siblings for end, char in enumerate(name) if char in ".["):
        return name
    for char, escape in _ESCAPES:
        if char in name:
            name = name.replace(char, escape)
    return name


def name_of(segment: str) -> str:
    """The name that a segment stands for."""
    for char, escape in reversed(_ESCAPES):
        segment = segment.replace(escape, char)
    return segment
