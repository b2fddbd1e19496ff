"""Rows of a DOM reader: one per printed field, nested by the boxes on the page that contain each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from driftgate.contract import FactValue, Field, Source
from driftgate.contract.types import members_of
from driftgate.extract.document import Document
from driftgate.extract.draft import Draft
from driftgate.extract.extraction import GapKind
from driftgate.extract.markup import fold
from driftgate.extract.prose.mined import filled
from driftgate.extract.rendered.literals import literal
from driftgate.extract.rendered.nearest import Nearest
from driftgate.extract.rendered.sentences import description_of
from driftgate.extract.typewords.read import read_type, states_no_type

#: Where a page prints one response without its status it means the good one.
UNSTATED_STATUS = "200"
_QUOTE, _FAR = 200, 1_000
_NEAR = 4
_LONGEST_TYPE = 500


@dataclass(slots=True)
class Row:
    """One printed field on its way into a draft. node: where its name stands; box: what holds its children."""

    node: HtmlElement
    name: str
    place: str
    parent: Row | None = None
    facts: dict[str, FactValue] = field(default_factory=dict)
    quote: str = ""
    in_header: bool = False
    misread: bool = False  # its type is printed and could not be named
    items: dict[str, FactValue] = field(default_factory=dict)  # what is stated of an array's items beyond their type

    @property
    def path(self) -> str:
        """The field path: names from the outermost row inwards, ``[]`` behind a parent that is an array.

        A row without a name stands for the one around it (a whole body, one variant of a union)."""
        path, inner, row = self.name, self, self.parent
        while row is not None:
            holder = row.name
            if row.is_array and (inner.name or not inner.is_array):
                holder += "[]"
            if holder:
                path = f"{holder}.{path}" if path else holder
            inner, row = row, row.parent
        return path.replace(".[]", "[]")

    @property
    def is_array(self) -> bool:
        """Whether children of this row are properties of its items."""
        kind = self.facts.get("type")
        if not isinstance(kind, str) or "array" not in kind:
            return False
        members = members_of(kind)
        return any(member.startswith("array") for member in members) and "object" not in members

    @property
    def value_type(self) -> str | None:
        """The type of one value: of the field itself, or of the items of an array."""
        kind = self.facts.get("type")
        if not isinstance(kind, str):
            return None
        return kind[len("array<") : -1] if kind.startswith("array<") else None if kind == "array" else kind

    def take_type(self, text: str) -> None:
        """Adds what a printed type states; a word that says nothing of the type is no misreading."""
        read = read_type(text) if len(text) <= _LONGEST_TYPE else {}
        self.misread = not read and not states_no_type(text)
        for name, value in read.items():
            self.facts.setdefault(name, value)

    def take_values(self, printed: Iterable[str]) -> None:
        """Adds the allowed values; those of an array field are its items'."""
        values = tuple(dict.fromkeys(literal(text, self.value_type) for text in printed))
        if values:
            (self.items if self.is_array else self.facts).setdefault("enum", values)


class Boxes(Nearest[Row]):
    """Which element holds the children of which row."""


def add_rows(draft: Draft, rows: Iterable[Row], document: Document, reader: str) -> None:
    """Puts rows into a draft, each with its source and the facts that only its sentences state; nameless ones and types that
    could not be named become gaps."""
    rows = tuple(rows)
    names = frozenset(row.node for row in rows)
    _name_holders(rows)
    for row in rows:
        source = seen_at(document, row.node, reader, row.quote or row.name)
        if not row.name:
            draft.miss(GapKind.ROW, source)
            continue
        facts, sources = filled(row.facts, description_of(row.node, names), source)
        draft.add(Field(row.place, row.path, facts, "", row.in_header, source, sources))
        if row.items:
            draft.add(_item_field(row, source))
        if row.misread:
            draft.gap(GapKind.TYPE, source)


def _name_holders(rows: Iterable[Row]) -> None:
    """The name of a model may stand where a type should, or nothing: where fields stand below it, it is one of an object.
    Fields that hold only under a condition may be those of one variant, so they do not tell."""
    for row in rows:
        holder = row.parent if row.name else None
        if holder is not None and "type" not in holder.facts and (holder.misread or not row.facts.get("conditional")):
            holder.facts["type"], holder.misread = "object", False


def _item_field(row: Row, source: Source) -> Field:
    facts = {"type": row.value_type, **row.items} if row.value_type else dict(row.items)
    return Field(row.place, f"{row.path}[]", facts, source=source)


def seen_at(document: Document, node: HtmlElement, reader: str, quote: str) -> Source:
    """Where an element stands on the page, with at most 200 characters of it."""
    return Source(
        url=document.page.reached, line=node.sourceline, element=address(node), quote=fold(quote[:_FAR])[:_QUOTE], reader=reader
    )


def address(node: HtmlElement) -> str:
    """A short address: the element's id or that of an element close around it, else the tag and its first class word."""
    at: HtmlElement | None = node
    for _ in range(_NEAR):
        if at is None:
            break
        if identity := at.get("id"):
            return f"#{identity[:60]}"
        at = at.getparent()
    word = (node.get("class") or "").split()
    return f"{node.tag}.{word[0][:40]}" if word else str(node.tag)
