"""Schemas as fields: composition, references, unions, bounds."""

from __future__ import annotations

import time
import tracemalloc
from typing import Any

import pytest

from driftgate.extract.extraction import GapKind
from specs import body, body_facts, reading

TEXT = {"type": "string"}
NOTE = {"type": "object", "required": ["title"], "properties": {"title": TEXT, "size": {"type": "integer"}}}
NOTE_FACTS = {"title": {"type": "string", "required": True}, "size": {"type": "integer", "required": False}}


def gaps(document: Any) -> list[str]:
    return [gap.kind.name for gap in reading(document).gaps]


@pytest.mark.parametrize(
    "schema",
    [
        pytest.param({"$ref": "#/components/schemas/Note"}, id="reference"),
        pytest.param({"allOf": [NOTE]}, id="all-of-one"),
        pytest.param({"oneOf": [NOTE]}, id="one-of-one"),
        pytest.param({"anyOf": [{"$ref": "#/components/schemas/Note"}]}, id="any-of-one-reference"),
        pytest.param({"$ref": "#/components/schemas/Alias"}, id="reference-to-a-reference"),
        pytest.param(
            {
                "allOf": [{"properties": {"size": {"type": "integer"}}}, {"type": "object", "required": ["title"]}],
                "properties": {"title": TEXT},
            },
            id="all-of-parts",
        ),
        pytest.param({**NOTE, "required": ["title", "title"], "nullable": False, "deprecated": False}, id="spelled-out-defaults"),
        pytest.param({**NOTE, "title": "Note", "description": "A note.", "example": {}, "x-order": 1}, id="annotations"),
        pytest.param(
            {"properties": dict(reversed(NOTE["properties"].items())), "required": ["title"], "type": "object"},  # type: ignore[attr-defined]
            id="key-order",
        ),
    ],
)
def test_spellings_of_one_schema_give_the_same_fields(schema: Any) -> None:
    """How a document is put together is no contract."""
    schemas = {"Note": NOTE, "Alias": {"$ref": "#/components/schemas/Note"}}
    assert body_facts(schema, components={"schemas": schemas}) == NOTE_FACTS


def test_siblings_of_a_reference_count() -> None:
    """3.1: what stands beside ``$ref`` holds as well, and its annotations win."""
    schema = {"properties": {"a": {"$ref": "#/components/schemas/A", "default": "y", "deprecated": True}}}
    assert body_facts(schema, components={"schemas": {"A": {"type": "string", "default": "x"}}}) == {
        "a": {"type": "string", "default": "y", "deprecated": True, "required": False}
    }


@pytest.mark.parametrize(
    "items", [{"type": "string", "nullable": True}, {"type": ["string", "null"]}, {"anyOf": [TEXT, {"type": "null"}]}]
)
def test_items_that_may_be_null_say_so_however_that_is_spelled(items: Any) -> None:
    assert body_facts({"properties": {"a": {"type": "array", "items": items}}}) == {
        "a": {"type": "array<string>", "required": False},
        "a[]": {"type": "string", "nullable": True},
    }


def test_all_of_tightens_limits_and_intersects_values() -> None:
    """Every part has to hold."""
    parts = [
        {"type": "integer", "minimum": 1, "maximum": 9, "enum": [1, 2, 3]},
        {"type": "number", "minimum": 2, "enum": [2, 3, 4]},
    ]
    assert body_facts({"properties": {"n": {"allOf": parts}}}) == {
        "n": {"type": "integer", "minimum": 2, "maximum": 9, "enum": (2, 3), "required": False}
    }


@pytest.mark.parametrize(
    "schema",
    [
        {"type": ["string", "null"]},
        {"type": "string", "nullable": True},
        {"type": "string", "x-nullable": True},
        {"oneOf": [TEXT, {"type": "null"}]},
        {"anyOf": [{"type": "null"}, TEXT]},
        {"anyOf": [TEXT, {"nullable": True}]},
        {"nullable": True, "allOf": [TEXT]},
        {"oneOf": [TEXT, {"enum": [None]}]},
    ],
)
def test_null_is_a_fact_and_no_type(schema: Any) -> None:
    """All the ways to say nullable are one."""
    assert body_facts({"properties": {"a": schema}}) == {"a": {"type": "string", "nullable": True, "required": False}}


