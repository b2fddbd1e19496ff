"""Laws of documents: references or inline, merged or composed, YAML or JSON, the contract is the same."""

from __future__ import annotations

import json
from collections.abc import Mapping

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from driftgate.diff.documents import document_changes
from driftgate.extract.openapi.load import load
from driftgate.extract.openapi.read import read

Schema = dict[str, object]
NAMES = st.sampled_from(["id", "name", "size", "kind"])
LEAVES: st.SearchStrategy[Schema] = st.fixed_dictionaries(
    {"type": st.sampled_from(["string", "integer", "boolean"])},
    optional={"description": st.just("words"), "deprecated": st.booleans()},
)


def objects(values: st.SearchStrategy[Schema]) -> st.SearchStrategy[Schema]:
    return st.dictionaries(NAMES, values, min_size=1, max_size=3).map(
        lambda properties: {"type": "object", "properties": properties, "required": sorted(properties)[:1]}
    )


SCHEMAS = objects(st.recursive(LEAVES, objects, max_leaves=6))
few = settings(max_examples=30, deadline=None)


def text_of(schema: Schema, components: Mapping[str, Schema] | None = None) -> str:
    content = {"application/json": {"schema": schema}}
    operation = {"requestBody": {"content": content}, "responses": {"200": {"description": "done", "content": content}}}
    document = {"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": {"/a": {"post": operation}}}
    return json.dumps(document | {"components": {"schemas": components or {}}})


def differ(before: str, after: str) -> bool:
    old, new = (read(load(text), None, "openapi").contracts for text in (before, after))
    assert old
    return bool(document_changes(old, new))


@few
@given(SCHEMAS)
def test_a_reference_means_what_it_refers_to(schema: Schema) -> None:
    assert not differ(text_of(schema), text_of({"$ref": "#/components/schemas/It"}, {"It": schema}))


@few
@given(SCHEMAS)
def test_all_of_means_its_parts_taken_together(schema: Schema) -> None:
    parts = [{"properties": {name: value}} for name, value in as_properties(schema).items()]
    composed: Schema = {"type": "object", "allOf": parts, "required": schema["required"]}
    assert not differ(text_of(schema), text_of(composed))


@few
@given(SCHEMAS)
def test_yaml_and_json_say_the_same(schema: Schema) -> None:
    text = text_of(schema)
    assert not differ(text, yaml.safe_dump(json.loads(text)))


@few
@given(SCHEMAS, SCHEMAS)
def test_the_order_of_keys_means_nothing(schema: Schema, other: Schema) -> None:
    both = as_properties(schema) | as_properties(other)
    turned = dict(reversed(both.items()))
    assert not differ(text_of({"type": "object", "properties": both}), text_of({"properties": turned, "type": "object"}))


def as_properties(schema: Schema) -> dict[str, object]:
    properties = schema["properties"]
    assert isinstance(properties, dict)
    return properties
