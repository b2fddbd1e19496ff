"""Which JSON type a value has, and whether it is one of the documented ones."""

from __future__ import annotations

from collections.abc import Mapping

from driftgate.contract.facts import Facts
from driftgate.contract.types import members_of

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


def fits_type(facts: Facts, value: object) -> bool:
    """Whether a value has one of the documented types. A type that is not stated, or not known, fits anything."""
    stated = facts.get("type")
    if value is None and facts.get("nullable") is True:
        return True
    return not isinstance(stated, str) or any(_is_a(member, value) for member in members_of(stated))


def _is_a(member: str, value: object) -> bool:
    base, _, items = member.partition("<")
    if base not in CLASSES:
        return True
    if not has_kind(value, base):
        return False
    if items and isinstance(value, list):
        return all(fits_type({"type": items.removesuffix(">")}, item) for item in value)
    return True
