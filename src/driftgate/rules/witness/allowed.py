"""What is wrong with a JSON value under a documented schema, in fixed words around the names of fields."""

from __future__ import annotations

import math
import operator
from collections.abc import Iterator, Mapping, Sequence

from driftgate.contract.values import CLASSES, has_kind
from driftgate.rules.witness.placeholders import keeps_format, keeps_pattern

Schema = Mapping[str, object]

DEEPEST = 64


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
        yield from _object_faults(schema, value, name, textual, depth)
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
    if isinstance(value, int | float) and not isinstance(value, bool):
        yield from (f"{name} is {fault}" for fault in _number_faults(schema, value))
    if isinstance(value, str):
        yield from _size_faults(schema, len(value), "Length", "characters", name)
        if not keeps_pattern(str(schema.get("pattern", "")), value):
            yield f"{name} does not match the documented pattern"
    if not keeps_format(str(schema.get("format", "")), value):
        yield f"{name} has not the documented format {schema['format']}"


def _number_faults(schema: Schema, value: float) -> Iterator[str]:
    bounds = (
        ("minimum", operator.lt, "below the minimum of"),
        ("exclusiveMinimum", operator.le, "not above"),
        ("maximum", operator.gt, "above the maximum of"),
        ("exclusiveMaximum", operator.ge, "not below"),
    )
    for word, breaks, said in bounds:
        limit = number(schema, word)
        if limit is not None and breaks(value, limit):
            yield f"{said} {limit}"
    step = number(schema, "multipleOf")
    if step and not _is_multiple(value, step):
        yield f"no multiple of {step}"


def _is_multiple(value: float, step: float) -> bool:
    """Whether a number is a multiple of another, but for what floats lose. Beyond what floats can hold nothing is claimed."""
    try:
        return math.isclose(math.remainder(value, step), 0, abs_tol=abs(step) * 1e-9)
    except (OverflowError, ValueError):
        return True


def _size_faults(schema: Schema, size: int, unit: str, said: str, name: str) -> Iterator[str]:
    least, most = number(schema, f"min{unit}"), number(schema, f"max{unit}")
    if least is not None and size < least:
        yield f"{name} has {size} {said} where at least {least} are documented"
    if most is not None and size > most:
        yield f"{name} has {size} {said} where at most {most} are documented"


def _object_faults(schema: Schema, value: Mapping[str, object], name: str, textual: bool, depth: int) -> Iterator[str]:
    properties, others = schema.get("properties"), schema.get("additionalProperties")
    known = properties if isinstance(properties, Mapping) else {}
    required = schema.get("required")
    yield from (f"`{needed}` is missing" for needed in (required if isinstance(required, list) else ()) if needed not in value)
    yield from _size_faults(schema, len(value), "Properties", "fields", name)
    for key, child in value.items():
        inner = known.get(key, others)
        if inner is False:
            yield f"`{key}` is a field that is not documented, and others are refused"
        elif isinstance(inner, Mapping):
            yield from faults(inner, child, f"`{key}`", textual=textual, depth=depth + 1)


def _list_faults(schema: Schema, value: Sequence[object], name: str, textual: bool, depth: int) -> Iterator[str]:
    yield from _size_faults(schema, len(value), "Items", "items", name)
    if schema.get("uniqueItems") is True and any(same(one, two) for at, one in enumerate(value) for two in value[:at]):
        yield f"{name} holds the same item twice"
    inner = schema.get("items")
    if isinstance(inner, Mapping):
        for child in value:
            yield from faults(inner, child, f"an item of {name}", textual=textual, depth=depth + 1)


def number(schema: Schema, word: str) -> int | float | None:
    """A keyword's value where it is a number."""
    found = schema.get(word)
    return found if isinstance(found, int | float) and not isinstance(found, bool) else None
