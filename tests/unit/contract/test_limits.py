"""A value breaks the documented limits of its own type, and no others."""

from __future__ import annotations

import pytest

from driftgate.contract.limits import broken_limits, is_multiple


@pytest.mark.parametrize(
    ("facts", "value"),
    [
        pytest.param({"minimum": 0}, "text", id="a text has no minimum"),
        pytest.param({"min_length": 3}, 1, id="a number has no length"),
        pytest.param({"minimum": 2}, True, id="true is no number"),
        pytest.param({"minimum": True}, 0, id="a limit that is no number"),
        pytest.param({"minimum": "2"}, 0, id="a limit that is text"),
        pytest.param({"maximum": 2}, None, id="null"),
        pytest.param({"multiple_of": 0}, 3, id="no step"),
        pytest.param({"multiple_of": 0.1}, 0.3, id="as printed"),
        pytest.param({"minimum": 1, "maximum": 3, "multiple_of": 1}, 2, id="within"),
        pytest.param({"max_properties": 1}, {"a": 1}, id="just as many"),
    ],
)
def test_nothing_is_broken(facts: dict[str, object], value: object) -> None:
    assert list(broken_limits(facts, value)) == []


@pytest.mark.parametrize(
    ("facts", "value", "broken"),
    [
        ({"minimum": 0, "maximum": 2}, -1, [("minimum", 0, -1)]),
        ({"maximum": 2}, 2.5, [("maximum", 2, 2.5)]),
        ({"exclusive_minimum": 0}, 0, [("exclusive_minimum", 0, 0)]),
        ({"exclusive_maximum": 1}, 1, [("exclusive_maximum", 1, 1)]),
        ({"multiple_of": 5, "maximum": 6}, 7, [("maximum", 6, 7), ("multiple_of", 5, 7)]),
        ({"multiple_of": 5}, float("inf"), [("multiple_of", 5, float("inf"))]),
        ({"min_length": 2, "max_length": 3}, "a", [("min_length", 2, 1)]),
        ({"min_items": 1}, [], [("min_items", 1, 0)]),
        ({"max_items": 1}, [1, 2], [("max_items", 1, 2)]),
        ({"min_properties": 1}, {}, [("min_properties", 1, 0)]),
    ],
)
def test_each_broken_limit_is_named_with_what_was_measured(facts: dict[str, object], value: object, broken: list[object]) -> None:
    assert list(broken_limits(facts, value)) == broken


def test_multiples_are_those_of_the_printed_numbers() -> None:
    assert [is_multiple(value, of) for value, of in ((0.3, 0.1), (7, 5), (1, 0), (10**400, 0.1), (1, float("nan")))] == [
        True,
        False,
        False,
        True,
        False,
    ]
