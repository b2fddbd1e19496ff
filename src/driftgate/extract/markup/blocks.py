"""An HTML tree as a flat run of blocks, in the page's order, in one pass without recursion."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement

from driftgate.contract.paths import METHODS
from driftgate.extract.blocks import Block, Code, Heading, Paragraph
from driftgate.extract.markup.lists import listing_block
from driftgate.extract.markup.tables import goes_on, table_block
from driftgate.extract.markup.text import BLOCK, CODE, HIDDEN, LISTS, STRONG, fold, raw_text, visible_text

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
#: Chrome for certain: never part of a contract.
_CHROME_TAGS = HIDDEN | {"nav", "footer", "select", "dialog"}
_CHROME_ROLES = frozenset({"navigation", "contentinfo", "search"})
_KEEPS_TEMPLATE = ("shadowrootmode", "shadowroot")
#: A list that holds one of these is no plain list: its parts are blocks of their own.
_LOOSENS_LIST = (*_HEADINGS, "table")
#: what a badge with a method is made of, and how its class may say so
_BADGES = frozenset({"a", "b", "code", "em", "i", "label", "small", "span", "strong"})
_BADGE_WORDS = re.compile("badge|label|method|verb|http|tag|pill|type|get|post|put|patch|delete", re.IGNORECASE)
_LONGEST_METHOD = 16
#: what a sample has where the reader is to put a value
_REPLACED = ("var", "em", "i", "code")
_REPLACEABLE = "replaceable"
_MAX_HEADING = 80
BOLD_HEADING = 7


def blocks(tree: HtmlElement) -> tuple[Block, ...]:
    """Every heading, paragraph, table, list and code sample of a page, navigation and footers left out."""
    reader = _Reader()
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, node in walk:
        if event == "end":
            reader.leave(node)
        elif reader.enter(node):
            walk.skip_subtree()
    reader.flush()
    return tuple(reader.found)


class _Reader:
    """Takes elements as the walk meets them; loose words gather until a block boundary makes them a paragraph."""

    def __init__(self) -> None:
        self.found: list[Block] = []
        self._counts: Counter[str] = Counter()
        self._pieces: list[str] = []
        self._code: list[str] = []
        self._strong: list[str] = []
        self._at: HtmlElement | None = None

    def enter(self, node: HtmlElement) -> bool:
        """True where the element is read whole and the walk need not go inside."""
        tag = node.tag
        if _is_chrome(node):
            return True
        if tag in BLOCK or tag == "pre":
            self.flush()
            if self._take_block(node):
                return True
        elif tag in CODE or tag in STRONG:
            self._take_span(node)
            return True
        self._take_words("\u2028" if tag == "br" else badge(node) or node.text)
        if self._at is None and tag in BLOCK:
            self._at = node
        return False

    def leave(self, node: HtmlElement) -> None:
        if node.tag in BLOCK:
            self.flush()
        self._take_words(node.tail)

    def flush(self) -> None:
        """Makes a paragraph of the loose words gathered so far."""
        if self._pieces:
            if text := fold("".join(self._pieces)):
                self._add_paragraph(text, self._at)
            self._pieces, self._code, self._strong = [], [], []
        self._at = None

    def _take_words(self, text: str | None) -> None:
        """Loose words; a paragraph begins with none but blanks."""
        if text and (self._pieces or not text.isspace()):
            self._pieces.append(text)

    def _add_paragraph(self, text: str, at: HtmlElement | None) -> None:
        line, element = (at.sourceline, self._path(at)) if at is not None else (None, "")
        if len(text) <= _MAX_HEADING and self._strong == [text]:
            self.found.append(Heading(BOLD_HEADING, text, line, element))
        else:
            self.found.append(Paragraph(text, line, element, tuple(self._code), tuple(self._strong)))

    def _take_block(self, node: HtmlElement) -> bool:
        tag = node.tag
        if tag in _HEADINGS:
            text = heading_text(node)
            if text:
                self.found.append(Heading(_HEADINGS[tag], text, node.sourceline, self._path(node)))
            return True
        if tag == "pre":
            self.found.append(Code(_sample(node), language(node), node.sourceline, self._path(node)))
            return True
        if tag == "table":
            return self._take_table(node)
        if tag in LISTS and next(node.iterdescendants(*_LOOSENS_LIST), None) is None:
            return self._take_list(node)
        return False

    def _take_table(self, node: HtmlElement) -> bool:
        table = table_block(node, self._path(node))
        caption = next(node.iterchildren("caption"), None)
        if caption is not None and (text := visible_text(caption)) and " /" not in f" {text}":  # an address announces nothing
            self.found.append(Paragraph(text, caption.sourceline, self._path(caption)))
        self.found += [table] if table else []
        for inner in node.iterdescendants("table"):
            table = None if goes_on(inner) else table_block(inner, self._path(inner))
            self.found += [table] if table else []
        return True

    def _take_list(self, node: HtmlElement) -> bool:
        listing = listing_block(node, self._path(node))
        self.found += [listing] if listing else []
        for sample in node.iterdescendants("pre"):
            self.found.append(Code(raw_text(sample), language(sample), sample.sourceline, self._path(sample)))
        return True

    def _take_span(self, node: HtmlElement) -> None:
        text = badge(node) or visible_text(node)
        if node.tag in CODE:
            self._code.append(text)
        else:
            self._strong.append(text)
            self._code += [visible_text(inner) for inner in node.iterdescendants(*CODE)]
        self._pieces.append(text)

    def _path(self, node: HtmlElement) -> str:
        """A short address: the element's id, else its tag and its number among the blocks of that tag."""
        self._counts[node.tag] += 1
        identity = node.get("id", "")
        return f"#{identity[:60]}" if identity else f"{node.tag}#{self._counts[node.tag]}"