def test_a_property_that_is_always_null_keeps_its_type() -> None:
    assert body_facts({"properties": {"a": {"type": "null"}}}) == {"a": {"type": "null", "required": False}}


def test_null_among_the_values_is_nullable() -> None:
    schema = {"type": "string", "nullable": True, "enum": ["b", "a", None]}
    assert body_facts({"properties": {"a": schema}}) == {
        "a": {"type": "string", "nullable": True, "enum": ("a", "b"), "required": False}
    }


def test_alternatives_become_one_set_of_fields() -> None:
    """What only some alternatives have is conditional, and required within those; the parent knows their shapes."""
    text = {"type": "object", "required": ["kind", "text"], "properties": {"kind": {"const": "text"}, "text": TEXT}}
    image = {"type": "object", "required": ["kind"], "properties": {"kind": {"const": "image"}, "url": {**TEXT, "format": "uri"}}}
    schema = {"properties": {"parts": {"type": "array", "items": {"oneOf": [text, image]}}}}
    assert body_facts(schema) == body_facts({"properties": {"parts": {"type": "array", "items": {"oneOf": [image, text]}}}})
    assert body_facts(schema) == {
        "parts": {"type": "array", "required": False},
        "parts[]": {"type": "object", "one_of": ('{kind="image", url?}', '{kind="text", text}')},
        "parts[].kind": {"type": "string", "enum": ("image", "text"), "required": True},
        "parts[].text": {"type": "string", "required": True, "conditional": True},
        "parts[].url": {"type": "string", "format": "uri", "required": False, "conditional": True},
    }


def test_a_union_of_text_and_parts_makes_the_parts_conditional() -> None:
    """A client that sends text sends no parts: none of their fields may count as missing."""
    part = {"type": "object", "required": ["type"], "properties": {"type": TEXT}}
    assert body_facts(
        {"required": ["content"], "properties": {"content": {"oneOf": [TEXT, {"type": "array", "items": part}]}}}
    ) == {
        "content": {"type": "string | array", "one_of": ("array<{type}>", "string"), "required": True},
        "content[].type": {"type": "string", "required": True, "conditional": True},
    }


@pytest.mark.parametrize(
    "schema",
    [{"oneOf": [TEXT, {"type": "integer"}]}, {"anyOf": [{"type": "integer"}, TEXT]}, {"type": ["integer", "string"]}],
)
def test_alternatives_that_are_bare_types_are_a_union_of_types(schema: Any) -> None:
    assert body_facts({"properties": {"a": schema}}) == {"a": {"type": "integer | string", "required": False}}


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "string", "enum": ["b", "a"]},
        {"oneOf": [{"const": "a", "title": "A"}, {"const": "b", "title": "B"}]},
        {"anyOf": [{"enum": ["a"]}, {"type": "string", "const": "b"}]},
    ],
)
def test_a_set_of_values_in_any_spelling(schema: Any) -> None:
    """Titled constants are an enumeration."""
    assert body_facts({"properties": {"a": schema}}) == {"a": {"type": "string", "enum": ("a", "b"), "required": False}}


def test_values_beside_any_text_are_an_open_set() -> None:
    """Known names or any other string: nothing is outside."""
    found = body_facts({"properties": {"model": {"anyOf": [TEXT, {"type": "string", "enum": ["small", "large"]}]}}})
    assert found == {
        "model": {
            "type": "string",
            "open_enum": ("large", "small"),
            "any_of": ('"large" | "small"', "string"),
            "required": False,
        }
    }


def test_requirements_of_alternatives_stay_conditional() -> None:
    """Either of two names has to be there: neither is required, and the shapes say so."""
    schema = {"type": "object", "properties": {"a": TEXT, "b": TEXT}, "anyOf": [{"required": ["a"]}, {"required": ["b"]}]}
    assert body_facts(schema) == {
        "$": {"type": "object", "any_of": ("{a}", "{b}")},
        "a": {"type": "string", "required": False},
        "b": {"type": "string", "required": False},
    }


