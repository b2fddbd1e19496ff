"""Reads API Blueprint: headings such as ``## Ships [/ships{?page}]`` and ``### List [GET]``, and lists of members below
``+ Parameters`` and ``+ Attributes``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from driftgate.contract import Operation
from driftgate.contract.paths import METHODS
from driftgate.extract.blocks import Block, Heading, Item, Listing
from driftgate.extract.document import Document
from driftgate.extract.extraction import Extraction
from driftgate.extract.tables.assembly import read_blocks
from driftgate.extract.tables.rows.trees import Entry, nested
from driftgate.extract.tables.rows.written import UNNAMED, Written, drawn

NAME = "api-blueprint"

_METHOD = "|".join(METHODS)
_MARK = re.compile(r"^\s{0,3}[+*-] (?:Response \d{3}|Parameters|Attributes)\b", re.MULTILINE)
_TITLE = re.compile(rf"^(?:(.{{0,200}}?)\s*\[\s*)?(?:({_METHOD})\b\s*)?(/[^\]\s]{{0,300}})?\s*\]?$")
_QUERY = re.compile(r"\{[?&]([^{}]{1,500})\}|\{#[^{}]{0,100}\}")
_PART = re.compile(
    r"^(Parameters|Attributes|Request|Response|Body|Headers|Schema|Model)\b\s*(\d{3})?[^(\n]{0,100}(?:\(([^()\n]{1,200})\))?"
)
_MEMBER = re.compile(
    r"^([\w$.@*\[\]{}-]{1,100})(?:\s*:\s*([^()\n]{0,300}?))?\s*(?:\(([^()\n]{1,300})\))?\s*(?:(?:-+|\.{3})\s+(.{0,2000}))?$"
)
_HELD = re.compile(r"^(Default|Members|Sample|Example|Items|Properties|One Of|Include)\b:?\s*(.{0,200})", re.IGNORECASE)
_FLAGS = frozenset(("required", "optional", "fixed", "fixed-type", "nullable", "default", "sample"))
_INHERITED = re.compile(r"^([\w .-]{1,100}?)\s*\(([^()]{1,100})\)$")
_LEVEL = 6


@dataclass
class _Resource:
    """The address that the actions below a heading share, with what it says of itself."""

    path: str = ""
    parameters: list[Written] = field(default_factory=list)


def recognises(document: Document) -> bool:
    """Headings with an address in brackets or after a method, and the lists of this format."""
    text = document.text
    if document.kind not in ("markdown", "text") or not ("[/" in text or "FORMAT: 1A" in text or "[GET" in text):
        return False
    return _MARK.search(text) is not None


def extract(document: Document, wanted: Operation | None) -> Extraction:
    """All actions of the blueprint; named structures are unfolded where a type names them."""
    return read_blocks(document, NAME, wanted, tuple(_Walk().blocks(document.blocks)), pseudo=frozenset({UNNAMED}))


class _Walk:
    """One pass over the page, section by section."""

    def __init__(self) -> None:
        self.resource = _Resource()
        self.title = self.address = ""
        self.method = ""
        self.in_structures = False
        self.models: list[tuple[str, list[Written]]] = []

    def blocks(self, blocks: Sequence[Block]) -> Iterator[Block]:
        """A heading per action and part, a table per list of members; the named structures at the end."""
        items: list[Item] = []
        for block in blocks:
            if isinstance(block, Heading) and block.level < 7:
                yield from self._section(items)
                items = []
                yield from self._heading(block)
            elif isinstance(block, Listing):
                items += block.items
        yield from self._section(items)
        yield Heading(1, "Models")
        for name, fields in self.models:
            yield Heading(2, name)
            yield drawn(fields)

    def _heading(self, heading: Heading) -> Iterator[Block]:
        self.in_structures = heading.text.strip() == "Data Structures" or (self.in_structures and heading.level > 1)
        self.title, self.method = heading.text, ""
        stated = _TITLE.match(heading.text.strip())
        if stated is None or not (stated[2] or stated[3]) or self.in_structures:
            return
        self.title = (stated[1] or "").strip()
        if not stated[2]:
            self.resource = _Resource(stated[3])
            return
        self.method = stated[2]
        self.address = _QUERY.sub("", stated[3] or self.resource.path)
        yield Heading(_LEVEL, f"{self.method} {self.address}", heading.line)
        if not stated[3] and self.resource.parameters:
            yield from _part("Request parameters", self.resource.parameters)

    def _section(self, items: Sequence[Item]) -> Iterator[Block]:
        """What stands below one heading."""
        entries = nested(items)
        if self.in_structures:
            self._structure(entries)
            return
        for entry in entries:
            part = _PART.match(entry.item.text)
            if part is None:
                continue
            if part[1] == "Parameters":
                yield from self._parameters(entry)
            elif part[1] == "Attributes" and not self.method:
                self.models.append((self.title, _members(entry.inner)))
            elif self.method and part[1] in ("Attributes", "Request"):
                yield from _body("Request body", entry, part[3] or "")
            elif self.method and part[1] == "Response":
                yield from _body(f"Response {part[2] or ''}".strip(), entry, part[3] or "")

    def _parameters(self, entry: Entry) -> Iterator[Block]:
        """Those of an action are its own; those of a resource belong to each of its actions."""
        path = self.address if self.method else self.resource.path
        fields = [_placed(member, path) for member in _members(entry.inner)]
        if self.method:
            yield from _part("Request parameters", fields)
        else:
            self.resource.parameters = fields

    def _structure(self, entries: Sequence[Entry]) -> None:
        named = _INHERITED.match(self.title.strip())
        base = named[2].strip() if named else ""
        fields = _members(entries)
        if base and base.lower() not in ("object", "array", "enum") and "[" not in base:
            fields = [Written(UNNAMED, kind=base), *fields]
        if fields:
            self.models.append((named[1] if named else self.title, fields))


def _placed(member: Written, path: str) -> Written:
    """A parameter of the address: a variable of its path, else of its query."""
    return replace(member, place="path" if f"{{{member.name}}}" in path else "query")


def _part(title: str, fields: Sequence[Written]) -> Iterator[Block]:
    yield Heading(_LEVEL + 1, title, fields[0].line if fields else None)
    if fields:
        yield drawn(fields)


def _body(title: str, entry: Entry, media_type: str) -> Iterator[Block]:
    """The attributes of a request or an answer: members of its own, or the structure that it names."""
    parts = [(entry, _PART.match(entry.item.text))] + [(inner, _PART.match(inner.item.text)) for inner in entry.inner]
    for part, stated in parts:
        if stated is None or stated[1] != "Attributes":
            continue
        fields = _members(part.inner)
        if stated[3] and stated[3].strip() not in ("object", "array"):
            kind = ", ".join(word for word in _words(stated[3]) if word not in _FLAGS)
            fields = [Written(UNNAMED, kind=kind, line=part.item.line), *fields]
        yield from _part(f"{title} ({media_type})" if "/" in media_type else title, fields)


def _members(entries: Sequence[Entry]) -> list[Written]:
    """The members of a list, each with those within it."""
    found: list[Written] = []
    stack = [(entry, 0) for entry in reversed(entries)]
    while stack:
        entry, level = stack.pop()
        member = _member(entry, level)
        if member is not None:
            found.append(member)
        stack += [(inner, level + (member is not None)) for inner in reversed(_inner(entry))]
    return found


def _inner(entry: Entry) -> Sequence[Entry]:
    """The entries within that may be members: the values of an enumeration and a default are none."""
    held = _HELD.match(entry.item.text)
    return () if held and held[1].lower() in ("default", "members", "sample", "example") else entry.inner


def _member(entry: Entry, level: int) -> Written | None:
    first, _, more = entry.item.text.partition("\n")
    held = _HELD.match(first)
    if held and (held[1].lower() != "include" or not held[2]):
        return None
    if held:
        return Written(UNNAMED, level, kind=held[2], line=entry.item.line)
    stated = _MEMBER.match(first.strip())
    if stated is None:
        return None
    words = _words(stated[3] or "")
    kind = next((word for word in words if word not in _FLAGS), "")
    return Written(
        stated[1],
        level,
        kind=re.sub(r"^enum\[(.*)\]$", r"\1", kind) if kind != "enum" else "",
        required=True if "required" in words else False if "optional" in words else None,
        default=next(iter(_held(entry, "default")), ""),
        values=_held(entry, "members"),
        said=f"{stated[4] or ''} {more}".strip(),
        line=entry.item.line,
    )


def _words(attributes: str) -> list[str]:
    return [word.strip() for word in attributes.split(",") if word.strip()]


def _held(entry: Entry, name: str) -> tuple[str, ...]:
    """What ``+ Default: x`` says, and what ``+ Members`` lists."""
    for inner in entry.inner:
        held = _HELD.match(inner.item.text)
        if held and held[1].lower() == name:
            listed = (value.item.text.split(" - ")[0].split("\n")[0] for value in inner.inner)
            return (held[2].strip(),) if held[2].strip() and name == "default" else tuple(listed)
    return ()
