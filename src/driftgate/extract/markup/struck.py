"""Text that a page strikes out: what it withdraws is left out, and a name that it strikes is that of a deprecated field."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from lxml.html import HtmlElement

from driftgate.extract.markup.text import BLOCK, CODE, STRONG, on_one_line

STRUCK = ("del", "s", "strike")
#: What stands behind a name that is struck out, as other pages write it.
MARK = " (deprecated)"
#: More struck texts than this, or longer blocks, are no documentation, and are left as they are.
_MOST, _MOST_NODES, _LONGEST = 500, 300, 20_000
_CELLS = ("td", "th")
_SET_APART = CODE | STRONG
_NAME = re.compile(r"[^\W\d][\w.\-\[\]$]{0,100}")
_WORD = re.compile(r"\w")


def settle_struck(found: Iterable[HtmlElement]) -> None:
    """Puts the mark behind each name that is struck out, and empties what else is struck within a text that stays."""
    for node in islice(found, _MOST):
        holder = next(node.iterancestors(*BLOCK), None)
        if holder is None or holder.tag == "pre" or not _is_small(holder) or not (text := on_one_line(node)):
            continue
        before, _, after = on_one_line(holder).partition(text)
        opens, ends = not _WORD.search(before), not _WORD.search(after)
        if opens and _names(node, text) and _begins_row(holder) and not _NAME.fullmatch(after.strip()):
            _mark(node, holder)
        elif not (opens and ends):
            _empty(node)


def _is_small(holder: HtmlElement) -> bool:
    """Whether a block is no larger than what people write into one."""
    size = 0
    for number, node in enumerate(holder.iter()):
        size += len(node.text or "") + len(node.tail or "")
        if number > _MOST_NODES or size > _LONGEST:
            return False
    return True


def _names(node: HtmlElement, text: str) -> bool:
    """Whether a struck text is a name, or begins with one that is set apart."""
    return _NAME.fullmatch(text) is not None or (len(node) > 0 and node[0].tag in _SET_APART and not (node.text or "").strip())


def _mark(node: HtmlElement, holder: HtmlElement) -> None:
    """Puts the mark behind the last words of the line that a name opens: what stands beside a name is read off its place."""
    last = next((up for up in (node, *node.iterancestors()) if up.getparent() is holder), node)
    while (beside := last.getnext()) is not None and beside.tag not in BLOCK:
        last = beside
    last.tail = (last.tail or "").rstrip() + MARK


def _begins_row(holder: HtmlElement) -> bool:
    """Whether a block is the first cell of its row, or stands in no table."""
    cell = holder if holder.tag in _CELLS else next(holder.iterancestors(*_CELLS), None)
    return cell is None or next(cell.itersiblings(*_CELLS, preceding=True), None) is None


def _empty(node: HtmlElement) -> None:
    node.text = None
    for child in list(node):
        node.remove(child)
