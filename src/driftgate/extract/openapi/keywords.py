"""The keywords of one schema object as facts: one visible table. A keyword that says what holds anyway is no fact."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from driftgate.contract import FactValue
from driftgate.contract.types import ORDER
from driftgate.extract.openapi.limits import scalar, value_set

_ALONE = {name: frozenset((name,)) for name in ORDER}

#: Type names that are no JSON Schema and still stand in real documents.
_SLOPPY = {
    "int": "integer",
    "int32": "integer",
    "int64": "integer",
    "long": "integer",
    "float": "number",
    "double": "number",
    "decimal": "number",
    "bool": "boolean",
    "str": "string",
    "text": "string",
    "list": "array",
    "dict": "object",
    "map": "object",
    "file": "string",
}


def _flag(value: object) -> FactValue:
    return True if value is True else None


def _number(value: object) -> FactValue:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return int(value) if isinstance(value, float) and value.is_integer() and abs(value) < 2**53 else value


def _count(value: object) -> FactValue:
    number = _number(value)
    return number if isinstance(number, int) and number >= 0 else None


def _above_zero(value: object) -> FactValue:
    return _count(value) or None


def _text(value: object) -> FactValue:
    return value.strip() or None if isinstance(value, str) else None


def _values(value: object) -> FactValue:
    return value_set(value) if isinstance(value, list) and value else None


#: keyword, fact, reading. A reading gives None where the keyword states nothing.
_TABLE: tuple[tuple[str, str, Callable[[object], FactValue]], ...] = (
    ("nullable", "nullable", _flag),
    ("x-nullable", "nullable", _flag),
    ("readOnly", "read_only", _flag),
    ("writeOnly", "write_only", _flag),
    ("deprecated", "deprecated", _flag),
    ("x-deprecated", "deprecated", _flag),
    ("x-sunset", "sunset", _text),
    ("x-stability-level", "stability", _text),
    ("format", "format", _text),
    ("enum", "enum", _values),
    ("x-extensible-enum", "open_enum", _values),
    ("multipleOf", "multiple_of", _number),
    ("minLength", "min_length", _above_zero),
    ("maxLength", "max_length", _count),
    ("pattern", "pattern", _text),
    ("minItems", "min_items", _above_zero),
    ("maxItems", "max_items", _count),
    ("uniqueItems", "unique_items", _flag),
    ("minProperties", "min_properties", _above_zero),
    ("maxProperties", "max_properties", _count),
    ("minContains", "min_contains", _count),
    ("maxContains", "max_contains", _count),
    ("contentMediaType", "content_media_type", _text),
    ("contentEncoding", "content_encoding", _text),
)


_BY_KEYWORD: Mapping[str, tuple[str, Callable[[object], FactValue]]] = {
    **{keyword: (fact, read) for keyword, fact, read in _TABLE},
}
#: Keywords that change what others say; most schemas have none of them.
_BOUNDS = frozenset(("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"))
_TOGETHER = _BOUNDS | {"const", "default", "enum", "discriminator"}


def facts_of(raw: Mapping[str, object]) -> dict[str, FactValue]:
    """The facts that the plain keywords of one schema object state; ``$ref``, composition and children are left out."""
    facts: dict[str, FactValue] = {}
    for keyword in raw:
        if keyword in _BY_KEYWORD:
            fact, read = _BY_KEYWORD[keyword]
            if (value := read(raw[keyword])) is not None:
                facts[fact] = value
    if not _TOGETHER.isdisjoint(raw):
        _together(raw, facts)
    return facts


def _together(raw: Mapping[str, object], facts: dict[str, FactValue]) -> None:
    if "const" in raw:  # `const: a` and `enum: [a]` are one statement
        facts["enum"] = (scalar(raw["const"]),)
    if "default" in raw:
        facts["default"] = scalar(raw["default"])
    if not _BOUNDS.isdisjoint(raw):
        _bounds(raw, facts)
    if "enum" in facts:
        _null_values(facts)
    if "discriminator" in raw:
        _discriminator(raw["discriminator"], facts)


def _bounds(raw: Mapping[str, object], facts: dict[str, FactValue]) -> None:
    """Both styles of exclusive bounds: a number of its own, or ``true`` beside the bound it sharpens (3.0, draft 4)."""
    for bound in ("minimum", "maximum"):
        limit, exclusive = _number(raw.get(bound)), raw.get(f"exclusive{bound.capitalize()}")
        if exclusive is True and limit is not None:
            facts[f"exclusive_{bound}"] = limit
            continue
        if limit is not None:
            facts[bound] = limit
        if (sharp := _number(exclusive)) is not None:
            facts[f"exclusive_{bound}"] = sharp


def _null_values(facts: dict[str, FactValue]) -> None:
    """A null among the values makes the value nullable; it is no value of its own."""
    values = facts.get("enum")
    if isinstance(values, tuple) and None in values and len(values) > 1:
        facts["enum"] = tuple(value for value in values if value is not None)
        facts["nullable"] = True


def _discriminator(value: object, facts: dict[str, FactValue]) -> None:
    """3.x: an object with propertyName and mapping; 2.0: the property's name alone."""
    if isinstance(value, str):
        facts["discriminator"] = value
    elif isinstance(value, dict) and isinstance(name := value.get("propertyName"), str):
        facts["discriminator"] = name


def kinds_of(raw: Mapping[str, object]) -> tuple[frozenset[str] | None, bool]:
    """The JSON types that one schema object allows (None: any), and whether a type stands there that cannot be named."""
    stated = raw.get("type")
    if isinstance(stated, str) and (plain := _ALONE.get(stated)) is not None:
        return plain, False
    names = stated if isinstance(stated, list) else [stated] if stated is not None else []
    words = [name.strip().lower() if isinstance(name, str) else "" for name in names]
    named = [_SLOPPY.get(word, word) for word in words if word != "any"]
    kinds = frozenset(name for name in named if name in ORDER)
    if kinds:
        return kinds, len(kinds) < len(set(named))
    return _implied(raw), bool(named)


def _implied(raw: Mapping[str, object]) -> frozenset[str] | None:
    """The type that the other keywords leave no doubt of."""
    if isinstance(raw.get("properties"), dict):
        return frozenset({"object"})
    if "items" in raw:
        return frozenset({"array"})
    values = raw.get("enum", [raw["const"]] if "const" in raw else None)
    if isinstance(values, list) and values:
        return frozenset(kind_of_value(value) for value in values)
    return None


def kind_of_value(value: object) -> str:
    """The JSON type of a value."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        return "integer"
    if isinstance(value, float):
        return "number"
    return "string" if isinstance(value, str) else "array" if isinstance(value, list) else "object"
