"""How a limit moved, on the numbers a hostile or sloppy page may print."""

from __future__ import annotations

import pytest

from driftgate.contract import FactValue, Field
from driftgate.diff.changes import FactChanged
from driftgate.rules.transitions import relaxed, tightened


def moved(fact: str, old: FactValue, new: FactValue) -> FactChanged:
    before, after = Field("body", "a", {fact: old}), Field("body", "a", {fact: new})
    return FactChanged(before, after, fact, old, new, True, True)


@pytest.mark.parametrize(
    ("fact", "old", "new", "allows_more"),
    [
        ("multiple_of", 10, 5, True),
        ("multiple_of", 5, 10, False),
        ("multiple_of", 0.3, 0.1, True),
        ("multiple_of", 0.1, 10**400, False),
        ("multiple_of", 10**400, 0.1, True),
        ("multiple_of", float("inf"), 10, False),
        ("maximum", 1, 10**400, True),
        ("minimum", 1, 2, False),
    ],
)
def test_a_limit_that_moved_allows_more_or_less(fact: str, old: FactValue, new: FactValue, allows_more: bool) -> None:
    change = moved(fact, old, new)
    assert (relaxed(change), tightened(change)) == (allows_more, not allows_more)


def test_a_number_too_long_to_print_is_compared_all_the_same() -> None:
    assert relaxed(moved("multiple_of", 10**5000, 10))
