"""Definition lists of Markdown's dialects: a term on its line, and below it lines that begin with a colon."""

from __future__ import annotations

import re
from collections.abc import Sequence

from driftgate.extract.blocks import Item, Listing
from driftgate.extract.markdown.inline import read_inline

_SAID = re.compile(r"^ {0,3}:[ \t]+(\S.{0,4000})$")
_NO_TERM = ("#", "|", ">", "```", "~~~", ":", "- ", "* ", "+ ", "<")
_LONGEST_TERM = 120


def definitions_end(lines: Sequence[str], at: int) -> int | None:
    """The line behind the list that begins with a term on this line; None where no such list begins."""
    end = at
    while (said := _said(lines, end)) is not None:
        end = said + 1
        while end < len(lines) and lines[end].strip() and (_SAID.match(lines[end]) or lines[end][0] in " \t"):
            end += 1
        while end < len(lines) and not lines[end].strip():
            end += 1
    return end if end > at else None


def _said(lines: Sequence[str], at: int) -> int | None:
    """The line that says what the term on a line is."""
    term = lines[at] if at < len(lines) else ""
    if not term.strip() or term[0] in " \t" or len(term) > _LONGEST_TERM or term.startswith(_NO_TERM):
        return None
    below = at + 1 if at + 1 < len(lines) and lines[at + 1].strip() else at + 2
    return below if below < len(lines) and _SAID.match(lines[below]) else None


def read_definitions(lines: Sequence[str], at: int, end: int) -> Listing:
    """The terms on these lines with what is said of each."""
    items: list[Item] = []
    position = at
    while position < end:
        below = _said(lines, position)
        if below is None:
            position += 1
            continue
        term = read_inline(lines[position])
        words = []
        behind = below
        while behind < end and lines[behind].strip() and _said(lines, behind) is None:
            said = _SAID.match(lines[behind])
            words.append(said[1] if said else lines[behind].strip())
            behind += 1
        cell = read_inline("\n".join(words))
        items.append(Item(0, cell.text, term.text, position + 1, cell.code, cell.strong))
        position = behind
    return Listing(tuple(items), at + 1)
