"""Parsed documents as they come: any part may be missing, or have another form than it should."""

from __future__ import annotations

from collections.abc import Mapping

Raw = Mapping[str, object]


def mapping_at(data: Raw, key: str) -> Raw:
    """What stands at a key if it is an object, else an empty one."""
    value = data.get(key)
    return value if isinstance(value, Mapping) else {}
