"""Which JSON type a value has."""

from __future__ import annotations

from collections.abc import Mapping

#: JSON type -> the classes of its values as :mod:`json` loads them.
CLASSES: Mapping[str, tuple[type, ...]] = {
    "boolean": (bool,),
    "integer": (int, float),
    "number": (int, float),
    "string": (str,),
    "array": (list,),
    "object": (dict,),
    "null": (type(None),),
}


def has_kind(value: object, kind: str) -> bool:
    """Whether a value is of a JSON type; ``2.0`` is an integer, ``true`` is no number. Raises KeyError for an unknown type."""
    if not isinstance(value, CLASSES[kind]) or (isinstance(value, bool) and kind != "boolean"):
        return False
    return kind != "integer" or not isinstance(value, float) or value.is_integer()
