"""Addresses or methods that are stated together as alternatives: what stands below them belongs to each."""

from __future__ import annotations

from collections.abc import Sequence

from driftgate.extract.tables.operations.found import Found


def stated_together(founds: Sequence[Found]) -> list[list[Found]]:
    """The statements, those that stand next to each other as alternatives in one list: one address with several methods, or
    several addresses that end alike.

    A page that only lists its operations has no such pairs throughout, so each of its lines stays alone."""
    together: list[list[Found]] = []
    for found in founds:
        last = together[-1][-1] if together else None
        if last is not None and found.at - last.at <= 1 and all(_are_alternatives(other, found) for other in together[-1]):
            together[-1].append(found)
        else:
            together.append([found])
    return together


def _are_alternatives(one: Found, other: Found) -> bool:
    ours, theirs = one.operation, other.operation
    if ours == theirs:
        return False
    if ours.method != theirs.method:
        return ours.path == theirs.path
    end = ours.path.rsplit("/", 1)[-1]
    return end == theirs.path.rsplit("/", 1)[-1] and "{" not in end
