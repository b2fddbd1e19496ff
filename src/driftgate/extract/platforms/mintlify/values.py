"""The value lines below a field: a label and its values in code spans (options, ranges, lengths, patterns)."""

from __future__ import annotations

from lxml.html import HtmlElement

from driftgate.contract import Facts
from driftgate.extract.markup import visible_text
from driftgate.extract.platforms.mintlify import marks
from driftgate.extract.rendered.fieldrows import Row
from driftgate.extract.rendered.literals import counts_of, literal, number_of, range_of


def take_values(row: Row, line: HtmlElement) -> None:
    """Adds what one labelled line states; a line without a known label states nothing."""
    text = visible_text(line)
    label = text.partition(":")[0].strip().lower()
    codes = [visible_text(code) for code in line if code.tag == "code"]
    if not codes:
        return
    if label.startswith(marks.OPTIONS_LABELS):
        row.take_values(codes)
    elif label.startswith(marks.CONST_LABELS):
        row.facts["const"] = literal(codes[0], row.facts.get("type"))
    elif label.startswith(marks.RANGE_LABELS):
        _add(row, range_of(codes[0]))
    elif label.startswith(marks.PATTERN_LABELS):
        row.facts["pattern"] = codes[0]
    else:
        _take_count(row, label, codes[0])


def _take_count(row: Row, label: str, code: str) -> None:
    for words, stem in marks.COUNT_LABELS:
        if label.startswith(words):
            _add(row, counts_of(code, stem))
            return
    for words, name in marks.BOUND_LABELS:
        if label.startswith(words):
            number = number_of(code.split(" ")[0])
            if number is not None:
                row.facts.setdefault(name, number)
            return


def _add(row: Row, facts: Facts) -> None:
    for name, value in facts.items():
        row.facts.setdefault(name, value)