def test_limits_of_alternatives_are_loosened() -> None:
    """A limit holds only where every alternative that it could apply to has one."""
    found = body_facts(
        {
            "properties": {
                "a": {"oneOf": [{"type": "integer", "minimum": 3}, {"type": "integer", "minimum": 1}]},
                "b": {"oneOf": [{"type": "integer", "minimum": 3}, {"type": "integer"}]},
                "c": {"oneOf": [{"type": "integer", "minimum": 3}, TEXT]},
            }
        }
    )
    assert {name: facts.get("minimum") for name, facts in found.items()} == {"a": 1, "b": None, "c": 3}


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"type": "integer", "minimum": 1, "exclusiveMinimum": True}, {"exclusive_minimum": 1}),
        ({"type": "integer", "exclusiveMinimum": 1}, {"exclusive_minimum": 1}),
        ({"type": "integer", "minimum": 1, "exclusiveMinimum": False}, {"minimum": 1}),
        ({"type": "integer", "maximum": 9.0}, {"maximum": 9}),
    ],
)
def test_both_styles_of_exclusive_limits(schema: Any, expected: dict[str, Any]) -> None:
    assert body_facts({"properties": {"n": schema}})["n"] == {"type": "integer", "required": False, **expected}


def test_every_scalar_keyword_is_a_fact() -> None:
    stated = {
        "type": "string",
        "format": "uuid",
        "pattern": "^a",
        "minLength": 1,
        "maxLength": 9,
        "default": "a",
        "readOnly": True,
        "deprecated": True,
        "x-sunset": "2027-01-01",
        "x-stability-level": "beta",
        "x-extensible-enum": ["a"],
        "contentEncoding": "base64",
        "contentMediaType": "image/png",
    }
    assert body_facts({"required": ["a"], "properties": {"a": stated}})["a"] == {
        "type": "string",
        "format": "uuid",
        "pattern": "^a",
        "min_length": 1,
        "max_length": 9,
        "default": "a",
        "read_only": True,
        "deprecated": True,
        "sunset": "2027-01-01",
        "stability": "beta",
        "open_enum": ("a",),
        "content_encoding": "base64",
        "content_media_type": "image/png",
        "required": False,
    }


def test_keywords_that_hold_schemas_are_one_line_each() -> None:
    """Their shapes are free of references and of order."""
    name = {"$ref": "#/components/schemas/Name"}
    stated = {
        "type": "object",
        "not": {"required": ["b", "a"]},
        "if": {"properties": {"kind": {"const": "x"}}},
        "then": {"required": ["b"]},
        "else": False,
        "propertyNames": name,
        "patternProperties": {"^x-": name},
        "dependentRequired": {"a": ["c", "b"]},
        "dependentSchemas": {"a": {"required": ["d"]}},
        "unevaluatedProperties": False,
    }
    found = body_facts({"properties": {"o": stated}}, components={"schemas": {"Name": {"type": "string", "maxLength": 3}}})
    assert found["o"] == {
        "type": "object",
        "required": False,
        "not": "{a, b}",
        "if": '{kind?="x"}',
        "then": "{b}",
        "else": "nothing",
        "property_names": "string max_length=3",
        "pattern_properties": ("^x-: string max_length=3",),
        "dependent_required": ("a: b, c",),
        "dependent_schemas": ("a: {d}",),
        "unevaluated_properties": "nothing",
    }


def test_arrays_know_their_items() -> None:
    schema = {
        "properties": {
            "tags": {"type": "array", "items": {"type": "string", "maxLength": 5}, "minItems": 1, "uniqueItems": True},
            "grid": {"type": "array", "items": {"type": "array", "items": {"type": "number"}}},
            "pair": {"type": "array", "prefixItems": [TEXT, {"type": "integer"}], "contains": TEXT},
            "notes": {"type": "array", "items": NOTE},
        }
    }
    assert body_facts(schema) == {
        "tags": {"type": "array<string>", "min_items": 1, "unique_items": True, "required": False},
        "tags[]": {"type": "string", "max_length": 5},
        "grid": {"type": "array<array<number>>", "required": False},
        "pair": {"type": "array", "prefix_items": ("0: string", "1: integer"), "contains": "string", "required": False},
        "notes": {"type": "array", "required": False},
        "notes[].title": {"type": "string", "required": True},
        "notes[].size": {"type": "integer", "required": False},
    }


