"""Flat field paths back into nested schemas."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from driftgate.contract import ROOT, FactValue, Field
from driftgate.contract.types import members_of
from driftgate.extract.openapi.silence import BESIDES, silent
from driftgate.extract.segments import name_of

Schema = dict[str, object]

_KEYWORDS: Mapping[str, str] = {
    "read_only": "readOnly",
    "write_only": "writeOnly",
    "deprecated": "deprecated",
    "sunset": "x-sunset",
    "stability": "x-stability-level",
    "format": "format",
    "const": "const",
    "default": "default",
    "minimum": "minimum",
    "exclusive_minimum": "exclusiveMinimum",
    "maximum": "maximum",
    "exclusive_maximum": "exclusiveMaximum",
    "multiple_of": "multipleOf",
    "min_length": "minLength",
    "max_length": "maxLength",
    "pattern": "pattern",
    "min_items": "minItems",
    "max_items": "maxItems",
    "unique_items": "uniqueItems",
    "min_properties": "minProperties",
    "max_properties": "maxProperties",
    "additional": "additionalProperties",
    "min_contains": "minContains",
    "max_contains": "maxContains",
    "content_media_type": "contentMediaType",
    "content_encoding": "contentEncoding",
}
_SETS: Mapping[str, str] = {"enum": "enum", "open_enum": "x-extensible-enum"}

#: Said elsewhere than in the field's own schema.
_ELSEWHERE = frozenset(("type", "required", "nullable", "style", "explode", "discriminator"))


@dataclass(slots=True)
class Node:
    """A schema in the making. is_field: whether the docs name it, as against what is made on the way to a field."""

    is_field: bool = False
    facts: Mapping[str, FactValue] = field(default_factory=dict)
    properties: dict[str, Node] = field(default_factory=dict)
    items: Node | None = None
    values: Node | None = None


def schema_of(fields: Iterable[Field]) -> Schema:
    """The schema of one body (or parameter, whose own field has the path ``$``)."""
    tree = _Tree()
    for found in sorted(fields, key=lambda f: (f.path != ROOT, f.path.count("."), len(f.path), f.path)):
        tree.state(found)
    return _schema(tree.nodes[""])


@dataclass(slots=True)
class _Tree:
    """Nodes by path. stated: the paths of fields, as against those made on the way to one."""

    nodes: dict[str, Node] = field(default_factory=lambda: {"": Node()})
    stated: set[str] = field(default_factory=lambda: {""})

    def state(self, found: Field) -> None:
        path = "" if found.path == ROOT else found.path
        self.stated.add(path)
        node = self._node(path)
        node.facts, node.is_field = found.facts, True

    def _node(self, path: str) -> Node:
        """The node of a path, made below its nearest known ancestor."""
        if path in self.nodes:
            return self.nodes[path]
        array = path.rstrip("[]")
        if path.endswith("[]") and (array in self.nodes or path not in self.stated):
            above = self._node(path[:-2])
            above.items = self.nodes[path] = above.items or Node()
            return self.nodes[path]
        parent, name = self._split(path)
        above = self._node(parent)
        if name == "*":
            above.values = self.nodes[path] = above.values or Node()
        else:
            self.nodes[path] = above.properties.setdefault(name_of(name), Node())
        return self.nodes[path]

    def _split(self, path: str) -> tuple[str, str]:
        """Parent and name. Below a stated field the rest is one name; else a dotted path is one, unless an array stands in it."""
        for end in range(len(path) - 1, 0, -1):
            if path[end] == "." and path[:end].rstrip("[]") in self.stated:
                return path[:end], path[end + 1 :]
        if "[]." in path or path.endswith(".*"):
            parent, _, name = path.rpartition(".")
            return parent, name
        return "", path


def _schema(node: Node) -> Schema:
    schema = _type(node)
    schema.update({word: node.facts[fact] for fact, word in _KEYWORDS.items() if fact in node.facts})
    for fact, word in _SETS.items():
        values = node.facts.get(fact)
        if isinstance(values, tuple):
            schema[word] = [*values, None] if fact == "enum" and node.facts.get("nullable") else list(values)
    if isinstance(name := node.facts.get("discriminator"), str):
        schema["discriminator"] = {"propertyName": name}
    if node.properties:
        schema["properties"] = {name: _property(child) for name, child in sorted(node.properties.items())}
        needed = sorted(name for name, child in node.properties.items() if child.facts.get("required") is True)
        schema.update({"required": needed} if needed else {})
    if node.values is not None:
        schema["additionalProperties"] = _schema(node.values)
    return schema | _told(node)


def _property(node: Node) -> Schema:
    """A schema with a name, which is required, or not, or nobody says."""
    schema = _schema(node)
    return schema if "required" in node.facts or not node.is_field else silent(schema)


def _type(node: Node) -> Schema:
    """``type`` and ``items``: the type of an array's items stands in the array's type, the rest in a field of its own."""
    printed = node.facts.get("type")
    members = members_of(printed) if isinstance(printed, str) else ()
    kinds = [member.split("<", 1)[0] for member in members]
    schema: Schema = {"type": kinds[0] if len(kinds) == 1 else kinds} if kinds else {}
    if node.facts.get("nullable") is True:
        schema = {"type": [*kinds, "null"]} if kinds else {"x-nullable": True}
    inner = next((member[len("array<") : -1] for member in members if member.startswith("array<")), None)
    if node.items is not None:
        items = _schema(node.items)
        schema["items"] = items if inner is None or "type" in items else {**_type(Node(facts={"type": inner})), **items}
    elif inner is not None:
        schema["items"] = _type(Node(facts={"type": inner}))
    return schema


def _told(node: Node) -> Schema:
    """Facts that are one line of a schema which is not in the contract: kept as what they are."""
    known = _KEYWORDS.keys() | _SETS.keys() | _ELSEWHERE
    told = {name: list(v) if isinstance(v, tuple) else v for name, v in node.facts.items() if name not in known}
    return {BESIDES: told} if told else {}
