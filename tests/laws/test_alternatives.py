"""Alternatives of a union: what one of them alone says otherwise is drift, the order and the titles of them are not."""

from __future__ import annotations

from copy import deepcopy
from itertools import permutations
from typing import Any

import pytest

from driftgate.diff.contracts import changes
from driftgate.rules.judge import judge
from shorthand import OPERATION
from specs import body, contract

Alternatives = list[dict[str, Any]]

SIZES = {"type": "string", "enum": ["small", "large"]}


def told_apart(number: int) -> dict[str, Any]:
    """An alternative with a mark of its own."""
    return {"title": f"Way {number}", "properties": {"kind": {"const": f"way-{number}"}, "deep": below()}}


def alike(number: int) -> dict[str, Any]:
    """An alternative that only the names of its properties tell from the others."""
    return {"title": f"Way {number}", "properties": {f"number_{number}": {"type": "integer"}, "deep": below()}}


def below() -> dict[str, Any]:
    return {"type": "object", "properties": {"size": deepcopy(SIZES), "note": {"type": "string"}}}


def drifts(before: Alternatives, after: Alternatives) -> set[tuple[str, str]]:
    """The rules and subjects of what moved between two unions."""
    old, new = (contract(body({"properties": {"way": {"oneOf": ways}}})) for ways in (before, after))
    return {(drift.rule, drift.subject) for drift in judge(changes(old, new), operation=str(OPERATION))}


@pytest.mark.parametrize("made", [told_apart, alike])
def test_neither_the_order_nor_the_titles_of_alternatives_are_drift(made: Any) -> None:
    ways = [made(number) for number in range(3)]
    ways[0]["properties"]["deep"]["properties"]["size"]["enum"] = ["small"]
    for order in permutations(ways):
        assert drifts(ways, [{**way, "title": "Another title"} for way in order]) == set()


@pytest.mark.parametrize("made", [told_apart, alike])
@pytest.mark.parametrize(
    ("name", "facts"),
    [
        ("size", {"type": "string", "enum": ["small"]}),
        ("size", {"type": "string", "enum": ["small", "large"], "deprecated": True}),
        ("note", {"type": ["string", "integer"]}),
        ("note", {"type": "string", "maxLength": 5}),
    ],
)
def test_what_one_alternative_says_otherwise_is_drift_at_its_field(made: Any, name: str, facts: dict[str, Any]) -> None:
    """Also where another alternative says so already, and still another as before: united, nothing has moved."""
    ways = [made(number) for number in range(4)]
    ways[0]["properties"]["deep"]["properties"][name] = facts
    after = deepcopy(ways)
    after[1]["properties"]["deep"]["properties"][name] = facts
    assert drifts(ways, after) == {("request-alternative-changed", f"body:way.deep.{name}")}
