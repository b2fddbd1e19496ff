"""The keywords of one schema as facts; one that says what holds anyway is none."""

from __future__ import annotations

from typing import Any

import pytest

from driftgate.contract import Facts
from driftgate.extract.openapi.keywords import facts_of, kind_of_value, kinds_of

TEXT, OBJECT, ARRAY = (frozenset({name}) for name in ("string", "object", "array"))


@pytest.mark.parametrize(
    "raw",
    [
        {},
        {"nullable": False, "deprecated": "yes", "readOnly": 1},
        {"minLength": 0, "minItems": 0, "minProperties": 0},
        {"maxLength": -1, "maxItems": 2.5, "minimum": "0", "multipleOf": True},
        {"format": " ", "pattern": 5, "enum": [], "x-extensible-enum": "a"},
        {"discriminator": {"mapping": {}}, "exclusiveMinimum": True},
        {"title": "A title", "description": "Words.", "$ref": "#/x", "allOf": [], "properties": {}},
    ],
    ids=lambda raw: ",".join(raw) or "nothing",
)
def test_what_states_nothing_is_no_fact(raw: dict[str, Any]) -> None:
    assert facts_of(raw) == {}


@pytest.mark.parametrize(
    ("raw", "facts"),
    [
        ({"x-nullable": True}, {"nullable": True}),
        ({"const": "a", "enum": ["a", "b"]}, {"enum": ("a",)}),
        ({"enum": ["b", "a", None]}, {"enum": ("a", "b"), "nullable": True}),
        ({"enum": [None]}, {"enum": (None,)}),
        ({"default": None}, {"default": None}),
        ({"default": {"b": 1, "a": 2}}, {"default": '{"a":2,"b":1}'}),
        ({"minimum": 1.0, "maximum": 9.5}, {"minimum": 1, "maximum": 9.5}),
        ({"minimum": 1, "exclusiveMinimum": True}, {"exclusive_minimum": 1}),
        ({"minimum": 1, "exclusiveMinimum": 2}, {"minimum": 1, "exclusive_minimum": 2}),
        ({"maximum": 1, "exclusiveMaximum": False}, {"maximum": 1}),
        ({"discriminator": "kind"}, {"discriminator": "kind"}),
        ({"discriminator": {"propertyName": "kind", "mapping": {}}}, {"discriminator": "kind"}),
    ],
)
def test_each_spelling_of_a_statement_is_one_fact(raw: dict[str, Any], facts: Facts) -> None:
    assert facts_of(raw) == facts


@pytest.mark.parametrize(
    ("raw", "kinds", "unnamed"),
    [
        pytest.param({}, None, False, id="nothing"),
        pytest.param({"type": "any"}, None, False, id="any"),
        pytest.param({"type": "money"}, None, True, id="a-word-that-is-no-type"),
        pytest.param({"type": ["money", "string"]}, TEXT, True, id="a-word-beside-a-type"),
        pytest.param({"type": 5}, None, True, id="no-word"),
        pytest.param({"type": "Long"}, frozenset({"integer"}), False, id="another-language's-word"),
        pytest.param({"type": ["string", "null"]}, frozenset({"string", "null"}), False, id="two"),
        pytest.param({"properties": {}}, OBJECT, False, id="told-by-its-properties"),
        pytest.param({"items": {}}, ARRAY, False, id="told-by-its-items"),
        pytest.param({"enum": ["a", 1]}, frozenset({"string", "integer"}), False, id="told-by-its-values"),
        pytest.param({"const": None}, frozenset({"null"}), False, id="told-by-its-only-value"),
    ],
)
def test_the_types_are_those_stated_or_those_that_nothing_leaves_in_doubt(
    raw: dict[str, Any], kinds: frozenset[str] | None, unnamed: bool
) -> None:
    assert kinds_of(raw) == (kinds, unnamed)


@pytest.mark.parametrize(
    ("value", "kind"),
    [(None, "null"), (True, "boolean"), (1, "integer"), (1.0, "number"), ("", "string"), ([], "array"), ({}, "object")],
)
def test_a_value_has_one_kind(value: object, kind: str) -> None:
    assert kind_of_value(value) == kind
