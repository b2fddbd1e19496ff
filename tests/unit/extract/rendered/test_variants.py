"""A field that several variants of a union have is one field."""

from __future__ import annotations

import pytest
from lxml import html

from driftgate.contract import FactValue
from driftgate.extract.rendered.fieldrows import Row
from driftgate.extract.rendered.variants import merged

Stated = dict[str, FactValue]
NODE = html.Element("b")
UNION = Row(NODE, "part", "body", facts={"type": "object"})


def variants(*fields: dict[str, FactValue]) -> tuple[list[Row], list[Row]]:
    """One variant for each mapping of facts of the field ``kind``."""
    shells = [Row(NODE, "", "body", UNION) for _ in fields]
    return [
        Row(NODE, "kind", "body", shell, {"conditional": True, **facts}) for shell, facts in zip(shells, fields, strict=True)
    ], shells


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        (
            {"type": "string", "enum": ("a",), "required": True},
            {"type": "string", "enum": ("b",), "required": True},
            {"type": "string", "enum": ("a", "b"), "required": True},
        ),
        (
            {"type": "string", "const": "a"},
            {"type": "integer", "const": 1},
            {"type": "integer | string", "enum": ("a", 1), "varies": ('type="integer"', 'type="string"')},
        ),
        ({"type": "string", "enum": ("a",)}, {"type": "string"}, {"type": "string", "varies": ('enum=["a"]',)}),
        (
            {"type": "string", "required": True},
            {"type": "string", "required": False},
            {"type": "string", "required": False, "varies": ("required",)},
        ),
        (
            {"type": "string", "default": 1, "format": "x"},
            {"type": "string", "default": 2, "format": "x"},
            {"type": "string", "format": "x", "varies": ("default=1", "default=2")},
        ),
    ],
    ids=[
        "values-join",
        "types-join",
        "one-without-limit-allows-all",
        "required-in-one-only",
        "what-differs-is-said-of-its-variants",
    ],
)
def test_a_field_of_every_variant(
    first: dict[str, FactValue], second: dict[str, FactValue], together: dict[str, FactValue]
) -> None:
    rows, shells = variants(first, second)
    (row,) = merged(rows, shells)
    assert row.facts == together


def test_a_field_of_some_variants_stays_conditional() -> None:
    rows, shells = variants({"type": "string"}, {"type": "string"}, {"type": "string"})
    (row,) = merged(rows[:2], shells)
    assert row.facts == {"type": "string", "conditional": True}


def test_rows_of_their_own_stay_as_they_are() -> None:
    rows = [Row(NODE, "a", "body", facts={"required": True}), Row(NODE, "a", "query", facts={"required": False})]
    assert merged(rows, []) == rows
