"""Bytes into a complete lxml tree, or a clear no: never a tree that silently lacks its end.

libxml2 drops everything below a nesting limit and says so only in the parser's error log. Such pages are built once more
through a parser target, which has no such limit but costs more per level, hence a limit of our own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from lxml import etree, html
from lxml.html import HtmlElement

from driftgate.errors import Unverified
from driftgate.extract.markup.aria import MARK, settle_roles
from driftgate.extract.markup.select import selector
from driftgate.extract.markup.struck import STRUCK, settle_struck
from driftgate.extract.page import Unreadable

MAX_DEPTH = 5_000
MAX_ROWS = 20_000
MAX_NESTED_TABLES = 32  # Swagger UI nests one table in another for every level of a schema

#: Class words of links that themes put into headings, and the label of one that has none.
_ANCHOR_WORDS = re.compile("headerlink|hash-link|header-anchor|heading-anchor|anchorjs-link")
_ANCHOR_LABEL = "Navigate to header"
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_SIGNS = frozenset("#¶§")
#: class words of what only screen readers say
UNSEEN_WORDS = re.compile("sr-only|screenreader-only|visually-hidden")
_STREAMED = selector("//div[@hidden and starts-with(@id, 'S:')]")

#: lxml.html looks the class of every element up in Python, and makes the element there. Plain ones are made in C, in half the
#: time; they lack what HtmlElement has beyond them (``text_content`` and the like), which no reader needs.
_ELEMENTS = etree.ElementDefaultClassLookup()


class UnparsableError(Unverified):
    """The page's markup is beyond what can be read whole; ``reason`` says which limit."""

    def __init__(self, reason: Unreadable) -> None:
        self.reason = reason
        super().__init__(str(reason))


def parse(body: bytes, text: str) -> HtmlElement:
    """The tree of a page, whole: ``text`` is the decoded ``body``; the tree never guesses a character set again.

    Heading anchor marks are emptied, as is struck text; tables of roles alone become tables; parts that React streamed to the
    end of the page stand where they belong.
    Raises UnparsableError where the page is too deep, has too many table rows or too deeply nested tables.
    """
    data = text.encode("utf-8", "replace") if text else body
    tree = _whole(data.removeprefix(b"\xef\xbb\xbf"))
    if MARK in data:
        settle_roles(tree)
    named: defaultdict[str, list[HtmlElement]] = defaultdict(list)
    for node in tree.iter(
        "tr", "table", "a", "template", *STRUCK, *_HEADINGS
    ):  # one walk: each costs the twentieth part of a parse
        named[node.tag].append(node)
    _refuse_excess(tree, len(named["tr"]), named["table"])
    _empty_anchor_marks(named["a"], [heading for tag in _HEADINGS for heading in named[tag]])
    if named["template"]:
        _place_streamed(tree, named["template"])
    settle_struck(node for tag in STRUCK for node in named[tag])
    return tree


def _whole(data: bytes) -> HtmlElement:
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    parser.set_element_class_lookup(_ELEMENTS)
    try:
        tree = html.document_fromstring(data, parser=parser)
    except etree.ParserError:  # an empty document
        return html.Element("html")
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        return _built_by_target(data)
    return tree


class _Builder:
    """A parser target that builds the same tree, without libxml2's nesting limit but with ours."""

    def __init__(self) -> None:
        maker: Any = html.HTMLParser()
        maker.set_element_class_lookup(_ELEMENTS)
        self._builder = etree.TreeBuilder(element_factory=maker.makeelement)
        self._depth = 0

    def start(self, tag: str | bytes, attributes: dict[str | bytes, str | bytes]) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise UnparsableError(Unreadable.TOO_DEEP)
        self._builder.start(tag, attributes)

    def end(self, tag: str | bytes) -> None:
        self._depth -= 1
        self._builder.end(tag)

    def data(self, data: str | bytes) -> None:
        self._builder.data(data)

    def comment(self, text: str | bytes) -> None:
        """Comments are left out."""

    def pi(self, target: str | bytes, data: str | bytes | None = None) -> None:
        """Processing instructions are left out."""

    def close(self) -> HtmlElement:
        if self._depth:  # lxml closes the target even after `start` refused
            raise UnparsableError(Unreadable.TOO_DEEP)
        return self._builder.close()


def _built_by_target(data: bytes) -> HtmlElement:
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, target=_Builder())
    parser.feed(data)
    tree: HtmlElement = parser.close()
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise UnparsableError(Unreadable.TOO_DEEP)
    return tree


def _refuse_excess(tree: HtmlElement, rows: int, tables: list[HtmlElement]) -> None:
    if rows > MAX_ROWS:
        raise UnparsableError(Unreadable.TOO_MANY_ROWS)
    if (
        not rows
        or len(tables) <= MAX_NESTED_TABLES
        or all(next(table.iterdescendants("table"), None) is None for table in tables)
    ):
        return
    depth = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end"), tag="table"):
        depth += 1 if event == "start" else -1
        if depth > MAX_NESTED_TABLES:
            raise UnparsableError(Unreadable.TOO_DEEP)


def _empty_anchor_marks(links: Iterable[HtmlElement], headings: Iterable[HtmlElement]) -> None:
    marks = [link for link in links if _is_anchor(link)]
    marks += filter(_is_mark, _inside(headings))
    for mark in marks:
        mark.text = None
        for child in list(mark):
            mark.remove(child)


def _inside(headings: Iterable[HtmlElement]) -> Iterable[HtmlElement]:
    """Every element inside a heading, once, however headings are nested."""
    inside: dict[HtmlElement, None] = {}
    for heading in headings:
        if len(heading) and heading not in inside:
            inside.update(dict.fromkeys(heading.iterdescendants()))
    return inside


def _is_anchor(link: HtmlElement) -> bool:
    words = link.get("class")
    return (words is not None and _ANCHOR_WORDS.search(words) is not None) or link.get("aria-label") == _ANCHOR_LABEL


def _is_mark(part: HtmlElement) -> bool:
    """Whether a part of a heading is a bare sign that links to it, or words for screen readers only."""
    if part.tag == "a" and "".join(part.itertext()) in _SIGNS:
        return True
    return UNSEEN_WORDS.search(part.get("class", "")) is not None


def _place_streamed(tree: HtmlElement, templates: Iterable[HtmlElement]) -> None:
    """React sends late parts as ``<div hidden id=S:1>`` and moves them by script to ``<template id=B:1>`` or ``P:1``."""
    slots = {identity: slot for slot in templates if (identity := slot.get("id"))}
    for part in _STREAMED(tree):
        number = part.get("id", "").removeprefix("S:")
        slot = slots.get(f"B:{number}", slots.get(f"P:{number}"))
        if slot is not None and not any(ancestor is part for ancestor in slot.iterancestors()):
            del part.attrib["hidden"]
            slot.addnext(part)  # lxml moves the element together with its tail
