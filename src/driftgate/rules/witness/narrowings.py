"""Values of a field that two statements about it may tell apart: at, below and beyond each limit, each type, each member."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from driftgate.contract import Facts, FactValue
from driftgate.contract.types import members_of
from driftgate.rules.witness.messages import LARGEST, MOST_ITEMS
from driftgate.rules.witness.placeholders import LONGEST_TEXT

#: What a narrowing says of a field: facts that stand instead of its own, so that just one value is left.
Narrowing = Mapping[str, FactValue]


_BOUNDS = ("minimum", "exclusive_minimum", "maximum", "exclusive_maximum", "multiple_of")
_TEXTS = ("", "1", "-", "A", "text text")


def narrowings(own: Facts, other: Facts) -> Iterator[Narrowing]:
    """Ways to narrow a field to few values, likeliest to be told apart first. Not all need be allowed by either side."""
    yield {}
    yield {"min_items": 1}
    yield from ({"type": kind} for kind in _kinds(own))
    yield from ({"const": value} for value in _members(own))
    if own.get("nullable") is True:
        yield {"const": None}
    yield from ({"const": value} for value in _numbers(own, other))
    yield from _sizes(own, other, "length", LONGEST_TEXT)
    yield from _sizes(own, other, "items", MOST_ITEMS)
    yield from ({"const": text} for text in _TEXTS)
    yield from ({"const": value} for value in (1, 1.5, True, False))


def _kinds(facts: Facts) -> tuple[str, ...]:
    stated = facts.get("type")
    return members_of(stated) if isinstance(stated, str) else ()


def _members(facts: Facts) -> Iterator[FactValue]:
    for name in ("enum", "open_enum"):
        members = facts.get(name)
        if isinstance(members, tuple):
            yield from members


def _numbers(own: Facts, other: Facts) -> Iterator[int | float]:
    """Each bound of either side, and its neighbours."""
    for facts in (other, own):
        for name in _BOUNDS:
            bound = _number(facts, name)
            if bound is not None:
                yield from (bound, bound + 1, bound - 1, bound + 0.5, bound - 0.5)
    yield from (2**31, 2**63, -(2**31) - 1)


def _sizes(own: Facts, other: Facts, unit: str, most: int) -> Iterator[Narrowing]:
    """One more and one less than each stated size, and two of a kind."""
    bounds = [_number(facts, f"{end}_{unit}") for facts in (other, own) for end in ("min", "max")]
    sizes = [int(bound) + step for bound in bounds if bound is not None for step in (-1, 1, 0)]
    for size in dict.fromkeys((*sizes, 2)):
        if 0 <= size <= most:
            yield {f"min_{unit}": size, f"max_{unit}": size, **({"unique_items": False} if unit == "items" else {})}


def _number(facts: Facts, name: str) -> int | float | None:
    value = facts.get(name)
    return value if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= LARGEST else None
