"""What is wrong with a JSON value under a documented schema, in fixed words around the names of fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from driftgate.contract.facts import FACT_BY_NAME
from driftgate.contract.limits import as_number, broken_limits
from driftgate.contract.values import CLASSES, has_kind
from driftgate.rules.witness.placeholders import keeps_format, keeps_pattern

Schema = Mapping[str, object]

DEEPEST = 64

#: What is said of a value that breaks a limit.
_SAID: Mapping[str, str] = {
    "minimum": "is below the minimum of {limit}",
    "exclusive_minimum": "is not above {limit}",
    "maximum": "is above the maximum of {limit}",
    "exclusive_maximum": "is not below {limit}",
    "multiple_of": "is no multiple of {limit}",
    "min_length": "has {measured} characters where at least {limit} are documented",
    "max_length": "has {measured} characters where at most {limit} are documented",
    "min_items": "has {measured} items where at least {limit} are documented",
    "max_items": "has {measured} items where at most {limit} are documented",
    "min_properties": "has {measured} fields where at least {limit} are documented",
    "max_properties": "has {measured} fields where at most {limit} are documented",
}


def faults(schema: Schema, value: object, name: str = "the body", *, textual: bool = False, depth: int = 0) -> Iterator[str]:
    """One phrase for each way in which a value breaks its schema, such as ```n` is above the maximum of 4``.

    textual: the value travels as text, where every scalar is a string first and a list of one is its member.
    """
    if depth > DEEPEST or (value is None and schema.get("x-nullable") is True):
        return
    kinds = kinds_of(schema)
    if textual and "array" in kinds and not isinstance(value, list):
        value = [value]
    if kinds and not any(_is_a(kind, value, textual) for kind in kinds):
        yield f"{name} has the type {_kind_named(value)} where {' or '.join(kinds)} is documented"
        return
    yield from _value_faults(schema, value, name)
    if isinstance(value, dict):
        yield from _object_faults(schema, value, textual, depth)
    if isinstance(value, list):
        yield from _list_faults(schema, value, name, textual, depth)


def kinds_of(schema: Schema) -> tuple[str, ...]:
    """The documented types of a schema, without those that are not known."""
    stated = schema.get("type")
    named = [stated] if isinstance(stated, str) else stated if isinstance(stated, list) else []
    known = tuple(str(kind) for kind in named)
    return known if all(kind in CLASSES for kind in known) else ()


def same(one: object, other: object) -> bool:
    """Whether two values are equal as JSON, where ``1`` and ``true`` differ."""
    return isinstance(one, bool) is isinstance(other, bool) and one == other


def _is_a(kind: str, value: object, textual: bool) -> bool:
    if textual and kind == "string" and isinstance(value, str | int | float | bool):
        return True
    return has_kind(value, kind)


def _kind_named(value: object) -> str:
    names = (("boolean", bool), ("integer", int), ("number", float), ("string", str), ("array", list), ("object", dict))
    return next((name for name, kind in names if isinstance(value, kind)), "null")


def _value_faults(schema: Schema, value: object, name: str) -> Iterator[str]:
    for word in ("enum", "x-extensible-enum"):
        members = schema.get(word)
        if isinstance(members, Sequence) and value is not None and not any(same(value, member) for member in members):
            yield f"{name} has a value outside the documented ones"
    if "const" in schema and not same(value, schema["const"]):
        yield f"{name} has another value than the one documented"
    for fact, limit, measured in broken_limits(_limits(schema), value):
        yield f"{name} {_SAID[fact].format(limit=limit, measured=measured)}"
    if isinstance(value, str) and not keeps_pattern(str(schema.get("pattern", "")), value):
        yield f"{name} does not match the documented pattern"
    if not keeps_format(str(schema.get("format", "")), value):
        yield f"{name} has not the documented format {schema['format']}"


def _object_faults(schema: Schema, value: Mapping[str, object], textual: bool, depth: int) -> Iterator[str]:
    properties, others = schema.get("properties"), schema.get("additionalProperties")
    known = properties if isinstance(properties, Mapping) else {}
    required = schema.get("required")
    yield from (f"`{needed}` is missing" for needed in (required if isinstance(required, list) else ()) if needed not in value)
    for key, child in value.items():
        inner = known.get(key, others)
        if inner is False:
            yield f"`{key}` is a field that is not documented, and others are refused"
        elif isinstance(inner, Mapping):
            yield from faults(inner, child, f"`{key}`", textual=textual, depth=depth + 1)


def _list_faults(schema: Schema, value: Sequence[object], name: str, textual: bool, depth: int) -> Iterator[str]:
    if schema.get("uniqueItems") is True and any(same(one, two) for at, one in enumerate(value) for two in value[:at]):
        yield f"{name} holds the same item twice"
    inner = schema.get("items")
    if isinstance(inner, Mapping):
        for child in value:
            yield from faults(inner, child, f"an item of {name}", textual=textual, depth=depth + 1)


def number(schema: Schema, word: str) -> int | float | None:
    """A keyword's value where it is a number."""
    return as_number(schema.get(word))


def _limits(schema: Schema) -> Mapping[str, object]:
    """The limits of a schema under the names of facts."""
    return {name: schema[keyword] for name in _SAID if (keyword := FACT_BY_NAME[name].keyword) in schema}
