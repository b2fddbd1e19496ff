"""Schemas as Scalar's Markdown writes them: a line of facts, a list of properties, and labels for items, maps and unions."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from driftgate.contract import Source
from driftgate.extract.blocks import Item
from driftgate.extract.openapi.references import step

Schema = dict[str, object]
#: a line of words, or the entries of one list
Token = str | tuple[Item, ...]

_ITEMS = ("Items:", "Array of:")
_VALUES = "Additional properties:"
_UNIONS = {"All of:": "allOf", "Any of:": "anyOf", "One of:": "oneOf"}
_SHOWN = re.compile(r"^Schema (\S{1,200}) is shown (?:above|below under Schemas)\.$")
_KINDS = r"(?:string|integer|number|boolean|object|array|null|any)"
_FACTS = re.compile(rf"^{_KINDS}(?: \| {_KINDS}){{0,6}}(?=, | — |$)")
_DESCRIBED = re.compile(r"(?:^| )— ")
_LABELLED = re.compile(
    r"(?:^|, )(schema|format|possible values|const|default|minimum|maximum|exclusiveMinimum|exclusiveMaximum|multipleOf|minLength"
    r"|maxLength|pattern|minProperties|maxProperties): |(?:^|, )(readOnly|writeOnly)(?=,|$)"
)
_UNTYPED = re.compile(r"(?:schema|format|possible values|const|default): ")
_ANY, _NEVER = "any (true schema)", "never (false schema)"
_WORDS = ("format", "pattern")
_REQUIRED = " (required)"
#: what may stand behind a name
_MARK = re.compile(r" \([^()]{1,40}\)$")
_DEEPEST = 40


@dataclass(slots=True)
class Schemas:
    """The schemas of a page. places: where it states what stands at a JSON pointer; named: those that bear a name."""

    near: Source
    places: dict[str, Source] = field(default_factory=dict)
    named: dict[str, Schema] = field(default_factory=dict)

    def of(self, tokens: Sequence[Token], pointer: str, depth: int = 0) -> Schema:
        """The schema that these lines and lists write."""
        own: Schema = {}
        for at, token in enumerate(tokens):
            if isinstance(token, tuple):
                own |= self._object(token, pointer, depth)
            elif token == _VALUES and tokens[at + 1 : at + 2] == [_NEVER]:
                return own | self.of(tokens[at + 2 :], pointer, depth + 1)
            elif (holder := self._holder(token, tokens[at + 1 :], pointer, depth)) is not None:
                return _held(own, holder)
            elif shown := _SHOWN.match(token):
                own |= {"$ref": _pointer_to(shown[1])}
            elif facts := facts_of(token):
                own |= facts
            if "title" in own:
                return self._named(str(own.pop("title")), own, tokens[at + 1 :], depth)
        return own

    def _named(self, name: str, own: Schema, rest: Sequence[Token], depth: int) -> Schema:
        """A reference to a schema that is written here for the first time."""
        pointer = _pointer_to(name).removeprefix("#")
        if name not in self.named:
            self.named[name] = {}
            self.named[name] = _held(own, self.of(rest, pointer, depth + 1))
        return {"$ref": f"#{pointer}"}

    def _holder(self, label: str, rest: Sequence[Token], pointer: str, depth: int) -> Schema | None:
        """What a label opens: an array, a map, or a union; the rest is what it holds."""
        if depth > _DEEPEST:
            return None
        if label in _ITEMS:
            return {"type": "array", "items": self.of(rest, f"{pointer}/items", depth + 1)}
        if label == _VALUES:
            plain = bool(rest) and isinstance(rest[0], str) and _is_plain(rest[0])
            lists = [token for token in rest if isinstance(token, tuple)] if plain else []  # those of the object itself
            inner = self.of(rest[:1] if plain else rest, f"{pointer}/additionalProperties", depth + 1)
            return {"type": "object", "additionalProperties": inner} | self.of(lists, pointer, depth + 1)
        if label in _UNIONS:
            key = _UNIONS[label]
            return {key: list(self._variants(rest, f"{pointer}/{key}", depth))}
        return None

    def _variants(self, tokens: Sequence[Token], pointer: str, depth: int) -> Iterator[Schema]:
        """Each member of a union: its list, its line of facts, or what a label within it opens."""
        name, at = "", 0
        while at < len(tokens):
            token, here = tokens[at], f"{pointer}/{at}"
            at += 1
            if isinstance(token, tuple):
                yield self._named(name, {}, [token], depth) if name else self._object(token, here, depth)
                name = ""
            elif token == _VALUES and at < len(tokens) and isinstance(line := tokens[at], str) and _is_plain(line):
                at += 1  # of the object above
            elif token in _ITEMS or token == _VALUES or token in _UNIONS:
                yield self.of(tokens[at - 1 :], here, depth + 1)
                return
            elif _SHOWN.match(token) or "type" in facts_of(token):
                yield self.of([token], here, depth + 1)
            else:
                name = str(facts_of(token).get("title", name))

    def _object(self, items: Sequence[Item], pointer: str, depth: int) -> Schema:
        """The object whose properties a list names."""
        properties: Schema = {}
        required: list[str] = []
        for item, within in _entries(items):
            name = item.code[0]
            here = step(f"{pointer}/properties", name)
            self.places[here] = replace(self.near, line=item.line, quote=item.text[:200])
            written = self.of(_tokens(item, within), here, depth + 1) if depth < _DEEPEST else {}
            properties[name] = {"anyOf": [properties[name], written]} if name in properties else written  # of another variant
            required += [name] if item.strong[0].endswith(_REQUIRED) else []
        return {"type": "object", "properties": properties, "required": required} if properties else {}


def _tokens(item: Item, within: Sequence[Item]) -> list[Token]:
    """What a property's entry says below its name. A plain type holds nothing: what follows it belongs to the entry's list."""
    lines = item.text.split("\n")[1:]
    if lines and _is_plain(lines[0]):
        return [*lines[:1]]
    return [*lines, *([tuple(within)] if within else [])]


def _is_plain(line: str) -> bool:
    """Whether a line of facts is that of a value which holds nothing."""
    kind = facts_of(line).get("type")
    kinds = set(kind) if isinstance(kind, list) else {kind}
    return line in (_ANY, _NEVER) or not kinds & {None, "object", "array"}


def _entries(items: Sequence[Item]) -> Iterator[tuple[Item, Sequence[Item]]]:
    """Each outermost entry that names a property, and the entries within it; limits of an array are none."""
    depth = min((item.depth for item in items), default=0)
    starts = [at for at, item in enumerate(items) if item.depth == depth]
    for start, end in zip(starts, [*starts[1:], len(items)], strict=True):
        item = items[start]
        if item.strong and item.code and _MARK.sub("", item.strong[0]) == item.code[0]:
            yield item, items[start + 1 : end]


def facts_of(line: str) -> Schema:
    """The facts on one line: ``string | null, format: date, default: "x" — words``; none where it is no such line."""
    kinds = _FACTS.match(line)
    if not kinds and not _UNTYPED.match(line):
        return {}
    types = kinds[0].split(" | ") if kinds else ["any"]
    facts: Schema = {} if types == ["any"] else {"type": types[0] if len(types) == 1 else types}
    head, *described = _DESCRIBED.split(line, maxsplit=1)
    facts |= {"description": described[0]} if described else {}
    pieces = _LABELLED.split(head)[1:]
    for label, mark, value in zip(pieces[::3], pieces[1::3], pieces[2::3], strict=True):
        facts |= {mark: True} if mark else _fact(label, value)
    if facts.get("type") == "object" and isinstance(facts.get("const", facts.get("default")), str | int | float):
        del facts["type"]  # is printed where the document says none
    return facts


def _fact(label: str, value: str) -> Schema:
    if label == "schema":
        return {"title": value}
    if label in _WORDS:
        return {label: value}
    try:
        read = json.loads(f"[{value}]")
    except ValueError:
        return {}
    return {"enum": read} if label == "possible values" else {label: read[0]} if len(read) == 1 else {}


def _held(own: Schema, holder: Schema) -> Schema:
    """A schema with what it holds. Of a union the type is that of its members: "object" is printed where none is said."""
    kind = own.get("type")
    if not set(holder) & set(_UNIONS.values()):
        nullable = isinstance(kind, list) and "null" in kind
        return own | holder | ({"type": [holder["type"], "null"]} if nullable and "type" in holder else {})
    return {name: value for name, value in own.items() if name != "type" or value != "object"} | holder


def _pointer_to(name: str) -> str:
    return step("#/components/schemas", name)
