"""Walks one operation of a Redoc page, in page order: sections, responses, rows and what is folded away."""

from __future__ import annotations

from itertools import chain, takewhile

from lxml.html import HtmlElement

from driftgate.contract.types import arrays_of
from driftgate.extract.document import Document
from driftgate.extract.draft import Draft
from driftgate.extract.extraction import GapKind
from driftgate.extract.markup import visible_text
from driftgate.extract.platforms.redoc import marks
from driftgate.extract.platforms.redoc.rows import take_row
from driftgate.extract.rendered.dom import media_type_in, own_text, status_of
from driftgate.extract.rendered.fieldrows import Boxes, Row, add_rows, seen_at


class Walk:
    """Reads one operation into a draft. ``place`` is where the rows that follow belong."""

    def __init__(self, draft: Draft, document: Document, reader: str) -> None:
        self.draft = draft
        self.document = document
        self.reader = reader
        self.place = ""
        self.status = ""
        self.in_header = False
        self.boxes = Boxes()
        self.rows: list[Row] = []
        self.holders: dict[HtmlElement, Row | None] = {}

    def run(self, section: HtmlElement) -> None:
        """Adds every field, status and media type of the operation's section to the draft."""
        for node in marks.MARKS(section):
            if node.tag == "td":
                self._take_row(node)
            elif node.tag == "strong":
                self._open_response(node)
            else:
                self._open_section(node)
        add_rows(self.draft, self.rows, self.document, self.reader)

    def _open_section(self, heading: HtmlElement) -> None:
        title = visible_text(heading).lower()
        section = next((place for word, place in marks.SECTION_WORDS if title.startswith(word)), None)
        if title.startswith(marks.AUTHORIZATIONS):
            self._gap(GapKind.COLLAPSED, heading, visible_text(heading))
        if section is None:
            return
        self.in_header = section == "response header"
        self.place = self.status if section.startswith("response") else section
        if media_type := media_type_in(title):
            self.draft.media_type(self.place, media_type)
        if section == "body":
            self.draft.body_required = any(own_text(part).lower() == marks.REQUIRED for part in heading)

    def _open_response(self, strong: HtmlElement) -> None:
        """A response is a button; what it unfolds stands behind the button, or is not in the page."""
        status = status_of(visible_text(strong))
        button = strong.getparent()
        if status is None or button is None:
            return
        self.status = self.place = status
        self.in_header = False
        self.draft.media_types.setdefault(status, [])
        if button.getnext() is None and marks.ARROW(button):
            self._gap(GapKind.COLLAPSED, button, status)

    def _take_row(self, cell: HtmlElement) -> None:
        line = cell.getparent()
        if line is None:
            return
        kind = cell.get("kind")
        names = [visible_text(name) for name in marks.PROPERTY_NAME(cell)]
        name = "*" if kind in marks.MAP_KINDS else cell.get("title") or next(iter(names), "")
        row = Row(cell, name, self.place, self._holder(line), in_header=self.in_header, quote=name)
        take_row(row, cell)
        below = _unfolded(line)
        if below is not None:
            self.boxes.put(below, row)
        elif any(part.tag == "button" for part in cell):
            self._gap(GapKind.COLLAPSED, cell, row.quote)
        if name == "*" and "type" not in row.facts:
            return  # says only that more properties are allowed
        if row.place:
            self.rows.append(row)
        else:
            self.draft.miss(GapKind.PARAMETER_PLACE, seen_at(self.document, cell, self.reader, row.quote))

    def _holder(self, line: HtmlElement) -> Row | None:
        """What the rows of a line's table are properties of. "Array" stands above a table once for each array around its rows."""
        table = next(line.iterancestors("table"), line)
        if table not in self.holders:
            holder = self.boxes.around(table)
            levels = _array_labels(table, self.boxes)
            if holder is None and levels:
                holder = Row(table, "", self.place)
            if holder is not None and levels > holder.levels:
                holder.facts["type"] = arrays_of("object", levels)
            self.holders[table] = holder
        return self.holders[table]

    def _gap(self, kind: GapKind, node: HtmlElement, quote: str) -> None:
        self.draft.gap(kind, seen_at(self.document, node, self.reader, quote))


def _array_labels(table: HtmlElement, boxes: Boxes) -> int:
    """How many arrays are printed around a table, up to the row that it belongs to."""
    count = 0
    for box in takewhile(lambda box: box not in boxes.rows, chain((table,), table.iterancestors())):
        above = box.getprevious()
        count += above is not None and above.tag == "div" and bool(marks.ARRAY_LABEL.match(above.text or ""))
    return count


def _unfolded(line: HtmlElement) -> HtmlElement | None:
    """The table row below a field's row that holds its properties, if they are unfolded."""
    below = line.getnext()
    if below is None or not len(below) or below[0].get("kind") or not below[0].get("colspan"):
        return None
    return below
