"""What an example shows, and what it never says."""

from __future__ import annotations

import time
from typing import Any

import pytest

from driftgate.contract import Certainty, Source
from driftgate.extract.examples import DEEPEST, MOST_FIELDS, example_fields

SOURCE = Source(certainty=Certainty.INFERRED)


def inferred(*examples: Any) -> dict[str, dict[str, Any]]:
    return {field.path: dict(field.facts) for field in example_fields("200", examples, SOURCE)}


@pytest.mark.parametrize("example", [None, "text", 1, True, [], {}, [1, 2], [[]]])
def test_an_example_without_names_shows_no_fields(example: Any) -> None:
    assert inferred(example) == {}


def test_types_and_nothing_else() -> None:
    """No example says what is required."""
    assert inferred(
        {"id": "a", "n": 1, "r": 1.5, "ok": True, "none": None, "tags": ["x"], "empty": [], "grid": [[1]], "o": {"a": 1}}
    ) == {
        "id": {"type": "string"},
        "n": {"type": "integer"},
        "r": {"type": "number"},
        "ok": {"type": "boolean"},
        "none": {"nullable": True},
        "tags": {"type": "array<string>"},
        "empty": {"type": "array"},
        "grid": {"type": "array"},
        "o": {"type": "object"},
        "o.a": {"type": "integer"},
    }


def test_several_examples_are_one_body() -> None:
    """Their types unite; null in one makes the field nullable."""
    assert inferred({"a": 1, "b": [{"c": "x"}]}, {"a": 1.5, "b": [{"c": None}, {"d": 1}]}, {"a": None}) == {
        "a": {"type": "number", "nullable": True},
        "b": {"type": "array"},
        "b[].c": {"type": "string", "nullable": True},
        "b[].d": {"type": "integer"},
    }


def test_a_body_that_is_an_array() -> None:
    assert inferred([{"id": 1}]) == {"[].id": {"type": "integer"}}


def test_paths_that_are_known_already_are_left_out_and_looked_below() -> None:
    found = example_fields("200", [{"a": {"b": 1, "c": 2}}], SOURCE, {"a", "a.c"})
    assert [field.path for field in found] == ["a.b"]


def test_every_field_is_inferred() -> None:
    (field,) = example_fields("200", [{"id": 1}], SOURCE)
    assert field.source is SOURCE


def test_deep_and_wide_examples_end() -> None:
    deep: Any = 1
    for _ in range(60):
        deep = {"a": deep}
    assert max(path.count(".") for path in inferred(deep)) == DEEPEST - 1
    started = time.process_time()
    assert len(inferred({f"k{n}": {"a": {"b": n}} for n in range(MOST_FIELDS + 1)})) <= 2 * MOST_FIELDS + 2
    assert time.process_time() - started < 2
