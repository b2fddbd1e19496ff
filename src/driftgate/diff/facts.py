"""Compares the facts of one field: which differ in meaning, whatever order or spelling they were written in."""

from __future__ import annotations

from collections.abc import Iterator

from driftgate.contract import FACT_BY_NAME, FACTS, Facts, FactValue, Scalar
from driftgate.contract.facts import Kind

#: Facts whose values JSON tells apart where Python does not: ``1`` and ``True``.
JSON_VALUED = frozenset({"default", "const", "enum", "open_enum"})

#: The facts that docs state; ``values`` are what a client sends.
DOCUMENTED = tuple(fact.name for fact in FACTS if fact.name != "values")

Tagged = tuple[str, FactValue]


def same_values(before: Facts, after: Facts) -> bool:
    """Whether facts that are equal to Python are equal to JSON as well."""
    for name, value in before.items():
        if name in JSON_VALUED and value is not after[name] and not _same_kinds(value, after[name]):
            return False
    return True


def differing(before: Facts, after: Facts) -> Iterator[str]:
    """The names of the facts that differ in meaning, in the order of the table."""
    for name in DOCUMENTED:
        if name in before or name in after:
            kind = FACT_BY_NAME[name].kind
            if (name in before) != (name in after) or _meaning(kind, before[name]) != _meaning(kind, after[name]):
                yield name


def comparable(values: FactValue) -> frozenset[Tagged]:
    """A set-like fact as a set in which ``1`` and ``True`` are two values."""
    members = values if isinstance(values, tuple) else (values,)
    return frozenset(_tagged(value) for value in members)


def without(values: FactValue, others: FactValue) -> tuple[Scalar, ...]:
    """The members of one set-like fact that another does not have, in their order. None counts as empty."""
    known = comparable(others) if isinstance(others, tuple) else frozenset()
    return tuple(value for value in values if _tagged(value) not in known) if isinstance(values, tuple) else ()


def _meaning(kind: Kind, value: FactValue) -> object:
    if isinstance(value, tuple):
        return comparable(value)
    if kind in ("text", "shape") and isinstance(value, str):
        return value.strip()
    return _tagged(value)


def _tagged(value: Scalar) -> Tagged:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return (type(value).__name__, value)
    return ("number", value)


def _same_kinds(one: FactValue, other: FactValue) -> bool:
    if isinstance(one, tuple) and isinstance(other, tuple):
        return [*map(type, one)] == [*map(type, other)]
    return type(one) is type(other)
