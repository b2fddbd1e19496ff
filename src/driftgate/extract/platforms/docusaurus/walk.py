"""Walks a page of the plugin once, in page order: sections, responses, rows, and what stands below each row."""

from __future__ import annotations

from lxml.html import HtmlElement

from driftgate.contract.types import arrays_of, union
from driftgate.extract.document import Document
from driftgate.extract.draft import Draft
from driftgate.extract.extraction import GapKind
from driftgate.extract.markup import visible_text
from driftgate.extract.platforms.docusaurus import marks
from driftgate.extract.platforms.docusaurus.values import take_default, take_possible, take_type, type_of_label
from driftgate.extract.rendered.dom import status_of
from driftgate.extract.rendered.fieldrows import Boxes, Row, add_rows, seen_at
from driftgate.extract.rendered.literals import literal

#: So many arrays within each other are told apart.
_DEEPEST = 8


class Walk:
    """Reads one page into a draft. ``place`` is where the rows that follow belong."""

    def __init__(self, draft: Draft, document: Document, reader: str) -> None:
        self.draft = draft
        self.document = document
        self.reader = reader
        self.place = ""
        self.in_header = False
        self.statuses: list[str] = []
        self.panels = 0
        self.boxes = Boxes()
        self.rows: list[Row] = []
        self.lists: dict[int, list[HtmlElement]] = {}  # of a row, by its id: what stands in brackets of arrays
        self.unions = Boxes()  # the same boxes, and the tabs of unions between them

    def run(self) -> None:
        """Adds every field, status and media type of the page to the draft."""
        take = {
            "strong": self._take_strong,
            "h3": self._take_heading,
            "li": self._take_tab,
            "span": self._take_badge,
            "div": self._take_box,
        }
        for node in self.document.tree.iter(*take):
            take[node.tag](node)
        add_rows(self.draft, _named(self.rows), self.document, self.reader)

    def _take_box(self, box: HtmlElement) -> None:
        """A response's panel, the bracket of an array, or a skeleton where a field should stand."""
        if box.get("role") == "tabpanel":
            if _is_response(box):
                self._open_response()
        elif (text := box.text) and text.startswith(marks.ARRAY_WORDS):
            if box.getparent().tag == "li":
                self._note_array(box)
        elif marks.SKELETON in (box.get("class") or "") and not _is_beside(box):
            self._gap(GapKind.SECTION, box, self.place)

    def _take_strong(self, node: HtmlElement) -> None:
        words = (node.get("class") or "").split()
        if marks.PROPERTY_CLASS in words:
            self._begin_row(node, words)
            return
        label = (node.text or "").strip()
        if label == marks.RESPONSE_HEADERS:
            self.in_header = True
        elif label == marks.SCHEMA:
            self.in_header = False
        elif label in (marks.VALUES_LABEL, marks.DEFAULT_LABEL, marks.CONST_LABEL):
            row = self.boxes.around(node)
            line = node.getparent()
            if row is not None and line is not None:
                _take_line(row, label, line)

    def _take_heading(self, heading: HtmlElement) -> None:
        if heading.getparent().tag != "summary":
            return
        title = visible_text(heading).lower()
        self.place = next((place for word, place in marks.SECTION_WORDS if title.startswith(word)), "")
        self.in_header = False
        if self.place == "body":
            self.draft.body_required = bool(marks.BODY_REQUIRED(heading))

    def _take_tab(self, tab: HtmlElement) -> None:
        words = (tab.get("class") or "").split()
        if marks.MIME_TAB in words:
            self.draft.media_type(self.place if self.place and self.panels else "body", visible_text(tab))
        elif marks.STATUS_TAB in words and (status := status_of(visible_text(tab))) is not None:
            self.statuses.append(status)
            self.draft.media_types.setdefault(status, [])

    def _open_response(self) -> None:
        """The panels stand in the order of the status tabs."""
        self.place = self.statuses[self.panels] if self.panels < len(self.statuses) else ""
        self.in_header = False
        self.panels += 1

    def _begin_row(self, node: HtmlElement, words: list[str]) -> None:
        box = _box_of(node)
        name = visible_text(node)
        conditional, parent = self._around(box if box is not None else node)
        row = Row(node, "*" if name == marks.ANY_NAME else name, self.place, parent, in_header=self.in_header)
        self._take_head(row, node)
        if conditional:
            row.facts["conditional"] = True
        if not name:
            return  # the shown variant of its parent
        if box is not None and marks.DISCRIMINATOR_CLASS not in words:  # a discriminator's variants are its siblings
            self.boxes.put(box, row)
            self.unions.put(box, row)
        if row.name != "*" or "type" in row.facts:  # else it says only that more properties are allowed
            self._put(row)

    def _put(self, row: Row) -> None:
        if not row.place:
            self.draft.miss(GapKind.PARAMETER_PLACE, seen_at(self.document, row.node, self.reader, row.quote))
            return
        if row.parent is not None and row.parent.facts.setdefault("type", "object") and row.parent.name == "*":
            self.rows += [row.parent] if row.parent not in self.rows else []
        self.rows.append(row)

    def _around(self, node: HtmlElement) -> tuple[bool, Row | None]:
        """Whether a row stands in a variant, and the row around it."""
        row, nearest = self.boxes.around(node), self.unions.around(node)
        return nearest is not row, row

    def _take_head(self, row: Row, name: HtmlElement) -> None:
        """Adds what stands beside a name. The plugin marks required fields: one without the mark is stated to be optional."""
        row.facts["required"] = False
        head = name.getparent()
        row.quote = visible_text(head) if head is not None else row.name
        for part in name.itersiblings():
            words = (part.get("class") or "").split()
            if marks.REQUIRED_CLASS in words:
                row.facts["required"] = True
            elif marks.NULLABLE_CLASS in words:
                row.facts["nullable"] = True
            elif marks.DEPRECATED_CLASS in words:
                row.facts["deprecated"] = True
            elif marks.TYPE_CLASSES & set(words):
                take_type(row, visible_text(part))

    def _note_array(self, mark: HtmlElement) -> None:
        """The bracket of an array: of the row around it, of its items if those stand in one already, or of the whole body."""
        items = next(mark.iterancestors("ul"), mark)
        row = self.boxes.around(mark)
        if row is None:
            row = Row(mark, "", self.place)
            self.boxes.put(items, row)
            self.unions.put(items, row)
        known = self.lists.setdefault(id(row), [])
        levels = 1 + sum(holder in items.iterancestors() for holder in known[-_DEEPEST:])
        known.append(items)
        if levels > row.levels:
            row.facts["type"] = arrays_of(None, levels) or "array"

    def _take_badge(self, badge: HtmlElement) -> None:
        """Tabs below the badge of a union show one variant at a time; those not shown are not in the page."""
        if badge.text not in marks.UNION_WORDS or marks.BADGE not in (badge.get("class") or "").split():
            return
        tabs = badge.getnext()
        if tabs is None:
            return
        row = self.boxes.around(badge)
        self.unions.put(tabs, Row(tabs, "", self.place, row))
        labels = [visible_text(tab) for tab in marks.TABS(tabs)]
        if row is not None and not row.is_array:
            _take_union(row, labels)
        if len(labels) > 1:
            self._gap(GapKind.COLLAPSED, badge, " | ".join(labels))

    def _gap(self, kind: GapKind, node: HtmlElement, quote: str) -> None:
        self.draft.gap(kind, seen_at(self.document, node, self.reader, quote))


