"""Field paths find values, and the docs know a path by name, as a map's value, or inside what they leave open."""

from __future__ import annotations

import pytest

from driftgate.contract import Field
from driftgate.smoke.shape import documented_at, found, named

DOCUMENT = {"a": [{"b": 1}, {"b": 2, "c": {"x": 3, "y": 4}}], "d": [[1], [2, 3]]}


@pytest.mark.parametrize(
    ("path", "values"),
    [
        ("", [DOCUMENT]),
        ("$", [DOCUMENT]),
        ("a[].b", [1, 2]),
        ("a[].c.*", [3, 4]),
        ("d[][]", [1, 2, 3]),
        ("a.b", []),
        ("z[].b", []),
        ("a[].b.c", []),
    ],
)
def test_a_path_finds_every_value_that_stands_there(path: str, values: list[object]) -> None:
    assert found(DOCUMENT, path) == values


def test_every_named_value_has_one_path_however_often_it_stands() -> None:
    assert {path for path, _ in named(DOCUMENT)} == {"a", "d", "a[].b", "a[].c", "a[].c.x", "a[].c.y"}
    assert {path for path, _ in named([{"id": 1}])} == {"[].id"}


def test_nesting_without_end_is_an_error() -> None:
    value: object = 1
    for _ in range(100):
        value = [value]
    with pytest.raises(ValueError, match="nested deeper than the limit"):
        list(named(value))


DOCUMENTED = (
    Field("body", "model", {"type": "string"}),
    Field("body", "messages", {"type": "array"}),
    Field("body", "messages[].role"),
    Field("body", "metadata", {"type": "object"}),
    Field("body", "closed", {"type": "object", "additional": False}),
    Field("body", "labels.*", {"type": "string"}),
    Field("body", "bias.*.weight"),
    Field("body", "untyped"),
)
FIELDS = {field.path: field for field in DOCUMENTED}


@pytest.mark.parametrize(
    ("path", "known"),
    [
        ("other", False),
        ("Model", False),
        ("model.x", False),
        ("messages[].name", False),
        ("messages.role", False),
        ("closed.x", False),
        ("bias.a.other", False),
        ("model", True),
        ("messages[].role", True),
        ("metadata.any.thing", True),
        ("labels.env", True),
        ("bias.a.weight", True),
        ("untyped.x", True),
    ],
)
def test_a_path_is_documented_or_it_is_not(path: str, known: bool) -> None:
    assert documented_at(FIELDS, path) is known
