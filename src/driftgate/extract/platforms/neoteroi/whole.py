"""Named schemas that the page also prints whole: of a body that refers to one the generator prints the schema itself, as JSON.

The table of the same schema says less: not what is required, nor what a union or a merged schema holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from driftgate.extract.platforms.neoteroi.schemas import Schema

#: schemas with fewer names are told apart by nothing
_TELLING = 2


def made_whole(data: dict[str, object]) -> frozenset[str]:
    """Puts the schemas that bodies print in the place of the tables with the same names of properties.
    The names of the schemas that are whole now."""
    components = data.get("components")
    schemas = components.get("schemas") if isinstance(components, dict) else None
    if not isinstance(schemas, dict):
        return frozenset()
    printed = _by_names(data)
    found = {name: whole for name, table in schemas.items() if (whole := printed.get(_names(table))) and _agree(table, whole)}
    schemas |= found
    return frozenset(found)


def _by_names(data: Mapping[str, object]) -> dict[frozenset[str], Schema | None]:
    """Every schema printed for a body, by the names of its properties; None where two of them differ."""
    found: dict[frozenset[str], Schema | None] = {}
    for schema in _bodies(data):
        names = _names(schema)
        if len(names) >= _TELLING:
            found[names] = schema if found.get(names, schema) == schema else None
    return found


def _names(schema: object) -> frozenset[str]:
    return frozenset(_properties(schema))


def _agree(table: Schema, whole: Schema) -> bool:
    """Whether no property has one plain type in the table and another in the schema."""
    kinds = {name: _below(of, "type") for name, of in _properties(table).items()}
    others = {name: _below(of, "type") for name, of in _properties(whole).items()}
    return all(kind == others[name] for name, kind in kinds.items() if isinstance(kind, str) and isinstance(others[name], str))


def _properties(schema: object) -> dict[str, object]:
    properties = _below(schema, "properties")
    return properties if isinstance(properties, dict) else {}


def _bodies(data: Mapping[str, object]) -> Iterator[Schema]:
    """The schema of each media type, wherever it stands outside of the named schemas."""
    waiting: list[object] = [data.get("paths"), _below(data.get("components"), "responses")]
    while waiting:
        value = waiting.pop()
        content = _below(value, "content")
        if isinstance(content, dict):
            yield from (schema for media in content.values() if isinstance(schema := _below(media, "schema"), dict))
        elif isinstance(value, dict):
            waiting += [child for name, child in value.items() if name != "parameters"]


def _below(value: object, name: str) -> object:
    return value.get(name) if isinstance(value, dict) else None
