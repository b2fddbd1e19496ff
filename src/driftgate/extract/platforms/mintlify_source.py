"""Reads the components that Mintlify's sources write fields in: ``<ParamField body="x" type="string" required>``, also from
the ``.md`` twins of pages, where nothing is rendered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from driftgate.contract import Operation
from driftgate.extract.blocks import Block, Heading
from driftgate.extract.document import Document
from driftgate.extract.extraction import Extraction
from driftgate.extract.markdown.blocks import blocks
from driftgate.extract.markdown.components import Tag, tags
from driftgate.extract.tables.assembly import read_blocks
from driftgate.extract.tables.rows.written import Written, drawn
from driftgate.extract.typewords.read import read_type

NAME = "mintlify-source"

# Seen on pages of 2024 to 2026; other sites use the same names for components of their own.
_REQUEST, _RESPONSE, _GROUP = "ParamField", "ResponseField", "Expandable"
_TAG = re.compile(
    r"<(/?)(ParamField|ResponseField|Expandable)\b((?:[^<>\"'{}]|\"[^\"]{0,2000}\"|'[^']{0,2000}'|\{[^{}]{0,2000}\}){0,2000})>"
)
_PLACES = ("body", "query", "path", "header", "cookie")
#: nearer than any heading, so that it ends with the next one
_LEVEL = 9
_LONGEST_WORDS = 2_000


@dataclass(slots=True)
class _Open:
    """A component that is not closed yet; inside: the level of the fields it holds."""

    name: str
    inside: int


def recognises(document: Document) -> bool:
    """A component that writes a field."""
    return document.kind in ("markdown", "text") and ("<ParamField" in document.text or "<ResponseField" in document.text)


def extract(document: Document, wanted: Operation | None) -> Extraction:
    """All operations of the page, its components taken for the rows of tables."""
    return read_blocks(document, NAME, wanted, tuple(_Walk(document.text).blocks()))


class _Walk:
    """One pass over the page: text outside of fields is Markdown, fields in a row are one table."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.fields: list[Written] = []
        self.kind = ""
        self.open: list[_Open] = []
        self.last: tuple[int, str] = (0, "")  # level and type of the field before

    def blocks(self) -> Iterator[Block]:
        """The page's blocks in order."""
        at, line = 0, 1
        for tag in tags(self.text, _TAG):
            yield from self._between(self.text[at : tag.start], line)
            yield from self._tag(tag)
            at, line = tag.end, tag.line + self.text.count("\n", tag.start, tag.end)
        yield from self._between(self.text[at:], line)
        yield from self._table()

    def _between(self, text: str, line: int) -> Iterator[Block]:
        """Words within a field are its description; words between fields end the table."""
        words = text.strip()
        if not words:
            return
        if any(above.name != _GROUP for above in self.open):
            last = self.fields[-1]
            self.fields[-1] = replace(last, said=f"{last.said}\n{words}".strip()[:_LONGEST_WORDS])
            return
        yield from self._table()
        for block in blocks(text):
            yield replace(block, line=(block.line or 1) + line - 1)

    def _tag(self, tag: Tag) -> Iterator[Block]:
        if tag.closing:
            while self.open and self.open.pop().name != tag.name:
                pass
        elif tag.name == _GROUP:
            self.open.append(_Open(_GROUP, self._group_level()))
        else:
            if not self.open and self.kind != tag.name:
                yield from self._table()
            self._field(tag)

    def _group_level(self) -> int:
        """Within a field its own level; behind one that holds others ("Data fields") the level below it."""
        if self.open:
            return self.open[-1].inside
        level, kind = self.last
        holds = bool(self.fields) and re.match(r"array|object", str(read_type(kind).get("type", "")))
        return level + 1 if holds else level

    def _field(self, tag: Tag) -> None:
        level = self.open[-1].inside if self.open else 0
        if not self.open:
            self.kind = tag.name
        place = next((place for place in _PLACES if tag.get(place)), "")
        kind = tag.get("type")
        self.fields.append(
            Written(
                tag.get(place or "name") or tag.get("name"),
                level,
                place=place if tag.name == _REQUEST and not level else "",
                kind=kind,
                required=tag.flag("required"),
                default=tag.get("default", "defaultValue"),
                said=tag.get("description"),
                deprecated=tag.flag("deprecated") is True,
                line=tag.line,
            )
        )
        self.last = (level, kind)
        if not tag.alone:
            self.open.append(_Open(tag.name, level + 1))

    def _table(self) -> Iterator[Block]:
        """The fields so far as one table; those of an answer are announced as such."""
        if self.fields:
            if self.kind == _RESPONSE:
                yield Heading(_LEVEL, "Response", self.fields[0].line)
            yield drawn(self.fields)
        self.fields = []
