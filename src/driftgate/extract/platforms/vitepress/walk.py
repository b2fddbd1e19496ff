"""Walks one operation of a page, in page order: sections, responses, parameter cards, schema rows and their value lines."""

from __future__ import annotations

from lxml.html import HtmlElement

from driftgate.contract import ROOT, FactValue, Field, SecurityScheme
from driftgate.contract.types import union
from driftgate.extract.document import Document
from driftgate.extract.draft import Draft
from driftgate.extract.extraction import GapKind
from driftgate.extract.markup import visible_text
from driftgate.extract.platforms.vitepress import marks
from driftgate.extract.platforms.vitepress.cards import scheme_of, take_card
from driftgate.extract.platforms.vitepress.values import take_line
from driftgate.extract.rendered.dom import status_of
from driftgate.extract.rendered.fieldrows import Boxes, Row, add_rows, seen_at
from driftgate.extract.rendered.variants import merged


class Walk:
    """Reads one operation into a draft. ``section`` is what the last heading announced, ``place`` where rows belong."""

    def __init__(self, draft: Draft, document: Document, reader: str) -> None:
        self.draft = draft
        self.document = document
        self.reader = reader
        self.section = ""
        self.place = ""
        self.boxes = Boxes()
        self.rows: list[Row] = []
        self.variants: list[Row] = []
        self.only_null: set[int] = (
            set()
        )  # the rows of which null alone was printed, by identity: all rows live as long as the walk
        self.security: list[list[SecurityScheme]] = [[]]

    def run(self, operation: HtmlElement) -> None:
        """Adds every field, security scheme, status and media type of the operation to the draft."""
        for node in marks.MARKS(operation):
            if node.tag in ("h2", "h3"):
                self._open_section(node)
            elif node.get("content-type"):
                self._note_media_type(node)
            elif node.get("role") == "tabpanel":
                self._open_panel(node)
            elif node.tag == "span":
                self._take_card(node)
            elif "flex-wrap" in (node.get("class") or "") and node.getparent().getparent().tag == "button":
                self._take_head(node)
            elif "rounded-full" in (node.get("class") or ""):
                self._take_badge(node)
            else:
                self._take_line(node)
        self._settle()

    def _open_section(self, heading: HtmlElement) -> None:
        identity = heading.get("id") or ""
        if heading.tag == "h3" and self.section == "parameters":
            title = visible_text(heading).lower()
            self.place = next((place for word, place in marks.PARAMETER_WORDS if title.startswith(word)), "")
        elif heading.tag == "h2" and identity:
            self.section = next((section for word, section in marks.SECTION_IDS if word in identity), "")
            self.place = "body" if self.section == "body" else ""

    def _note_media_type(self, node: HtmlElement) -> None:
        if self.place:
            self.draft.media_type(self.place, node.get("content-type") or "")

    def _open_panel(self, panel: HtmlElement) -> None:
        """A response's panel is named by its status; one that is not shown is empty until a click."""
        name = (panel.get("id") or "").rpartition("content-")[2]
        status = status_of(name) if self.section == "responses" else None
        if status is not None:
            self.place = status
            self.draft.media_types.setdefault(status, [])
        if (status is not None or name == "schema") and not len(panel):
            self._gap(GapKind.COLLAPSED, panel, name)

    def _take_card(self, name: HtmlElement) -> None:
        card = next(iter(marks.CARD(name)), None)
        text = visible_text(name)
        if self.section == "security" and text == marks.ALTERNATIVE:
            self.security.append([])
        elif self.section == "security" and card is not None:
            scheme = scheme_of(card)
            self.security[-1] += [scheme] if scheme is not None else []
        elif self.section == "parameters" and card is not None:
            row = Row(name, text, self.place, quote=text)
            take_card(row, card)
            self._put(row)

    def _take_head(self, head: HtmlElement) -> None:
        box = head.getparent().getparent().getparent()
        parent = self.boxes.around(box)
        row = Row(head, "", self.place, parent)
        row.facts["required"] = False
        for part in head:
            words = part.get("class") or ""
            if part.tag == "span" and marks.NAME_CLASS in words:
                row.name = row.quote = visible_text(part)
            elif marks.TYPE_CLASS in words:
                printed = visible_text(part)
                row.take_type(printed)
                row.quote = f"{row.quote} {printed}"
            elif marks.REQUIRED_CLASS in words and visible_text(part):
                row.facts["required"] = True
        self.boxes.put(box, self._kept(row, box))
        if box.get("data-state") == "closed" and box.get("data-disabled") is None and not marks.INNER_HEADS(box):
            self._gap(GapKind.COLLAPSED, head, row.quote)

    def _kept(self, row: Row, box: HtmlElement) -> Row:
        """The row that children belong to: a body, a variant and an item have no name, and stand for what is around them."""
        if row.parent is None:  # a title, if anything, stands where a body has no name
            row.name = ""
            self._take_root(row)
        elif _is_variant(box) or not row.name:
            row.name = ""
            self.variants.append(row)
            self._widen(row.parent, row.facts.get("type"))
        elif row.name == marks.ITEM_NAME:
            row.parent.items.update({name: value for name, value in row.facts.items() if name not in ("type", "required")})
            row.facts, row.items = row.parent.facts, row.parent.items
            return row.parent
        elif row.name == marks.MAP_NAME:
            row.name = "*"  # listed with its properties only: the plugin prints a type of its own where any is allowed
        else:
            if _in_variant(row.parent):
                row.facts["conditional"] = True
            self._put(row)
        return row

    def _widen(self, around: Row, kind: FactValue) -> None:
        """Of a union that may be null the plugin may print the null alone: the variants below it are its other types."""
        if around.facts.get("type") == "null":
            around.facts["nullable"] = True
            self.only_null.add(id(around))
        if id(around) in self.only_null and isinstance(kind, str):
            around.facts["type"] = union((str(around.facts["type"]), kind)) or kind

    def _take_root(self, row: Row) -> None:
        if self.section == "body" and row.facts["required"]:
            self.draft.body_required = True
        if row.place and row.facts.get("type") not in (None, "object"):
            facts = {name: value for name, value in row.facts.items() if name != "required"}
            self.draft.add(Field(row.place, ROOT, facts, source=seen_at(self.document, row.node, self.reader, row.quote)))

    def _put(self, row: Row) -> None:
        if not row.place:
            self.draft.miss(GapKind.PARAMETER_PLACE, seen_at(self.document, row.node, self.reader, row.quote))
            return
        around = row.parent
        if around is not None and around.name == "*" and around not in self.rows:
            self.rows.append(around)
        self.rows.append(row)

    def _take_badge(self, badge: HtmlElement) -> None:
        row = self.boxes.around(badge)
        if row is not None and visible_text(badge) == marks.DEPRECATED_BADGE:
            row.facts["deprecated"] = True

    def _take_line(self, line: HtmlElement) -> None:
        row = self.boxes.around(line)
        if row is None or not len(line) or line[0].tag != "span" or line[0].getnext() is None:
            return
        take_line(row, visible_text(line[0]), [visible_text(code) for code in line if code.tag == "code"])

    def _settle(self) -> None:
        add_rows(self.draft, merged(self.rows, self.variants), self.document, self.reader)
        told = [tuple(schemes) for schemes in self.security if schemes]
        if told:
            self.draft.security = list(told)

    def _gap(self, kind: GapKind, node: HtmlElement, quote: str) -> None:
        self.draft.gap(kind, seen_at(self.document, node, self.reader, quote))


def _is_variant(box: HtmlElement) -> bool:
    """Whether a row stands directly below a badge "One of": it is named by the variant's title."""
    outer = box.getparent()
    listing = outer.getparent() if outer is not None else None
    badge = listing.getprevious() if listing is not None else None
    return badge is not None and visible_text(badge) in marks.UNION_BADGES


def _in_variant(row: Row | None) -> bool:
    while row is not None:
        if not row.name and row.parent is not None:
            return True
        if row.name:
            return False
        row = row.parent
    return False
