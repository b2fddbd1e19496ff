"""Parsed documents as they come: any part may be missing, or have another form than it should."""

from __future__ import annotations

from collections.abc import Mapping

Raw = Mapping[str, object]


def mapping(value: object) -> Raw:
    """The value where it is an object, else an empty one."""
    return value if isinstance(value, Mapping) else {}


def mapping_in(owner: Raw, key: str) -> Raw:
    """The object under a key; an empty one where there is none."""
    return mapping(owner.get(key))


def listed_in(owner: Raw, key: str) -> list[object]:
    """The list under a key; an empty one where there is none."""
    value = owner.get(key)
    return value if isinstance(value, list) else []