def _sample(node: HtmlElement) -> str:
    """The text of a code sample; in the line of an HTTP request what is set apart as to be replaced is a variable."""
    text = raw_text(node)
    first, line, rest = text.partition("\n")
    if not first.lstrip().startswith(METHODS):
        return text
    for mark in node.iterdescendants(*_REPLACED):
        word = visible_text(mark)
        if word and (mark.tag != "code" or _REPLACEABLE in mark.get("class", "")):
            first = first.replace(f"/{word}", f"/{{{word}}}", 1)
    return f"{first}{line}{rest}"


def badge(node: HtmlElement) -> str:
    """The method that an element labels, in capitals and apart from what follows: its style sheet does both. Else ``""``."""
    text = node.text
    if not text or len(text) > _LONGEST_METHOD or len(node) or node.tag not in _BADGES:
        return ""
    method = text.strip().upper()
    if method not in METHODS:
        return ""
    around = node.getparent()
    words = node.get("class", "") or (around.get("class", "") if around is not None else "")
    return f" {method} " if text.isupper() or _BADGE_WORDS.search(words) else ""


def heading_text(node: HtmlElement) -> str:
    """A heading on one line, a method in it set apart."""
    text = visible_text(node).replace("\n", " ")
    if not len(node) or not any(map(badge, node.iterdescendants(*_BADGES))):
        return text
    return " ".join("".join(_with_badges(node)).split())


def _with_badges(node: HtmlElement) -> Iterator[str]:
    yield badge(node) or node.text or ""
    for inner in node.iterdescendants():
        yield badge(inner) or inner.text or ""
        yield inner.tail or ""


def _is_chrome(node: HtmlElement) -> bool:
    if node.tag in _CHROME_TAGS:
        return not (node.tag == "template" and any(node.get(name) for name in _KEEPS_TEMPLATE))
    return node.get("role") in _CHROME_ROLES


def language(sample: HtmlElement) -> str:
    """What a code sample says of its language: the class word after ``language-`` or ``lang-``, else ``""``."""
    inner = next(sample.iterdescendants("code"), None)
    words = sample.get("class", "").split() + (inner.get("class", "").split() if inner is not None else [])
    for word in words:
        for prefix in ("language-", "lang-", "highlight-source-"):
            if word.startswith(prefix):
                return str(word.removeprefix(prefix))
    return ""
