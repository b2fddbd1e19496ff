"""Limits beside a type: what each means is told by its unit, else by the type."""

from __future__ import annotations

import pytest

from driftgate.contract import Facts
from driftgate.extract.typewords.limits import without_limits


@pytest.mark.parametrize("text", ["string", "array of objects", "map<string>", "string or null", "[string]", "a -> b"])
def test_a_type_without_limits_stays_whole(text: str) -> None:
    rest, facts = without_limits(text)
    assert (rest, facts("string")) == (text, {})


@pytest.mark.parametrize(
    ("text", "kind", "rest", "facts"),
    [
        ("string <= 10 characters", "string", "string", {"max_length": 10}),
        ("array [1 .. 5] items", "array", "array", {"min_items": 1, "max_items": 5}),
        ("object = 2 properties", "object", "object", {"min_properties": 2, "max_properties": 2}),
        ("integer [ 1 .. 100 ]", "integer", "integer", {"minimum": 1, "maximum": 100}),
        ("number (0..1]", "number", "number", {"exclusive_minimum": 0, "maximum": 1}),
        ("number < 1.5", "number", "number", {"exclusive_maximum": 1.5}),
        ("string non-empty", "string", "string", {"min_length": 1}),
        ("array<string> non-empty", "array<string>", "array<string>", {"min_items": 1}),
        ("integer · min: 1 · max: 16", "integer", "integer", {"minimum": 1, "maximum": 16}),
        ("string · min: 1 · max: 16", "string", "string", {"min_length": 1, "max_length": 16}),
        ("number multiple of 0.01", "number", "number", {"multiple_of": 0.01}),
        ("number decimal places <= 2", "number", "number", {}),
        ("string ^[a-z]+$", "string", "string", {"pattern": "^[a-z]+$"}),
        ("string < 5 characters", "string", "string", {}),
        ("number >= -1e3", "number", "number", {"minimum": -1000}),
    ],
)
def test_limits_are_taken_out_and_named_for_the_type(text: str, kind: str, rest: str, facts: Facts) -> None:
    left, named = without_limits(text)
    assert (left, named(kind)) == (rest, facts)
