"""Laws that hold for any schema: how a document is written changes nothing, and a contract survives its export."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from driftgate.contract import Contract
from driftgate.extract.openapi.export import openapi_document
from driftgate.extract.openapi.load import load
from specs import body, contract

QUICK = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
NAMES = st.sampled_from(["id", "name", "no", "size", "a.b", "ключ", "1", "null", "x y", "%2E"])
TEXTS = st.sampled_from(["a", "no", "12:30", "010", "2024-01-01", "x: y", "é", "#", ""])

LEAVES = st.one_of(
    st.fixed_dictionaries(
        {"type": st.just("string")},
        optional={
            "format": st.just("uuid"),
            "maxLength": st.integers(1, 9),
            "pattern": st.just("^a{1,3}$"),
            "default": TEXTS,
            "enum": st.lists(TEXTS, min_size=1, max_size=3, unique=True),
            "deprecated": st.booleans(),
            "nullable": st.booleans(),
        },
    ),
    st.fixed_dictionaries(
        {"type": st.sampled_from(["integer", "number"])},
        optional={
            "minimum": st.integers(-5, 5),
            "exclusiveMaximum": st.integers(6, 9),
            "multipleOf": st.just(0.5),
            "default": st.integers(-5, 9),
            "readOnly": st.booleans(),
        },
    ),
    st.fixed_dictionaries({"type": st.sampled_from(["boolean", "object", ["string", "integer"], ["number", "null"]])}),
)


def objects(children: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.fixed_dictionaries(
        {"type": st.just("object"), "properties": st.dictionaries(NAMES, children, min_size=1, max_size=4)},
        optional={"required": st.lists(NAMES, max_size=3, unique=True), "additionalProperties": st.booleans()},
    ).map(_known_names_required)


def _known_names_required(schema: Any) -> Any:
    if "required" in schema:
        schema["required"] = [name for name in schema["required"] if name in schema["properties"]]
    return schema


def arrays(children: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.fixed_dictionaries({"type": st.just("array"), "items": children}, optional={"minItems": st.integers(1, 3)})


def maps(children: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.fixed_dictionaries({"type": st.just("object"), "additionalProperties": children})


def unions(children: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.fixed_dictionaries({"oneOf": st.lists(children, min_size=1, max_size=3)})


PLAIN = st.recursive(LEAVES, lambda c: st.one_of(objects(c), arrays(c), maps(c)), max_leaves=10)
ANY = st.recursive(LEAVES, lambda c: st.one_of(objects(c), arrays(c), maps(c), unions(c)), max_leaves=10)


def reversed_keys(value: Any) -> Any:
    """The same data with every mapping's keys the other way round."""
    if isinstance(value, dict):
        return {key: reversed_keys(child) for key, child in reversed(value.items())}
    return [reversed_keys(child) for child in value] if isinstance(value, list) else value


def each_schema(schema: Any, change: Any) -> Any:
    """The same schema with a change made to every schema in it."""
    changed = dict(schema)
    if "properties" in schema:
        changed["properties"] = {name: each_schema(child, change) for name, child in schema["properties"].items()}
    for keyword in ("items", "additionalProperties"):
        if isinstance(schema.get(keyword), dict):
            changed[keyword] = each_schema(schema[keyword], change)
    if "oneOf" in schema:
        changed["oneOf"] = [each_schema(child, change) for child in schema["oneOf"]]
    return change(changed)


@QUICK
@given(ANY)
def test_the_order_of_keys_means_nothing(schema: Any) -> None:
    assert contract(body(reversed_keys(schema))) == contract(body(schema))


@QUICK
@given(ANY)
def test_yaml_means_what_json_means(schema: Any) -> None:
    document = body(schema)
    assert load(yaml.safe_dump(document, allow_unicode=True)).data == load(json.dumps(document)).data == document


@QUICK
@given(ANY)
def test_a_reference_means_what_it_points_at(schema: Any) -> None:
    components: dict[str, Any] = {}

    def moved(child: Any) -> Any:
        name = f"S{len(components)}"
        components[name] = child
        return {"$ref": f"#/components/schemas/{name}"}

    document = body(each_schema(schema, moved), components={"schemas": components})
    assert contract(document) == contract(body(schema))


@QUICK
@given(ANY, st.sampled_from(["allOf", "oneOf", "anyOf"]))
def test_a_composition_of_one_is_that_one(schema: Any, keyword: str) -> None:
    assert contract(body(each_schema(schema, lambda child: {keyword: [child]}))) == contract(body(schema))


@QUICK
@given(ANY)
def test_all_of_may_be_cut_anywhere(schema: Any) -> None:
    """Each keyword in a part of its own says the same."""

    def cut(child: Any) -> Any:
        together = {"discriminator", "minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum"} & child.keys()
        parts = [{key: value} for key, value in child.items() if key not in together]
        return {"allOf": [*parts, {key: child[key] for key in together}]}

    assert contract(body(each_schema(schema, cut))) == contract(body(schema))


@QUICK
@given(st.lists(ANY, min_size=2, max_size=3))
def test_the_order_of_alternatives_means_nothing(schemas: list[Any]) -> None:
    assert contract(body({"oneOf": schemas})) == contract(body({"oneOf": schemas[::-1]}))


@QUICK
@given(PLAIN)
def test_a_contract_survives_its_export(schema: Any) -> None:
    found = contract(body(schema, servers=[{"url": "https://api.example.com/v1"}], security=[]))
    exported = json.loads(json.dumps(openapi_document(found)))
    assert without_shapes(contract(exported)) == without_shapes(found)


def without_shapes(found: Contract) -> Any:
    shapes = ("one_of", "any_of")
    fields = {key: {n: v for n, v in field.facts.items() if n not in shapes} for key, field in found.fields.items()}
    return (found.operation, found.servers, found.security, found.request, found.responses, found.facts, fields)


@pytest.mark.parametrize("keyword", ["oneOf", "anyOf"])
@QUICK
@given(ANY)
def test_null_as_an_alternative_is_nullable(keyword: str, schema: Any) -> None:
    made = contract(body({"properties": {"a": {keyword: [schema, {"type": "null"}]}}}))
    said = contract(body({"properties": {"a": {"allOf": [schema], "nullable": True}}}))
    assert made == said
