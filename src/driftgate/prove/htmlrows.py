"""How far HTML speaks of one field: the row, the cell below a header, and where the next field begins."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from driftgate.prove.htmltext import INLINE, Element, Markup, Words
from driftgate.prove.typewords import OTHER_REQUIRED

#: Words for which many pages print nothing at all.
_LEFT_OUT = frozenset(("optional", "Optional", "OPTIONAL", "可选", "任意", "opcional", "facultatif", "необязательный"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_ROWSPAN = re.compile(r"rowspan=[\"']?(?:[2-9]|1\d)")


def untils(page: Markup, starts: Sequence[int], names: Iterable[Words]) -> Mapping[int, int]:
    """How far a page speaks of each name: to the next one, but never out of the table or list that holds several."""
    after = dict(pairwise([*starts, len(page.text)]))
    return {words.start: min(after[words.start], _bound(page, starts, words)) for words in names}


def _bound(page: Markup, starts: Sequence[int], words: Words) -> int:
    """Where the element ends that holds one name among others; rows of tables and items of lists end by themselves."""
    for element in page.around(words):
        if element.tag in ("tr", "li", "table", "dl", "ul", "ol"):
            return element.end
        if bisect_left(starts, element.end) - bisect_left(starts, element.start) > 1 and element.tag not in INLINE:
            return element.end
    return len(page.text)


def unit(page: Markup, starts: Sequence[int], words: Words) -> Element | None:
    """All that a page says of one field: its row, else the largest element without another name beside one with a name.

    None where that is in doubt: a row that shares a cell with others, or a heading or box whose field goes on behind it.
    """
    found = _around(page, starts, words)
    if found is None or found.tag in _HEADINGS or (found.tag == "tr" and _shares_cells(page, found)):
        return None
    if found.tag == "dt":
        return _with_details(page, found)
    return None if found.tag not in ("tr", "li") and _goes_on(page, starts, found, words) else found


def _goes_on(page: Markup, starts: Sequence[int], box: Element, words: Words) -> bool:
    """Whether more is said of a name in a box of its own behind that of the name."""
    number = bisect_right(starts, words.start)
    end = page.elements[box.up].end if box.up >= 0 else len(page.text)
    until = min(starts[number], end) if number < len(starts) else end
    behind = (other for other in page.opened(box.end, until) if other.up == box.up and other.end <= until)
    return any(next(page.between(other.inner, other.end), None) for other in behind)


def _shares_cells(page: Markup, row: Element) -> bool:
    """Whether a table has cells that reach over several rows."""
    tables = (page.elements[at] for at in _ups(page, row) if page.elements[at].tag == "table")
    table = next(tables, row)
    return _ROWSPAN.search(page.text, table.start, table.end) is not None


def _ups(page: Markup, element: Element) -> Iterator[int]:
    while element.up >= 0:
        yield element.up
        element = page.elements[element.up]


def _with_details(page: Markup, term: Element) -> Element:
    """A term of a list together with what is said of it."""
    behind = [element for element in page.opened(term.end, page.elements[term.up].end) if element.up == term.up]
    details = list(takewhile(lambda element: element.tag == "dd", behind))
    return replace(term, end=details[-1].end) if details else term


def _around(page: Markup, starts: Sequence[int], words: Words) -> Element | None:
    best: Element | None = None
    for element in page.around(words):
        if bisect_left(starts, element.end) - bisect_left(starts, element.start) > 1:
            return best if best is not None and best.tag not in ("td", "th", *INLINE) else None
        best = element
        if element.tag in ("tr", "li"):
            return best
    return None


def cell_below(page: Markup, words: Words, wanted: Container[str]) -> Element | None:
    """The cell of a table's row that stands below one of the wanted headers, by the table's own header."""
    row = next((element for element in page.around(words) if element.tag == "tr"), None)
    table = next((element for element in page.around(words) if element.tag == "table"), None)
    if row is None or table is None or not table.start < row.start < table.end:
        return None
    headers = [page.text[cell.inner : cell.end] for cell in _cells(page, table.start, table.end)]
    column = next((number for number, text in enumerate(headers) if _worded(text) in wanted), None)
    cells = list(_cells(page, row.start, row.end))
    return cells[column] if column is not None and len(cells) == len(headers) else None


def _worded(markup_of_cell: str) -> str:
    """The words of a header's cell, in lower case."""
    return " ".join(re.sub(r"<[^<>]*>", " ", markup_of_cell).split()).lower()


def _cells(page: Markup, start: int, end: int) -> Iterator[Element]:
    """The cells of the first row in a stretch."""
    row = next((element for element in page.opened(start, end) if element.tag == "tr"), None)
    return (cell for cell in page.opened(row.start, row.end) if cell.tag in ("td", "th")) if row is not None else iter(())


def is_in_sentence(page: Markup, words: Words) -> bool:
    """Whether other words come before in the same paragraph: a type's name in the middle of a sentence states no type."""
    block = next((element for element in page.around(words) if element.tag not in INLINE), None)
    if block is None or block.tag != "p":
        return False
    return len(re.sub(r"<[^<>]*>", " ", page.text[block.inner : words.start]).split()) > 1


def is_pill(page: Markup, words: Words) -> bool:
    """Whether a word that a field is required is an element of its own, left out where it is not; optional ones are turned."""
    pill = page.elements[words.at]
    alone = page.text[pill.inner : pill.end].partition("<")[0].strip() == page.text[words.start : words.end]
    return alone and pill.tag not in ("td", "th") and OTHER_REQUIRED[page.text[words.start : words.end]] in _LEFT_OUT