def test_maps_have_a_star() -> None:
    schema = {
        "properties": {
            "labels": {"type": "object", "additionalProperties": TEXT},
            "closed": {"type": "object", "additionalProperties": False},
            "open": {"type": "object", "additionalProperties": {}},
            "notes": {"type": "object", "additionalProperties": NOTE},
        }
    }
    assert body_facts(schema) == {
        "labels": {"type": "object", "required": False},
        "labels.*": {"type": "string"},
        "closed": {"type": "object", "additional": False, "required": False},
        "open": {"type": "object", "additional": True, "required": False},
        "notes": {"type": "object", "required": False},
        "notes.*": {"type": "object"},
        "notes.*.title": {"type": "string", "required": True},
        "notes.*.size": {"type": "integer", "required": False},
    }


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        (
            {"type": "array", "items": NOTE},
            {"$": {"type": "array"}, "[].title": NOTE_FACTS["title"], "[].size": NOTE_FACTS["size"]},
        ),
        ({"type": "string", "format": "binary"}, {"$": {"type": "string", "format": "binary"}}),
        ({"oneOf": [TEXT, {"type": "array", "items": TEXT}]}, {"$": {"type": "string | array<string>"}}),
        ({"type": "object"}, {"$": {"type": "object"}}),
        ({"type": "object", "additionalProperties": TEXT}, {"*": {"type": "string"}}),
        ({**NOTE, "additionalProperties": False}, {"$": {"type": "object", "additional": False}, **NOTE_FACTS}),
        ({}, {}),
        (True, {}),
    ],
)
def test_a_body_that_is_more_than_a_plain_object_is_a_field(schema: Any, expected: Any) -> None:
    assert body_facts(schema) == expected


def test_a_name_is_escaped_only_where_it_could_be_another_fields_path() -> None:
    schema = {
        "properties": {"user": {"properties": {"id": TEXT}}, "user.id": TEXT, "user[]": TEXT, "Binding.Alg": TEXT, "*": TEXT}
    }
    assert sorted(body_facts(schema)) == ["%2A", "Binding.Alg", "user", "user%2Eid", "user%5B%5D", "user.id"]


def test_a_discriminator_names_shapes_and_no_components() -> None:
    """Renaming a component is no change of the contract."""

    def found(name: str) -> Any:
        cat = {"type": "object", "properties": {"kind": TEXT, "lives": {"type": "integer"}}}
        union = {
            "oneOf": [{"$ref": f"#/components/schemas/{name}"}, TEXT],
            "discriminator": {"propertyName": "kind", "mapping": {"cat": f"#/components/schemas/{name}"}},
        }
        return body_facts({"properties": {"pet": union}}, components={"schemas": {name: cat}})

    assert found("Cat") == found("Feline")
    assert found("Cat")["pet"]["mapping"] == ("cat: {kind?, lives?}",)
    assert found("Cat")["pet"]["discriminator"] == "kind"


@pytest.mark.parametrize(
    "schemas",
    [
        pytest.param({"A": {"properties": {"next": {"$ref": "#/components/schemas/A"}}}}, id="itself"),
        pytest.param(
            {
                "A": {"properties": {"next": {"$ref": "#/components/schemas/B"}}},
                "B": {"allOf": [{"$ref": "#/components/schemas/A"}]},
            },
            id="through-all-of",
        ),
        pytest.param(
            {"A": {"properties": {"next": {"oneOf": [{"$ref": "#/components/schemas/A"}, {"type": "null"}]}}}},
            id="through-one-of",
        ),
    ],
)
def test_a_schema_that_holds_itself_ends(schemas: Any) -> None:
    """The field that leads back stands in the contract, and nothing below it."""
    assert sorted(body_facts({"$ref": "#/components/schemas/A"}, components={"schemas": schemas})) == ["next"]


