"""The visible texts of a page in order, each with the element it stands in: what a form can be seen in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement

from driftgate.contract.paths import METHODS
from driftgate.extract.markup.text import HIDDEN, fold, pieces
from driftgate.extract.markup.tree import UNSEEN_WORDS

#: Elements that hold nothing of a contract: samples, forms' own values, navigation.
_SILENT = HIDDEN | {"nav", "footer", "select", "textarea", "datalist", "dialog", "title"}
_SILENT_ROLES = frozenset({"navigation", "contentinfo", "search", "tooltip"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "legend", "th"})
_PRESSED = frozenset({"button", "summary"})
#: Elements that may stand inside a word.
_BREAKS = frozenset({"wbr"})
_MOST = 60_000
#: No page for people is nested deeper.
_DEEPEST = 300
_FEW = 8
#: A longer text is no label.
_SHORT = 40
#: A ``pre`` that begins like this is no sample: some themes state the operation in one.
STATED = re.compile(rf"(?:{'|'.join(METHODS)})[\s\u2028]{{0,9}}(?:https?://|/)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Run:
    """One visible text. node: the element that it is written in; depth: of that element; in_prose: inside a paragraph;
    heading, pressed: inside a heading, a button; opens: the element begins with it."""

    text: str
    node: HtmlElement
    depth: int
    in_prose: bool = False
    heading: bool = False
    pressed: bool = False
    opens: bool = True


class _Around:
    """What the walk stands in, counted so that leaving an element needs no search."""

    def __init__(self) -> None:
        self.depth = self.prose = self.heading = self.pressed = 0

    def step(self, node: HtmlElement, by: int) -> None:
        """Enters an element (1) or leaves it (-1)."""
        self.depth += by
        tag, role = node.tag, node.get("role")
        if tag == "p":
            self.prose += by
        elif tag in _HEADINGS or role == "heading":
            self.heading += by
        elif tag in _PRESSED or role == "button" or role == "tab":
            self.pressed += by

    def run(self, text: str, node: HtmlElement, *, opens: bool) -> Run:
        return Run(text, node, self.depth, self.prose > 0, self.heading > 0, self.pressed > 0, opens)


def runs(tree: HtmlElement) -> list[Run]:
    """Every visible text outside navigation, samples and controls, in the page's order; of a huge page its beginning."""
    found: list[Run] = []
    around = _Around()
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, node in walk:
        if event == "start":
            around.step(node, 1)
            if around.depth > _DEEPEST or _is_silent(node):
                walk.skip_subtree()
                continue
            if node.tag in _BREAKS:
                found += _behind_break(node, around)
            elif (node.text and not node.text.isspace()) or (len(node) and node[0].tag in _BREAKS):
                found += _own(node, around)
        else:
            around.step(node, -1)
            tail = node.tail
            if tail and not tail.isspace() and node.tag not in _BREAKS and (parent := node.getparent()) is not None:
                text = fold(_with_breaks(tail, node.getnext()))
                found += [around.run(text, parent, opens=_begins(parent, text, found))] if text else []
        if len(found) >= _MOST:
            break
    return found


def _begins(node: HtmlElement, text: str, found: list[Run]) -> bool:
    """Whether an element begins with a short text although others stand before it: an icon, or what opens a link to it."""
    if len(text) > _SHORT or not found:
        return False
    before = found[-1].node
    return before is not node and node not in before.iterancestors()


def _own(node: HtmlElement, around: _Around) -> Iterator[Run]:
    """The text that an element opens with, words that only a ``<wbr>`` parts taken as one."""
    text = fold(_with_breaks(node.text or "", node[0] if len(node) else None))
    if text:
        yield around.run(text, node, opens=True)


def _behind_break(node: HtmlElement, around: _Around) -> Iterator[Run]:
    """The text behind a break that no text before it goes on into: an element stands there."""
    before, parent = node.getprevious(), node.getparent()
    if before is None or parent is None or before.tag in _BREAKS or (before.tail and not before.tail.isspace()):
        return
    text = fold(_with_breaks("", node))
    if text:
        yield around.run(text, parent, opens=False)


def _with_breaks(text: str, behind: HtmlElement | None) -> str:
    """A text with what follows the breaks behind it; one that is never closed holds what follows, as the parser reads it."""
    while behind is not None and behind.tag in _BREAKS:
        text += behind.text or ""
        if len(behind):
            behind = behind[0]
        else:
            text += behind.tail or ""
            behind = behind.getnext()
    return text


def _is_silent(node: HtmlElement) -> bool:
    tag = node.tag
    if tag == "span" and "hidden" in node.attrib:  # no panel, which a click would show
        return True
    if tag in _SILENT:
        return not (tag == "template" and (node.get("shadowrootmode") or node.get("shadowroot")))
    if tag == "table":
        head = next(node.iterdescendants("th"), None)
        return head is not None and len(head.getparent()) > 1  # one cell above all others is the title of a box
    if tag == "pre":
        return not STATED.match("".join(pieces(node)[:_FEW]).strip())
    role, words = node.get("role"), node.get("class")
    return (role is not None and role in _SILENT_ROLES) or (words is not None and UNSEEN_WORDS.search(words) is not None)
