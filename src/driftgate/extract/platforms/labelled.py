"""Reads pages without tables whose elements say by class or test id what they hold: the name of a property, its type."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from copy import deepcopy

from lxml import etree
from lxml.html import HtmlElement

from driftgate.contract import Operation
from driftgate.extract.document import Document
from driftgate.extract.extraction import Extraction
from driftgate.extract.markup import blocks, main_class, selector, visible_text
from driftgate.extract.tables.assembly import read_blocks

NAME = "labelled"

_FIELD = r"(?:^|[-_])(?:property|param|parameter|field|attribute|schema|prop)(?:[-_]?item)?[-_]?(?:property)?[-_]?"
_NAMES = re.compile(rf"{_FIELD}(?:name|key)(?:$|[-_])", re.IGNORECASE)
_TYPES = re.compile(rf"{_FIELD}(?:type|meta)(?:$|[-_])", re.IGNORECASE)
#: how Fern, GitBook, ReadMe, Stoplight and hand-written pages spell it (2025); plain searches cost little on any page
_MARKS = {  # by the part that many have in common: most pages hold only some of the parts
    "-name": (
        "property-name", "prop-name", "param-name", "Param-name", "param-item-name", "parameter-name", "field-name",
        "schema-name", "attribute-name",
    ),
    "-key": ("property-key", "param-key", "parameter-key", "field-key"),
    "propertyname": ("propertyname",),
    "Name": ("propertyName", "paramName", "parameterName", "fieldName"),
}  # fmt: skip
_CANDIDATES = selector("//*[contains(@class, 'ame') or contains(@class, '-key') or contains(@data-test, 'name')]")
_IDENTIFIER = re.compile(r"[\w$@.\[\]{}*:-]{1,100}$")
_COLUMNS = ("Name", "Type", "Required", "Description")
_ANSWERS = frozenset({"required", "optional"})
_MOST = 5_000
_FORMS = 12


def recognises(document: Document) -> bool:
    """At least two elements that are labelled as names of fields."""
    if document.kind != "html":
        return False
    text = document.text
    marks = (mark for part, marks in _MARKS.items() if part in text for mark in marks)
    return any((found := text.find(mark)) >= 0 and text.find(mark, found + 1) > 0 for mark in marks)


def extract(document: Document, wanted: Operation | None) -> Extraction:
    """All operations of the page, its labelled elements taken for the rows of tables."""
    tree = deepcopy(document.tree)
    names = [node for node in _innermost(_CANDIDATES(tree)[:_MOST]) if _IDENTIFIER.match(visible_text(node).strip())]
    if len(names) < 2:
        return Extraction(platform=NAME)
    _tabulate(_rows(names))
    return read_blocks(document, NAME, wanted, blocks(tree))


def _innermost(candidates: Sequence[HtmlElement]) -> Iterator[HtmlElement]:
    """The labelled names outside of tables that hold no further one."""
    found = [node for node in candidates if _labelled(node, _NAMES) and next(node.iterancestors("table"), None) is None]
    outer = {ancestor for node in found for ancestor in node.iterancestors()}
    return (node for node in found if node not in outer)


def _labelled(node: HtmlElement, pattern: re.Pattern[str]) -> bool:
    words = f"{node.get('class', '')} {node.get('data-test', '')} {node.get('data-testid', '')}"
    return any(pattern.search(word) for word in words.split())


def _rows(names: Sequence[HtmlElement]) -> dict[HtmlElement, HtmlElement]:
    """The element of each field, with its name's."""
    held = Counter(ancestor for name in names for ancestor in name.iterancestors())
    alone = [[node for node in name.iterancestors() if held[node] == 1] for name in names]
    outermost = Counter(_form(around[-1]) for around in alone if around)
    common = [form for form, _ in outermost.most_common(_FORMS)]
    form = max(common, key=lambda form: (len(set(_nearest(names, form))), outermost[form]), default="")
    rows: dict[HtmlElement, HtmlElement] = {}
    for name, around in zip(names, alone, strict=True):
        row = next(_nearest([name], form), None)
        rows.setdefault(row if row is not None else _typed(around, name), name)
    return rows


def _nearest(names: Sequence[HtmlElement], form: str) -> Iterator[HtmlElement]:
    """The nearest element of this form around each name that stands in one."""
    for name in names:
        row = next((node for node in name.iterancestors() if _form(node) == form), None)
        if row is not None:
            yield row


def _form(node: HtmlElement) -> str:
    return main_class(node) or str((node.get("data-test") or node.tag).split()[0])


def _typed(around: Sequence[HtmlElement], name: HtmlElement) -> HtmlElement:
    """The nearest element around a name that holds a type as well."""
    return next((node for node in around if any(_labelled(inner, _TYPES) for inner in node.iterdescendants())), name)


def _tabulate(rows: dict[HtmlElement, HtmlElement]) -> None:
    """Puts a table in the place of every run of rows."""
    outermost: list[tuple[HtmlElement, list[tuple[str, ...]]]] = []
    for row, name in rows.items():
        depth = sum(ancestor in rows for ancestor in row.iterancestors())
        cells = _cells(row, name, rows, depth)
        if depth and outermost:
            outermost[-1][1].append(cells)
        else:
            outermost.append((row, [cells]))
    table, last = None, None
    for row, lines in outermost:
        if table is None or last is None or row.getprevious() is not last:
            table = _table()
            row.addprevious(table)
        for line in lines:
            _add_line(table, "td", line)
        parent = row.getparent()
        last = table
        if parent is not None:
            parent.remove(row)


def _cells(row: HtmlElement, name: HtmlElement, rows: dict[HtmlElement, HtmlElement], depth: int) -> tuple[str, ...]:
    """Name, type, "required" and the other words of one row, without those of the rows inside."""
    kind, required, words = "", "", []
    walk = etree.iterwalk(row, events=("start",))
    for _, node in walk:
        if node is name or (node is not row and node in rows):
            walk.skip_subtree()
        elif not kind and _labelled(node, _TYPES):
            kind = visible_text(node)
            walk.skip_subtree()
        elif not len(node) or _has_words(node):
            text = visible_text(node).strip()
            required, more = (required or text, "") if text.lower() in _ANSWERS else (required, text)
            words.append(more)
            walk.skip_subtree()
    return (f"{'> ' * depth}{visible_text(name).strip()}", kind, required, " ".join(filter(None, words)))


def _has_words(node: HtmlElement) -> bool:
    return bool((node.text or "").strip()) or any((child.tail or "").strip() for child in node)


def _table() -> HtmlElement:
    table: HtmlElement = etree.Element("table")
    _add_line(table, "th", _COLUMNS)
    return table


def _add_line(table: HtmlElement, tag: str, texts: Sequence[str]) -> None:
    line = etree.SubElement(table, "tr")
    for text in texts:
        etree.SubElement(line, tag).text = text
