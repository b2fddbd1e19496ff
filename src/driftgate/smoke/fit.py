"""Whether a JSON value that is to be sent fits the documented facts of its field."""

from __future__ import annotations

from driftgate.contract import Facts
from driftgate.contract.limits import broken_limits
from driftgate.contract.values import fits_type


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
    if not any(broken_limits(facts, value)):
        return ""
    if isinstance(value, str):
        return "is shorter or longer than documented"
    return "has fewer or more items than documented" if isinstance(value, list) else "is outside the documented limits"
