"""The facts a documented field may have: one visible table, in the order they are written.

A fact that the docs do not state is *absent* from a field's mapping. Absent is never the same as ``False``:
``required`` has the three values stated-true, stated-false and not stated.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Scalar = str | int | float | bool | None
FactValue = Scalar | tuple[Scalar, ...]
Facts = Mapping[str, FactValue]

Kind = Literal["type", "flag", "scalar", "number", "count", "text", "set", "shape", "shapes"]


@dataclass(frozen=True, slots=True)
class Fact:
    """One kind of statement about a field.

    name: the key in snapshots; keyword: the JSON Schema keyword it is read from (2020-12 spelling);
    kind: ``set`` is an unordered tuple of scalars, ``shape`` one canonical line for a subschema,
    ``shapes`` an unordered tuple of such lines.
    """

    name: str
    kind: Kind
    keyword: str


FACTS = (
    Fact("type", "type", "type"),
    Fact("model", "text", ""),  # the name of a structure whose fields the docs print elsewhere, if at all
    Fact("required", "flag", "required"),
    Fact("conditional", "flag", ""),  # stands only in some alternatives of a union; `required` then holds within those
    Fact("varies", "shapes", ""),  # what single alternatives of a union say of a field that several of them have
    Fact("nullable", "flag", "nullable"),
    Fact("read_only", "flag", "readOnly"),
    Fact("write_only", "flag", "writeOnly"),
    Fact("deprecated", "flag", "deprecated"),
    Fact("sunset", "text", "x-sunset"),
    Fact("stability", "text", "x-stability-level"),
    Fact("format", "text", "format"),
    Fact("const", "scalar", "const"),
    Fact("enum", "set", "enum"),
    Fact("open_enum", "set", "x-extensible-enum"),
    Fact("default", "scalar", "default"),
    Fact("minimum", "number", "minimum"),
    Fact("exclusive_minimum", "number", "exclusiveMinimum"),
    Fact("maximum", "number", "maximum"),
    Fact("exclusive_maximum", "number", "exclusiveMaximum"),
    Fact("multiple_of", "number", "multipleOf"),
    Fact("min_length", "count", "minLength"),
    Fact("max_length", "count", "maxLength"),
    Fact("pattern", "text", "pattern"),
    Fact("min_items", "count", "minItems"),
    Fact("max_items", "count", "maxItems"),
    Fact("unique_items", "flag", "uniqueItems"),
    Fact("min_properties", "count", "minProperties"),
    Fact("max_properties", "count", "maxProperties"),
    Fact("additional", "flag", "additionalProperties"),
    Fact("style", "text", "style"),
    Fact("explode", "flag", "explode"),
    Fact("discriminator", "text", "discriminator"),
    Fact("mapping", "shapes", "discriminator.mapping"),
    Fact("one_of", "shapes", "oneOf"),
    Fact("any_of", "shapes", "anyOf"),
    Fact("all_of", "shapes", "allOf"),
    Fact("not", "shape", "not"),
    Fact("if", "shape", "if"),
    Fact("then", "shape", "then"),
    Fact("else", "shape", "else"),
    Fact("prefix_items", "shapes", "prefixItems"),
    Fact("contains", "shape", "contains"),
    Fact("min_contains", "count", "minContains"),
    Fact("max_contains", "count", "maxContains"),
    Fact("property_names", "shape", "propertyNames"),
    Fact("pattern_properties", "shapes", "patternProperties"),
    Fact("dependent_required", "shapes", "dependentRequired"),
    Fact("dependent_schemas", "shapes", "dependentSchemas"),
    Fact("unevaluated_items", "shape", "unevaluatedItems"),
    Fact("unevaluated_properties", "shape", "unevaluatedProperties"),
    Fact("content_media_type", "text", "contentMediaType"),
    Fact("content_encoding", "text", "contentEncoding"),
    Fact("content_schema", "shape", "contentSchema"),
    Fact("values", "set", ""),  # client contracts only: the values this client sends
)

#: the facts that are of an operation too
OPERATION_FACTS = ("deprecated", "sunset", "stability")

FACT_BY_NAME: Mapping[str, Fact] = {fact.name: fact for fact in FACTS}
FACT_ORDER: Mapping[str, int] = {fact.name: order for order, fact in enumerate(FACTS)}


def ordered(facts: Facts) -> dict[str, FactValue]:
    """The same facts in the table's order. Raises KeyError for a name that is not in the table."""
    return {name: facts[name] for name in sorted(facts, key=FACT_ORDER.__getitem__)}
