"""A value fits the documented facts, or it is said in fixed words how it does not."""

from __future__ import annotations

import pytest

from driftgate.contract import Facts
from driftgate.smoke.fit import fault

TYPE, SET, CONST = (
    "has another type than documented",
    "has a value outside the documented set",
    "has another value than the one documented",
)
RANGE, LENGTH, COUNT = (
    "is outside the documented limits",
    "is shorter or longer than documented",
    "has fewer or more items than documented",
)


@pytest.mark.parametrize(
    ("facts", "value", "words"),
    [
        ({"type": "string"}, 1, TYPE),
        ({"enum": ("a", "b")}, "c", SET),
        ({"enum": (1, 2)}, True, SET),
        ({"type": "array<string>", "enum": ("a", "b")}, ["a", "c"], SET),
        ({"const": "a"}, "b", CONST),
        ({"minimum": 0}, -1, RANGE),
        ({"maximum": 2}, 2.5, RANGE),
        ({"exclusive_minimum": 0}, 0, RANGE),
        ({"exclusive_maximum": 1}, 1, RANGE),
        ({"multiple_of": 5}, 7, RANGE),
        ({"min_length": 1}, "", LENGTH),
        ({"max_length": 3}, "abcd", LENGTH),
        ({"min_items": 1}, [], COUNT),
        ({"max_items": 1}, [1, 2], COUNT),
        ({}, object(), ""),
        ({"enum": ("a", "1")}, 1, ""),
        ({"enum": ("true", "false")}, True, ""),
        ({"open_enum": ("a",)}, "b", ""),
        ({"type": "array<string>", "enum": ("a", "b")}, ["b", "a"], ""),
        ({"minimum": 0, "maximum": 2, "multiple_of": 0.1}, 0.3, ""),
        ({"pattern": "(a+)+$"}, "a" * 40 + "!", ""),
        ({"type": "string", "nullable": True, "enum": ("a",)}, None, ""),
    ],
)
def test_each_broken_fact_has_its_words(facts: Facts, value: object, words: str) -> None:
    assert fault(facts, value) == words