def _is_response(panel: HtmlElement) -> bool:
    """Whether a panel stands in the element behind the tabs of responses."""
    head = panel.getparent().getprevious()
    return head is not None and marks.RESPONSE_HEAD in (head.get("class") or "").split()


def _is_beside(skeleton: HtmlElement) -> bool:
    """Whether a skeleton stands for a part of the panel beside the reference, which states no fields."""
    return any(marks.BESIDE in (around.get("class") or "") for around in skeleton.iterancestors("div"))


def _box_of(name: HtmlElement) -> HtmlElement | None:
    for ancestor in name.iterancestors("div"):
        if marks.BOX_CLASSES.intersection((ancestor.get("class") or "").split()):
            return ancestor
    return None


def _named(rows: list[Row]) -> list[Row]:
    """The rows without those that stand for a whole body that is no object: one alone, called as its type is."""
    names: dict[tuple[str, bool], set[str]] = {}
    for row in rows:
        names.setdefault((row.place, row.in_header), set()).add(row.name)
    return [row for row in rows if len(names[row.place, row.in_header]) > 1 or row.name != row.facts.get("type")]


def _take_union(row: Row, labels: list[str]) -> None:
    """The plugin prints "object" beside any union: another type is stated, and so is what the labels of all variants name."""
    types = [type_of_label(label) for label in labels]
    printed = row.facts.pop("type", None)
    if "null" in types:
        row.facts["nullable"] = True
    if printed in ("boolean", "integer", "number", "string"):
        row.facts["type"] = union((str(printed), *filter(None, types)))
    elif types and all(types):
        row.facts["type"] = union(str(name) for name in types)


def _take_line(row: Row, label: str, line: HtmlElement) -> None:
    if label == marks.VALUES_LABEL:
        take_possible(row, line)
    elif label == marks.DEFAULT_LABEL:
        take_default(row, line)
    else:
        for code in line.iterdescendants("code"):
            row.facts.setdefault("const", literal(visible_text(code), row.facts.get("type")))
