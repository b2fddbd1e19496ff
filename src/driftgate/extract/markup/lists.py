"""HTML lists and definition lists into one flat run of items with their depth."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree
from lxml.html import HtmlElement

from driftgate.extract.blocks import Item, Listing
from driftgate.extract.markup.text import BLOCK, CODE, HIDDEN, LISTS, STRONG, classes, fold, visible_text

_ENTRIES = frozenset({"li", "dt", "dd"})
#: What stands inside an entry and becomes a block of its own after the listing.
_OWN_BLOCKS = frozenset({"pre", "table"})
_CLASSIFIER = "classifier"
_BREAK = "\u2028"


@dataclass(slots=True)
class _Entry:
    depth: int
    line: int | None
    term: str = ""
    pieces: list[str] = field(default_factory=list)
    code: list[str] = field(default_factory=list)
    strong: list[str] = field(default_factory=list)

    def item(self) -> Item:
        text = fold("".join(self.pieces))
        return Item(self.depth, text, self.term, self.line, tuple(self.code), tuple(self.strong))

    def take_span(self, span: HtmlElement) -> None:
        """A code or bold span; the first one names the entry if nothing stands before it."""
        text = visible_text(span)
        if text and not self.term and not "".join(self.pieces).strip():
            self.term = text
        if span.tag in CODE:
            self.code.append(text)
        else:
            self.strong.append(text)
            self.code += [visible_text(inner) for inner in span.iterdescendants(*CODE)]
        self.pieces.append(text)


def listing_block(top: HtmlElement, element: str) -> Listing | None:
    """The list as a block, ``None`` if it holds no words. element: its short path."""
    found: list[_Entry] = []
    open_entries: list[_Entry] = []
    depth = -1
    walk = etree.iterwalk(top, events=("start", "end"))
    for event, node in walk:
        tag = node.tag
        if event == "start":
            if tag in HIDDEN or tag in _OWN_BLOCKS:
                walk.skip_subtree()
            elif tag in LISTS:
                depth += 1
            elif tag in _ENTRIES:
                open_entries.append(_opened(node, max(depth, 0), found))
            elif open_entries:
                if tag in CODE or tag in STRONG:
                    open_entries[-1].take_span(node)
                    walk.skip_subtree()
                else:
                    open_entries[-1].pieces += (_BREAK if tag in BLOCK or tag == "br" else "", node.text or "")
            continue
        depth -= tag in LISTS
        if tag in _ENTRIES and open_entries:
            open_entries.pop()
        if open_entries and node is not top:
            open_entries[-1].pieces += (_BREAK if tag in BLOCK else "", node.tail or "")
    items = tuple(item for entry in found if (item := entry.item()).text or item.term)
    return Listing(items, top.sourceline, element) if items else None


def _opened(node: HtmlElement, depth: int, found: list[_Entry]) -> _Entry:
    """A new entry; a ``dd`` goes on with the entry that its ``dt`` opened."""
    if node.tag == "dd" and found and found[-1].depth == depth and found[-1].term and not found[-1].pieces:
        entry = found[-1]
        entry.pieces.append(node.text or "")
        return entry
    entry = _Entry(depth, node.sourceline)
    found.append(entry)
    if node.tag == "dt":
        kinds = [span for span in node.iterdescendants("span") if _CLASSIFIER in classes(span)]
        entry.term = visible_text(node)
        if kinds:  # Sphinx sets the type apart by its style sheet
            text = "".join(map(visible_text, kinds))
            entry.term = f"{entry.term.removesuffix(text).strip()} ({text})"
        entry.code += [visible_text(span) for span in node.iterdescendants(*CODE)]
        return _Entry(depth, node.sourceline)  # the term's own words are taken; what the walk finds in it goes nowhere
    entry.pieces.append(node.text or "")
    return entry
