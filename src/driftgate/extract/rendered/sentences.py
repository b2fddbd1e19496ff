"""What a page says of a row in sentences: the first paragraph or cell of text inside its box, or behind its name."""

from __future__ import annotations

from collections.abc import Container, Iterator
from itertools import chain, islice

from lxml.html import HtmlElement

from driftgate.extract.markup import visible_text
from driftgate.extract.markup.tables import spans
from driftgate.extract.prose.mined import in_ticks

#: So far out of its own element the sentences about a name may stand, and so many elements are looked at on the way.
_NEAR = 5
_MOST = 60
#: A row has no more to say behind the end of one of these.
_WHOLE = frozenset(("tr", "li", "article", "section", "table", "form", "body"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_CODE = ("code",)
_CELLS = frozenset(("td", "dd"))
_TELLING = _HEADINGS | _CELLS | {"p"}
#: What a sentence holds, and how many words are one: fewer are a name or a type.
_SOME = 4
_WORDS = frozenset(("a", "b", "br", "code", "em", "i", "span", "strong"))


def description_of(row: HtmlElement, rows: Container[HtmlElement]) -> str:
    """The first paragraph or cell of text that belongs to a row, code in backticks; ``""`` if there is none.

    row: the element that stands for it, either its name alone or the box around all that is said of it; rows: those of all.
    """
    for node in islice(chain(_inside(row), _behind(row)) if len(row) else _behind(row), _MOST):
        tag = node.tag
        if tag not in _TELLING:
            if node in rows:
                return ""
        elif tag == "p":
            if not _is_labelled(node):
                return in_ticks(visible_text(node), spans(node, _CODE)) if len(node) else visible_text(node)
        elif tag in _HEADINGS or node in rows:
            return ""
        elif tag in _CELLS and node.getparent() is not row and _is_sentence(node):
            return in_ticks(visible_text(node), spans(node, _CODE))
    return ""


def _is_sentence(cell: HtmlElement) -> bool:
    """Whether a cell holds nothing but some words, so that they need no paragraph of their own."""
    text = (cell.text or "").strip()
    return bool(text) and all(child.tag in _WORDS for child in cell) and len(visible_text(cell).split()) >= _SOME


def _is_labelled(line: HtmlElement) -> bool:
    """Whether a paragraph is a line of values: a bold label with a colon comes first, and readers know what it announces."""
    first = line[0] if len(line) and not (line.text or "").strip() else None
    return first is not None and first.tag in ("strong", "b") and visible_text(first).endswith((":", "："))


def _inside(box: HtmlElement) -> Iterator[HtmlElement]:
    """What stands in a row's box, up to the next box of its kind, where another row begins."""
    tag, words = box.tag, box.get("class")
    for node in box.iterdescendants():
        if node.tag == tag and node.get("class") == words:
            return
        yield node


def _behind(name: HtmlElement) -> Iterator[HtmlElement]:
    """The elements behind a name in page order, as far out as its own row may reach."""
    at: HtmlElement | None = name
    for _ in range(_NEAR):
        if at is None or at.tag in _WHOLE:
            return
        for sibling in at.itersiblings():
            yield sibling
            if len(sibling):
                yield from sibling.iterdescendants()
        at = at.getparent()