@pytest.mark.parametrize(
    "schemas",
    [
        {"A": {"$ref": "#/components/schemas/A"}},
        {"A": {"allOf": [{"$ref": "#/components/schemas/A"}]}},
        {"A": {"$ref": "#/components/schemas/B"}, "B": {"$ref": "#/components/schemas/A"}},
        {"A": {"not": {"$ref": "#/components/schemas/A"}, "items": {"$ref": "#/components/schemas/A"}}},
    ],
)
def test_a_reference_that_leads_to_itself_ends(schemas: Any) -> None:
    found = body_facts({"properties": {"a": {"$ref": "#/components/schemas/A"}}}, components={"schemas": schemas})
    assert list(found)[:1] == ["a"]


def test_a_remote_reference_is_a_gap_and_never_followed() -> None:
    schema = {"properties": {"a": {"$ref": "https://example.com/s.json"}, "b": {"$ref": "other.yaml#/B"}, "c": TEXT}}
    assert gaps(body(schema)) == ["REMOTE_REFERENCE", "REMOTE_REFERENCE"]
    assert body_facts(schema)["c"] == {"type": "string", "required": False}


def test_a_reference_that_leads_nowhere_is_a_gap() -> None:
    assert gaps(body({"properties": {"a": {"$ref": "#/components/schemas/Gone"}}})) == ["REFERENCE"]


def test_a_type_that_is_none_is_a_gap() -> None:
    schema = {"properties": {"a": {"type": "money"}, "b": {"type": "int"}, "c": {"type": "file"}}}
    assert gaps(body(schema)) == ["TYPE"]
    assert body_facts(schema) == {
        "a": {"required": False},
        "b": {"type": "integer", "required": False},
        "c": {"type": "string", "format": "binary", "required": False},
    }


@pytest.mark.parametrize("keyword", ["allOf", "oneOf", "properties"])
def test_schemas_that_explode_are_cut_off_with_a_gap(keyword: str) -> None:
    """Twenty schemas, each of which names the next one twice by two ways, are a million places: a limit, not a hang."""

    def level(n: int) -> Any:
        refs = [{"$ref": f"#/components/schemas/L{n + 1}"}, {"$ref": f"#/components/schemas/R{n + 1}"}]
        return {"properties": {"a": refs[0], "b": refs[1]}} if keyword == "properties" else {keyword: refs}

    schemas = {f"{side}{n}": level(n) for n in range(24) for side in "LR"} | {"L24": TEXT, "R24": {"type": "integer"}}
    started = time.process_time()
    found = gaps(body({"properties": {"root": {"$ref": "#/components/schemas/L0"}}}, components={"schemas": schemas}))
    assert time.process_time() - started < 20
    assert set(found) == {GapKind.LIMIT.name}


def test_a_wide_schema_in_many_places_is_cut_off_before_it_fills_the_memory() -> None:
    """Each of its properties counts wherever it is found, looked at or not: 300 kB of text may not take a gigabyte."""
    wide = {"properties": {f"p{n}": TEXT for n in range(5_000)}}
    schemas = {"Wide": wide, **{f"L{n}": {"properties": {"w": {"$ref": "#/components/schemas/Wide"}}} for n in range(300)}}
    document = body(
        {"properties": {f"a{n}": {"$ref": f"#/components/schemas/L{n}"} for n in range(300)}}, components={"schemas": schemas}
    )
    tracemalloc.start()
    try:
        found = gaps(document)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert set(found) == {GapKind.LIMIT.name}
    assert peak < 150 * 1024 * 1024


def test_a_chain_of_a_thousand_references_is_cut_off_with_a_gap() -> None:
    schemas = {f"S{n}": {"allOf": [{"$ref": f"#/components/schemas/S{n + 1}"}]} for n in range(1000)} | {"S1000": TEXT}
    assert gaps(body({"properties": {"a": {"$ref": "#/components/schemas/S0"}}}, components={"schemas": schemas})) == ["LIMIT"]
