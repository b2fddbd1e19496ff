"""One row of Redoc's field tables: name, type line and value lines."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from driftgate.extract.markup import visible_text
from driftgate.extract.platforms.redoc import marks
from driftgate.extract.platforms.redoc.types import union_type
from driftgate.extract.rendered.fieldrows import Row
from driftgate.extract.rendered.literals import literal
from driftgate.extract.typewords.limits import without_limits

_TITLE = re.compile(r"^\(.*\)$", re.DOTALL)


def take_row(row: Row, cell: HtmlElement) -> None:
    """Adds what a row states. A required field is marked: one without the mark is stated to be optional."""
    row.facts["required"] = any(_own_text(part) == marks.REQUIRED for part in cell if part.tag == "div")
    if marks.DEPRECATED in (cell.get("class") or "").split():
        row.facts["deprecated"] = True
    for described in marks.TYPE_CELL(cell):
        lines = marks.LINES(described)
        if lines:
            row.quote = f"{row.name} {visible_text(lines[0])}"
            _take_type(row, lines[0])
        for line in lines[1:]:
            _take_line(row, line)


def _take_type(row: Row, line: HtmlElement) -> None:
    """The type line: spans for prefix, type, format, title and limits. A title says nothing of the type."""
    texts = [visible_text(part) for part in line]
    title = next((n for n, text in enumerate(texts) if n > 1 and _TITLE.match(text)), None)
    told = [text for n, text in enumerate(texts) if text and n != title and text.lower() != marks.RECURSIVE] or [
        visible_text(line)
    ]
    printed = " ".join(text for text in texts[:2] if text)
    if " or " not in printed:
        row.take_type(" ".join(told))
        return
    named, nullable = union_type(printed)
    row.misread = named is None
    if named is not None:
        row.facts["type"] = named
    if nullable:
        row.facts["nullable"] = True
    for text in texts[2:]:
        row.facts.update(without_limits(f" {text}")[1](named or "") if text in told else {})


def _take_line(row: Row, line: HtmlElement) -> None:
    if marks.BADGE(line):
        if visible_text(line).lower() == marks.DEPRECATED:
            row.facts["deprecated"] = True
        return
    spans = [visible_text(part) for part in line if part.tag == "span"]
    if len(spans) < 2:
        return
    label, *values = spans
    if label == marks.DEFAULT_LABEL:
        row.facts["default"] = literal(values[0], row.facts.get("type"))
    elif label in marks.ENUM_LABELS:
        row.take_values(values)
    elif label in marks.CONST_LABELS:
        row.take_values(values[:1])


def _own_text(element: HtmlElement) -> str:
    return visible_text(element).strip().lower()
