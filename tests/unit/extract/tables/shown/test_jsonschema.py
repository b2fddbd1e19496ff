"""JSON Schemas in code: properties by level, references as names; a sample that has a key "properties" is none."""

from __future__ import annotations

import json

import pytest

from documents import facts_of
from driftgate.contract import Source
from driftgate.extract.document import Document
from driftgate.extract.page import Page
from driftgate.extract.platforms import tables
from driftgate.extract.tables.shown.jsonschema import schema_rows
from driftgate.extract.tables.wording.words import Role


@pytest.mark.parametrize(
    "value",
    [
        pytest.param({"type": "Feature", "properties": {"name": "Pier", "depth": 3}}, id="a sample with properties"),
        pytest.param({"properties": {"hull": {"colour": "red"}}}, id="properties that hold objects"),
        pytest.param({"properties": {}}, id="no properties"),
        pytest.param({"type": "array", "items": [1, 2]}, id="items of a sample"),
        pytest.param([{"$ref": "#/components/schemas/Ship"}], id="a list"),
    ],
)
def test_a_sample_is_no_schema(value: object) -> None:
    assert schema_rows(json.dumps(value), Source()) == []


def told(schema: object) -> list[tuple[str, int, str, str]]:
    rows = [row for row, _ in schema_rows(json.dumps(schema), Source()) if row is not None]
    return [(row.name.name, row.name.level, row.text(Role.TYPE), row.text(Role.REQUIRED)) for row in rows]


def test_properties_nest_and_references_are_names() -> None:
    schema = {
        "type": "object",
        "required": ["crew"],
        "properties": {
            "crew": {"type": "array", "items": {"type": "object", "properties": {"rank": {"type": ["integer", "null"]}}}},
            "rig": {"$ref": "#/components/schemas/Rig"},
            "flag": {"oneOf": [{"type": "string"}, {"$ref": "#/components/schemas/Flag"}]},
        },
        "allOf": [{"properties": {"hull": {"type": "string"}}, "required": ["hull"]}],
    }
    assert told(schema) == [
        ("crew", 0, "array of object", "yes"),
        ("rank", 1, "integer | null", "no"),
        ("rig", 0, "Rig", "no"),
        ("flag", 0, "string | Flag", "no"),
        ("hull", 0, "string", "yes"),
    ]


def test_nesting_beyond_measure_ends() -> None:
    schema: dict[str, object] = {"type": "string"}
    for _ in range(60):
        schema = {"type": "object", "properties": {"inner": schema}}
    assert len(told(schema)) == 13


def test_schemas_below_their_sections_are_the_body_and_the_answers_with_models_of_tables() -> None:
    ships = {"type": "array", "items": {"$ref": "#/components/schemas/Ship"}}
    order = {"type": "object", "required": ["ship"], "properties": {"ship": {"$ref": "#/components/schemas/Ship"}}}
    text = f"""# Ships

### POST /ships

**Request body**

**application/json**

```json
{{"ship": {{"hull": "oak"}}}}
```

**Schema of the request body**

```json
{json.dumps(order)}
```

### Response 200 OK

**Schema of the response body**

```json
{json.dumps(ships)}
```

## Schemas

### Ship

| Name | Type | Description |
| --- | --- | --- |
| hull | string | Of what wood |
"""
    page = Page(asked="", reached="https://docs.example.test/a.md", status=200, media_type="text/markdown", body=text.encode())
    (contract,) = tables.extract(Document(page, text, "markdown"), None).contracts
    assert facts_of(contract) == {
        "body:ship": {"type": "object", "required": True},
        "body:ship.hull": {"type": "string"},
        "200:[].hull": {"type": "string"},
    }
