"""Walks a Mintlify page once, in page order: sections, fields, and what stands beside and below each field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml.html import HtmlElement

from driftgate.contract import SecurityScheme
from driftgate.extract.document import Document
from driftgate.extract.draft import Draft
from driftgate.extract.extraction import GapKind
from driftgate.extract.markup import visible_text
from driftgate.extract.platforms.mintlify import marks
from driftgate.extract.platforms.mintlify.pills import take_pill
from driftgate.extract.platforms.mintlify.security import scheme_of
from driftgate.extract.platforms.mintlify.values import take_values
from driftgate.extract.rendered.dom import media_type_in, own_text, status_of
from driftgate.extract.rendered.fieldrows import UNSTATED_STATUS, Boxes, Row, add_rows, seen_at
from driftgate.extract.rendered.nearest import Nearest

_NAMED = marks.HEADINGS | {"button"}
_STATUS = re.compile(r"\b([1-5](?:\d\d|XX)|default)\b", re.IGNORECASE)


class Walk:
    """Reads one page into a draft. ``section`` is what the last heading announced, ``row`` the last field begun."""

    def __init__(self, draft: Draft, document: Document, reader: str) -> None:
        self.draft = draft
        self.document = document
        self.reader = reader
        self.section = ""
        self.status = UNSTATED_STATUS
        self.row: Row | None = None
        self.boxes = Boxes()
        self.names = Nearest[bool]()  # a name within a name is part of it
        self.rows: list[Row] = []
        self.security: list[SecurityScheme] = []
        self.varied: set[int] = set()  # rows of which one alternative of several is shown

    def run(self, nodes: Iterable[HtmlElement]) -> None:
        """Adds every field, security scheme, status and media type of the page to the draft. nodes: all of its elements."""
        for node in _walked(nodes):
            part = node.get(marks.PART)
            if part == "field-name" and self.names.around(node) is None:
                self.names.put(node, True)
                self._begin_field(node)
            elif part in marks.PILLS:
                self._take_pill(node, part)
            elif part == "expandable":
                self._note_collapsed(node)
            elif part is None:
                self._take_unnamed_part(node)
        self._settle()

    def _take_unnamed_part(self, node: HtmlElement) -> None:
        if node.tag in marks.HEADINGS:
            self._open_section(node)
        elif node.tag == "button":
            self._note_other_status(node)
        elif node.get("role") == "tablist" or marks.TABS(node):
            self._note_variants(node)
        else:
            self._take_values(node)

    def _open_section(self, heading: HtmlElement) -> None:
        title = own_text(heading, *marks.HEADINGS).lower()
        self.section = next((section for word, section in marks.SECTION_WORDS if word in title), "")
        told = " ".join(visible_text(part) for part in marks.SUBTITLE(heading))
        media_type = media_type_in(told)
        if self.section == "response":
            status = _STATUS.search(told) or _STATUS.search(title)
            self.status = (status_of(status[1]) if status else None) or UNSTATED_STATUS
            self.draft.media_type(self.status, media_type)
        elif self.section == "body" and media_type:
            self.draft.media_type("body", media_type)

    def _note_other_status(self, button: HtmlElement) -> None:
        """A button for a further status: it exists, and only a click shows its fields."""
        text = visible_text(button)
        if self.section == "response" and _STATUS.fullmatch(text) and (status := status_of(text)) not in (None, self.status):
            self.draft.media_type(str(status), "")
            self._gap(GapKind.COLLAPSED, button, text)

    def _note_collapsed(self, expandable: HtmlElement) -> None:
        """An expandable without anything in it is filled when a person opens it."""
        if not any(len(part) or (part.text or "").strip() for part in expandable if part.tag != "summary"):
            self._gap(GapKind.COLLAPSED, expandable, visible_text(expandable))

    def _note_variants(self, tabs: HtmlElement) -> None:
        """Tabs over fields show one alternative; the others are not in the page. Tabs of code samples stand elsewhere."""
        labels = [visible_text(tab) for tab in marks.TABS(tabs)]
        row = self.boxes.around(tabs)
        if len(labels) > 1 and (row is not None or marks.IN_SECTION(tabs)):
            self.varied.add(id(row))
            self._gap(GapKind.COLLAPSED, tabs, " | ".join(labels))

    def _take_values(self, line: HtmlElement) -> None:
        if line not in self.boxes.rows and self.boxes.around(line) is None:
            return
        at: HtmlElement | None = line
        while at is not None and at not in self.boxes.rows:
            if "prose" in (at.get("class") or "").split():
                return
            at = at.getparent()
        if at is not None:
            take_values(self.boxes.rows[at], line)

    def _begin_field(self, node: HtmlElement) -> None:
        head = _head(node)
        box = head.getparent() if head.getparent() is not None else head
        name = visible_text(node)
        self.row = row = Row(node, name, "", self.boxes.around(box), quote=name)
        row.place = self._place(row, head)
        if row.place != "security":  # a required field has a pill: one without is stated to be optional
            row.facts["required"] = False
        if id(row.parent) in self.varied:
            row.facts["conditional"] = True
        self.boxes.put(box, row)
        self.rows.append(row)

    def _place(self, row: Row, head: HtmlElement) -> str:
        """Where a field belongs: with its parent, by its id (which is the same in every language), else by its section."""
        if row.parent is not None:
            return row.parent.place
        named = marks.ID_PLACES.get((head.get("id") or "").split("-")[0], "")
        place = self.section if self.section.startswith("response") else named or self.section
        row.in_header = place == "response header"
        return self.status if place.startswith("response") else place

    def _take_pill(self, pill: HtmlElement, part: str) -> None:
        if self.row is None:
            return
        text = visible_text(pill)
        place = take_pill(self.row, pill, part, text)
        self.row.quote = f"{self.row.quote} {text}"
        if place and self.row.parent is None and self.row.place != "security" and not self.row.place[:1].isdigit():
            self.row.place = place

    def _settle(self) -> None:
        """Hands over what was found: fields without a place are misses."""
        placed: list[Row] = []
        for row in self.rows:
            if row.place == "security":
                self.security.append(scheme_of(row, self.boxes))
            elif row.place:
                placed.append(row)
            else:
                self.draft.miss(GapKind.PARAMETER_PLACE, seen_at(self.document, row.node, self.reader, row.quote))
        add_rows(self.draft, placed, self.document, self.reader)
        if self.security:
            self.draft.security = [tuple(self.security)]

    def _gap(self, kind: GapKind, node: HtmlElement, quote: str) -> None:
        self.draft.gap(kind, seen_at(self.document, node, self.reader, quote))


def _walked(nodes: Iterable[HtmlElement]) -> Iterator[HtmlElement]:
    """Everything that is walked over, in page order: named parts, headings, buttons, and where the first of their code spans
    or tabs stands, the lines and lists around these. A plain loop takes half the time of a selector with as many conditions."""
    seen: set[HtmlElement] = set()
    for node in nodes:
        tag = node.tag
        role = node.get("role")
        if node.get(marks.PART) is not None or (tag in _NAMED and (tag != "button" or role is None)):
            yield node
        if role == "tab" or tag == "code":
            around = node.getparent()
            if around is not None and around not in seen and not _is_marked(around) and (node.tag, around.tag) != ("code", "pre"):
                seen.add(around)
                yield around


def _is_marked(node: HtmlElement) -> bool:
    return node.get(marks.PART) is not None or node.tag in marks.HEADINGS or (node.tag == "button" and node.get("role") is None)


def _head(name: HtmlElement) -> HtmlElement:
    """The element around a name and its pills: marked as such, else the closest that has an id."""
    at: HtmlElement | None = name
    for _ in range(marks.HEAD_NEAR):
        at = at.getparent() if at is not None else None
        if at is not None and ("param-head" in (at.get("class") or "") or at.get("id")):
            return at
    parent = name.getparent()
    return parent if parent is not None else name
