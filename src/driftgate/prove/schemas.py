"""Contract changes planted in an OpenAPI document that stands as JSON on a page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby

from driftgate.contract import Contract, Field
from driftgate.prove.jsontext import Node, documents, first_entry, resolved, without
from driftgate.prove.mutation import Edit, Kind, Mutation
from driftgate.prove.typewords import OTHER_TYPE

NEW_NAME = "planted_field"
#: What a contract cannot say of one alternative alone: it holds where all of them say it.
ONE_OF_SEVERAL = (Kind.REQUIRED, Kind.DEPRECATE, Kind.ENUM)


def in_schemas(text: str, contract: Contract) -> tuple[Mutation, ...]:
    """Every change that the JSON documents of a page allow; none where fields cannot be found in one."""
    pointed = [field for field in contract.fields.values() if field.source and field.source.element.startswith("#/")]
    if len(pointed) * 2 < len(contract.fields):
        return ()
    roots = documents(text)
    return tuple(mutation for pointer, fields in _by_pointer(pointed) for mutation in _at(text, roots, pointer, fields))


def _by_pointer(fields: list[Field]) -> Iterator[tuple[str, list[Field]]]:
    def pointer(field: Field) -> str:
        return field.source.element if field.source else ""

    for key, same in groupby(sorted(fields, key=pointer), key=pointer):
        yield key, list(same)


def _at(text: str, roots: tuple[Node, ...], pointer: str, fields: list[Field]) -> Iterator[Mutation]:
    path = resolved(roots, pointer)
    if len(path) < 3:
        return
    keys = frozenset(field.key for field in fields)
    name, node = fields[0].name, path[-1]
    printed = node.at("name")
    if printed is not None and text[printed.start : printed.end] == json.dumps(name) and node.at("in"):
        yield from _parameter(text, node, printed, name, keys)
    elif (
        node.key is not None
        and text[slice(*node.key)] == name
        and node.is_a(text, "{")
        and pointer.split("/")[-2] == "properties"
    ):
        found = _property(text, path, name, keys, fields)
        unsure = ONE_OF_SEVERAL if any(field.flag("conditional") for field in fields) else ()
        yield from (mutation for mutation in found if mutation.kind not in unsure)


def _parameter(text: str, node: Node, printed: Node, name: str, keys: frozenset[str]) -> Iterator[Mutation]:
    yield Mutation(Kind.RENAME, (Edit(printed.start + 1, printed.end - 1, f"{name}_planted"),), keys)
    yield Mutation(Kind.REMOVE, (without(text, node),), keys)
    yield from _of_schema(text, node.at("schema") or node, keys)
    required = node.at("required")
    is_in_path = (place := node.at("in")) is not None and text[place.start : place.end] == '"path"'
    if not is_in_path:
        yield Mutation(Kind.REQUIRED, (_flipped(text, node, required),), keys)
    yield from _deprecated(node, keys)


def _flipped(text: str, node: Node, required: Node | None) -> Edit:
    if required is None:
        return first_entry(node, '"required":true')
    return Edit(required.start, required.end, "false" if text[required.start : required.end] == "true" else "true")


def _property(text: str, path: tuple[Node, ...], name: str, keys: frozenset[str], fields: list[Field]) -> Iterator[Mutation]:
    schema, properties, node = path[-3:]
    key = node.key or (0, 0)
    listed = schema.at("required")
    entries = listed.children.values() if listed is not None and listed.is_a(text, "[") else ()
    entry = next((entry for entry in entries if text[entry.start : entry.end] == json.dumps(name)), None)
    renamed = [Edit(*key, f"{name}_planted")] + ([Edit(entry.start + 1, entry.end - 1, f"{name}_planted")] if entry else [])
    yield Mutation(Kind.RENAME, tuple(renamed), keys)
    yield Mutation(Kind.REMOVE, (without(text, node), *([without(text, entry)] if entry else [])), keys)
    yield Mutation(Kind.REQUIRED, (without(text, entry) if entry else _listed(text, schema, listed, name),), keys)
    added = frozenset(f"{field.key.removesuffix(field.path)}{sibling_path(field.path)}" for field in fields)
    new = first_entry(properties, f'"{NEW_NAME}":{{"type":"string"}}')
    yield Mutation(Kind.ADD_REQUIRED, (new, _listed(text, schema, listed, NEW_NAME)), added)
    yield from _of_schema(text, node, keys)
    if node.at("$ref") is None:
        yield from _deprecated(node, keys)


def sibling_path(path: str) -> str:
    """The path of the planted field beside another."""
    parent, dot, _ = path.rpartition(".")
    return f"{parent}{dot}{NEW_NAME}"


def _listed(text: str, schema: Node, listed: Node | None, name: str) -> Edit:
    """The name among the required ones."""
    if listed is not None and listed.is_a(text, "["):
        return first_entry(listed, json.dumps(name))
    return first_entry(schema, f'"required":[{json.dumps(name)}]')


def _of_schema(text: str, node: Node, keys: frozenset[str]) -> Iterator[Mutation]:
    kind = node.at("type")
    word = text[kind.start + 1 : kind.end - 1] if kind is not None and kind.is_a(text, '"') else ""
    values = node.at("enum")
    listed = [] if values is None else [one for one in values.children.values() if text[one.start : one.end] != "null"]
    if kind is not None and word in OTHER_TYPE and values is None:
        yield Mutation(Kind.TYPE, (Edit(kind.start + 1, kind.end - 1, OTHER_TYPE[word]),), keys)
    if len(listed) > 1:  # null is no value of its own: it says that the field is nullable
        yield Mutation(Kind.ENUM, (without(text, listed[-1]),), keys)


def _deprecated(node: Node, keys: frozenset[str]) -> Iterator[Mutation]:
    if node.at("deprecated") is None:
        yield Mutation(Kind.DEPRECATE, (first_entry(node, '"deprecated":true'),), keys)
