"""JSON Schemas that stand in code samples, as rows: one per property, nested by level, references as names of models."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from driftgate.contract import Source
from driftgate.extract.blocks import Cell
from driftgate.extract.tables.placing import ITSELF
from driftgate.extract.tables.rows.nesting import Named, named
from driftgate.extract.tables.rows.row import Row
from driftgate.extract.tables.shown.samples import value_of
from driftgate.extract.tables.wording.words import Role

Schema = Mapping[str, object]

_DEEPEST = 12
_MOST_ROWS = 2_000
#: what a schema says of a value; a sample with a key "properties" holds no such thing
_KEYWORDS = frozenset(("type", "$ref", "anyOf", "oneOf", "allOf", "enum", "const", "properties", "items", "additionalProperties"))
_VARIANTS = ("anyOf", "oneOf")
_TYPES = ("object", "string", "array", "number", "integer", "boolean", "null")


def schema_rows(text: str, source: Source) -> list[tuple[Row | None, Source]]:
    """The properties of the schema that a text is, below a row for an array or a reference as a whole; none for a sample."""
    if '"properties"' not in text and '"$ref"' not in text:
        return []
    return schema_value_rows(value_of(text), source)


def schema_value_rows(schema: object, source: Source) -> list[tuple[Row | None, Source]]:
    """The same of a schema that is read already."""
    if not isinstance(schema, Mapping) or not is_schema(schema):
        return []
    rows: list[tuple[Row | None, Source]] = []
    for row in _rows(schema, source):
        rows.append((row, source if row is None else row.source))
        if len(rows) >= _MOST_ROWS:
            break
    return rows


def is_schema(value: object, depth: int = 0) -> bool:
    """Whether a value is a schema as a whole: its properties are schemas, it is an array of one, a reference to one, or is made
    of some."""
    if not isinstance(value, Mapping):
        return False
    properties, items = value.get("properties"), value.get("items")
    if isinstance(properties, Mapping):
        return (bool(properties) or value.get("type") in _TYPES) and all(
            isinstance(part, Mapping) and (not part or _KEYWORDS & part.keys()) for part in properties.values()
        )
    if value.get("type") == "array" and isinstance(items, Mapping):
        return bool(_KEYWORDS & items.keys())
    made = (part for keyword in ("allOf", *_VARIANTS) for part in _parts(value, keyword)[:_DEEPEST])
    parts = made if depth < _DEEPEST else ()
    return isinstance(value.get("$ref"), str) or any(is_schema(part, depth + 1) for part in parts)


def _rows(schema: Schema, source: Source) -> Iterator[Row | None]:
    """Depth first, without recursion: the properties of a property stand right below it."""
    whole = _type(schema)
    level = 0
    if not whole.startswith("object"):
        yield Row(Named(ITSELF), {Role.TYPE: Cell(whole)}, source)
        level = 1
    waiting = list(reversed(list(_properties(_inner(schema), level))))
    while waiting:
        name, part, depth, required = waiting.pop()
        cell = named(name)
        quote = replace(source, quote=f"{name}: {_type(part)}"[:200])
        yield Row(cell._replace(level=depth), _cells(part, required=required), quote) if cell else None
        if depth < _DEEPEST:
            waiting += reversed(list(_properties(_inner(part), depth + 1)))


def _inner(schema: Schema) -> Schema:
    """What holds the properties: the items of an array, else the schema itself."""
    items = schema.get("items")
    return items if schema.get("type") == "array" and isinstance(items, Mapping) else schema


def _properties(schema: Schema, level: int) -> Iterator[tuple[str, Schema, int, bool]]:
    required = schema.get("required")
    names = required if isinstance(required, list) else []
    for part in (schema, *_parts(schema, "allOf")):
        properties = part.get("properties")
        own = part.get("required")
        listed = [*names, *(own if isinstance(own, list) else [])]
        for name, inner in properties.items() if isinstance(properties, Mapping) else ():
            yield str(name), inner if isinstance(inner, Mapping) else {}, level, name in listed


def _parts(schema: Schema, keyword: str) -> list[Schema]:
    listed = schema.get(keyword)
    return [part for part in listed if isinstance(part, Mapping)] if isinstance(listed, list) else []


def _type(schema: Schema, depth: int = 0) -> str:
    """The type in words: the name of the model behind a reference, a list of items, the variants of a union."""
    reference, kind, items = schema.get("$ref"), schema.get("type"), schema.get("items")
    if depth > _DEEPEST:
        return ""
    if isinstance(reference, str):
        return reference.rpartition("/")[2]
    if kind == "array":
        inner = _type(items, depth + 1) if isinstance(items, Mapping) else ""
        return f"array of {inner}" if inner else "array"
    if isinstance(kind, str | list):
        return kind if isinstance(kind, str) else " | ".join(map(str, kind))
    variants = [part for keyword in _VARIANTS for part in _parts(schema, keyword)] or _parts(schema, "allOf")
    if variants:
        return " | ".join(dict.fromkeys(filter(None, (_type(part, depth + 1) for part in variants))))
    return "object" if "properties" in schema else ""


def _cells(schema: Schema, *, required: bool) -> dict[Role, Cell]:
    values = schema.get("enum")
    listed = tuple(value for value in values if isinstance(value, str)) if isinstance(values, list) else ()
    texts = {
        Role.TYPE: _type(schema),
        Role.REQUIRED: "yes" if required else "no",
        Role.FORMAT: schema.get("format"),
        Role.DESCRIPTION: schema.get("description"),
        Role.DEFAULT: schema.get("default"),
    }
    cells = {role: Cell(str(text)) for role, text in texts.items() if isinstance(text, str | int | float) and text != ""}
    return cells | ({Role.ENUM: Cell(", ".join(listed), code=listed)} if listed else {})
