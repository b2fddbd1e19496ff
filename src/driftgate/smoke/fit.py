"""Whether a JSON value fits the documented facts of its field."""

from __future__ import annotations

from driftgate.contract import Facts
from driftgate.contract.types import members_of
from driftgate.contract.values import CLASSES, has_kind


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


def fault(facts: Facts, value: object) -> str:
    """What is wrong with a value that is to be sent, in fixed words; empty where the documented facts allow it.

    Patterns are not tried: they come from a page, and matching them could take forever.
    """
    if not fits_type(facts, value):
        return "has another type than documented"
    if value is None:
        return ""
    enum = facts.get("enum")
    if isinstance(enum, tuple) and not all(any(_same(one, member) for member in enum) for one in _each(value)):
        return "has a value outside the documented set"
    if "const" in facts and not _same(value, facts["const"]):
        return "has another value than the one documented"
    return _limit_fault(facts, value)


def _each(value: object) -> list[object]:
    """The values that a documented set is about: the items of a list, since sets hold no lists."""
    return value if isinstance(value, list) else [value]


def _same(one: object, other: object) -> bool:
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other or str(one).lower() == other
    return one == other or str(one) == str(other)


def _limit_fault(facts: Facts, value: object) -> str:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return "is outside the documented limits" if _number_out(facts, value) else ""
    if isinstance(value, str):
        return "is shorter or longer than documented" if _size_out(facts, "length", len(value)) else ""
    if isinstance(value, list):
        return "has fewer or more items than documented" if _size_out(facts, "items", len(value)) else ""
    return ""


def _number_out(facts: Facts, value: float) -> bool:
    low, high = _number(facts, "minimum"), _number(facts, "maximum")
    above, below = _number(facts, "exclusive_minimum"), _number(facts, "exclusive_maximum")
    step = _number(facts, "multiple_of")
    return (
        (low is not None and value < low)
        or (high is not None and value > high)
        or (above is not None and value <= above)
        or (below is not None and value >= below)
        or (isinstance(step, int) and isinstance(value, int) and step > 0 and value % step != 0)
    )


def _size_out(facts: Facts, unit: str, size: int) -> bool:
    low, high = _number(facts, f"min_{unit}"), _number(facts, f"max_{unit}")
    return (low is not None and size < low) or (high is not None and size > high)


def _number(facts: Facts, name: str) -> int | float | None:
    value = facts.get(name)
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None
