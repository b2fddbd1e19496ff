"""Rows of a DOM reader: one per printed field, nested by the boxes on the page that contain each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from driftgate.contract import FactValue, Field, Source
from driftgate.contract.types import arrays_of, members_of
from driftgate.extract.document import Document
from driftgate.extract.draft import Draft
from driftgate.extract.extraction import GapKind
from driftgate.extract.prose.mined import filled
from driftgate.extract.rendered.literals import literal
from driftgate.extract.rendered.nearest import Nearest
from driftgate.extract.rendered.sentences import description_of
from driftgate.extract.typewords.formats import TEXT_FORMATS
from driftgate.extract.typewords.read import read_type, states_no_type

#: Where a page prints one response without its status it means the good one.
UNSTATED_STATUS = "200"
_QUOTE, _FAR = 200, 400
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
    model: str = ""  # what is printed in the type's place where that is the name of a schema
    items: dict[str, FactValue] = field(default_factory=dict)  # what is stated of an array's items beyond their type

    @property
    def path(self) -> str:
        """The field path: names from the outermost row inwards, ``[]`` behind a parent that is an array.

        A row without a name stands for the one around it (a whole body, one variant of a union)."""
        path, inner, row = self.name, self, self.parent
        while row is not None:
            holder = row.name
            if (levels := row.levels) and (inner.name or not inner.is_array):
                holder += "[]" * levels
            if holder:
                path = f"{holder}.{path}" if path else holder
            inner, row = row, row.parent
        return path.replace(".[]", "[]")

    @property
    def is_array(self) -> bool:
        """Whether children of this row are properties of its items."""
        return self.levels > 0

    @property
    def levels(self) -> int:
        """How many arrays within each other its children are properties of: two for an array of arrays."""
        kind = self.facts.get("type")
        if not isinstance(kind, str) or "array" not in kind:
            return 0
        members = members_of(kind)
        return 0 if "object" in members else max(map(levels_of, members))

    @property
    def value_type(self) -> str | None:
        """The type of one value: of the field itself, or of the innermost items of an array."""
        kind = self.facts.get("type")
        if not isinstance(kind, str):
            return None
        levels = levels_of(kind) if len(members_of(kind)) == 1 else 0
        return kind[len("array<") * levels : -levels] or None if levels else kind

    def take_type(self, text: str) -> None:
        """Adds what a printed type states; a word that says nothing of the type is no misreading."""
        read = read_type(text) if len(text) <= _LONGEST_TYPE else {}
        self.misread = not read and not states_no_type(text)
        for name, value in read.items():
            self.facts.setdefault(name, value)

    def take_model(self, name: str, levels: int = 0) -> None:
        """Notes the name of a schema, printed where a type should stand: it tells no more than the arrays around it."""
        self.model = name
        if levels:
            self.facts.setdefault("type", arrays_of(None, levels))
        else:
            self.misread = True

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
    for row in rows:
        if row.misread and (kind := _told_type(row)):
            row.facts["type"], row.misread = kind, False


def _told_type(row: Row) -> str | None:
    """The type that a format implies, or that a row further out has whose schema has the same name: this one is within itself."""
    if row.facts.get("format") in TEXT_FORMATS:
        return "string"
    around = row.parent
    while around is not None and (not row.model or around.model != row.model):
        around = around.parent
    kind = None if around is None else around.facts.get("type")
    return kind if isinstance(kind, str) else None


def _item_field(row: Row, source: Source) -> Field:
    facts = {"type": row.value_type, **row.items} if row.value_type else dict(row.items)
    return Field(row.place, row.path + "[]" * max(row.levels, 1), facts, source=source)


def levels_of(kind: str) -> int:
    """How many arrays stand around the innermost items of a type.

    >>> levels_of("string"), levels_of("array"), levels_of("array<array<string>>")
    (0, 1, 2)
    """
    levels = 0
    while kind.startswith("array<", levels * len("array<")):
        levels += 1
    return levels + (kind[levels * len("array<") :].rstrip(">") == "array")


def seen_at(document: Document, node: HtmlElement, reader: str, quote: str) -> Source:
    """Where an element stands on the page, with at most 200 characters of it. quote: visible text."""
    words = " ".join(quote[:_FAR].split())[:_QUOTE]
    return Source(url=document.page.reached, line=node.sourceline, element=address(node), quote=words, reader=reader)


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
