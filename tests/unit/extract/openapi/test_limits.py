"""Facts of two schemas: the tighter where both hold, the looser where either may."""

from __future__ import annotations

import pytest

from driftgate.contract import Facts, FactValue
from driftgate.extract.openapi.limits import intersected, scalar, united, value_set

TEXT, NUMBER = frozenset({"string"}), frozenset({"integer"})


@pytest.mark.parametrize(
    ("first", "second", "both"),
    [
        ({"format": "uuid"}, {"format": "ulid"}, {"format": "uuid"}),
        ({"minimum": 1, "maximum": 9}, {"minimum": 2, "maximum": 5}, {"minimum": 2, "maximum": 5}),
        ({"max_length": 3}, {"min_length": 1}, {"max_length": 3, "min_length": 1}),
        ({"deprecated": True}, {"deprecated": False}, {"deprecated": True}),
        ({"additional": True}, {"additional": False}, {"additional": False}),
        ({"enum": ("a", "b")}, {"enum": ("b", "c")}, {"enum": ("b",)}),
        ({"enum": ("a",)}, {"enum": ("b",)}, {"enum": ("a",)}),
    ],
)
def test_where_both_hold_the_tighter_limit_counts_and_the_outer_word(first: Facts, second: Facts, both: Facts) -> None:
    assert intersected(first, second) == both


@pytest.mark.parametrize(
    ("alternatives", "either"),
    [
        pytest.param([(TEXT, {"max_length": 3}), (TEXT, {})], {}, id="a-limit-of-one-alone"),
        pytest.param([(TEXT, {"pattern": "a"}), (TEXT, {"pattern": "b"})], {}, id="two-patterns"),
        pytest.param([(TEXT, {"deprecated": True}), (TEXT, {})], {}, id="deprecated-in-one-alone"),
        pytest.param([(TEXT, {"max_length": 3}), (NUMBER, {})], {"max_length": 3}, id="a-limit-that-the-other-cannot-have"),
        pytest.param([(TEXT, {"max_length": 3}), (TEXT, {"max_length": 9})], {"max_length": 9}, id="the-looser"),
        pytest.param([(NUMBER, {"minimum": 3}), (NUMBER, {"minimum": 1})], {"minimum": 1}, id="the-lower"),
        pytest.param([(TEXT, {"nullable": True}), (TEXT, {})], {"nullable": True}, id="null-in-one"),
        pytest.param([(TEXT, {"enum": ("b",)}), (TEXT, {"enum": ("a",)})], {"enum": ("a", "b")}, id="values-of-both"),
        pytest.param([(TEXT, {"enum": ("a",)}), (TEXT, {})], {"open_enum": ("a",)}, id="values-beside-any-text"),
        pytest.param([(TEXT, {"default": "a"}), (TEXT, {})], {"default": "a"}, id="a-default-of-one"),
    ],
)
def test_where_either_may_hold_the_looser_limit_counts(alternatives: list[tuple[frozenset[str], Facts]], either: Facts) -> None:
    assert united(alternatives) == either


def test_values_stand_once_in_an_order_of_their_own() -> None:
    assert value_set(["b", "a", "b"]) == ("a", "b")
    assert [(type(value), value) for value in value_set([1, True, "1", None, 1.0])] == [
        (type(None), None),
        (bool, True),
        (int, 1),
        (str, "1"),
    ]


@pytest.mark.parametrize(
    ("value", "fact"),
    [(1.0, 1), (1.5, 1.5), (True, True), (None, None), ("x", "x"), ({"b": 1, "a": [2]}, '{"a":[2],"b":1}'), (1e300, 1e300)],
)
def test_what_is_no_scalar_is_one_line_of_json(value: object, fact: FactValue) -> None:
    assert (scalar(value), type(scalar(value))) == (fact, type(fact))
