"""Printed values mean what the field's type makes of them."""

from __future__ import annotations

import pytest

from driftgate.contract import Facts, FactValue, Scalar
from driftgate.extract.rendered.literals import counts_of, literal, number_of, range_of


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("10", "string", "10"),
        ("true", "string", "true"),
        ('"json"', "string", "json"),
        ('"a\\nb"', "string", "a\nb"),
        ("'json'", None, "json"),
        ("10", "integer", 10),
        ("0.5", "number", 0.5),
        ("1e3", "number", 1000.0),
        ("false", "boolean", False),
        ("null", "string", None),
        ("auto", None, "auto"),
        ("1", "integer | string", 1),
        ('{"b": 1, "a": [2]}', "object", '{"a":[2],"b":1}'),
        ("[broken", "array", "[broken"),
    ],
)
def test_literal(text: str, kind: FactValue, value: Scalar) -> None:
    assert literal(text, kind) == value
    assert type(literal(text, kind)) is type(value)


@pytest.mark.parametrize("text", ["", "1.", "1,000", "x1", "0x10", "--1"])
def test_what_is_no_number_is_not_read_as_one(text: str) -> None:
    assert number_of(text) is None


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("about 2", {}),
        ("0 <= x <= 2", {"minimum": 0, "maximum": 2}),
        ("0 < x < 1.5", {"exclusive_minimum": 0, "exclusive_maximum": 1.5}),
        ("x >= 1", {"minimum": 1}),
        ("<= 20", {"maximum": 20}),
        ("≥ -2", {"minimum": -2}),
    ],
)
def test_range(text: str, facts: Facts) -> None:
    assert range_of(text) == facts


@pytest.mark.parametrize(
    ("text", "stem", "facts"),
    [
        ("some", "length", {}),
        ("1 - 64", "length", {"min_length": 1, "max_length": 64}),
        ("1 - 10 elements", "items", {"min_items": 1, "max_items": 10}),
        ("<= 5", "items", {"max_items": 5}),
        ("x >= 0.5", "items", {}),
    ],
)
def test_counts(text: str, stem: str, facts: Facts) -> None:
    assert counts_of(text, stem) == facts
