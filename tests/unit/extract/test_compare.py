"""Two readings of one operation contradict each other only where both state a thing and both cannot be true."""

from __future__ import annotations

import pytest

from driftgate.contract import Facts
from driftgate.extract.compare import between, disagreements
from driftgate.extract.extraction import Contradiction
from shorthand import contract, field


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param({"required": True}, {}, id="silence"),
        pytest.param({"type": "integer | string"}, {"type": "string"}, id="a-union-that-holds-the-other-type"),
        pytest.param({"type": "array<string>"}, {"type": "array"}, id="an-array-whose-items-are-not-told"),
        pytest.param({"required": True, "conditional": True}, {"required": False}, id="required-in-one-alternative"),
        pytest.param(
            {"format": "uuid", "default": "1"}, {"format": "guid", "default": 1}, id="facts-that-are-printed-in-many-ways"
        ),
    ],
)
def test_what_may_both_be_true_is_no_contradiction(one: Facts, other: Facts) -> None:
    assert list(between(field("body:a", **one), field("body:a", **other))) == []
    assert list(between(field("body:a", **other), field("body:a", **one))) == []


@pytest.mark.parametrize(
    ("fact", "used", "said"),
    [("required", True, False), ("type", "integer", "string"), ("maximum", 1, 2), ("minimum", 0, 1), ("deprecated", True, False)],
)
def test_what_cannot_both_be_true_is_one(fact: str, used: str | float, said: str | float) -> None:
    found = list(between(field("body:a", **{fact: used}), field("body:a", **{fact: said})))
    assert found == [Contradiction("body:a", fact, str(used), str(said))]


def test_only_fields_that_both_have_are_compared() -> None:
    used = contract(field("body:a", required=True), field("body:b", required=True))
    other = contract(field("body:a", required=False), field("query:b", required=False))
    assert [found.key for found in disagreements(used, other)] == ["body:a"]
