"""Lines of a text with their numbers, and what stands indented below one of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Line(NamedTuple):
    """One line. number: 1-based; text: without the white space at its end."""

    number: int
    text: str


def lines_of(text: str) -> list[Line]:
    """All lines of a text, tabs set to eight columns."""
    return [Line(number, line.expandtabs(8).rstrip()) for number, line in enumerate(text.splitlines(), 1)]


def indent_of(text: str) -> int:
    """How many spaces a line begins with."""
    return len(text) - len(text.lstrip(" "))


def below(lines: Sequence[Line], at: int) -> int:
    """The line behind what is blank or indented below a line; blank lines at the end are not part of it."""
    end = at + 1
    while end < len(lines) and (not lines[end].text or lines[end].text[0] == " "):
        end += 1
    while end > at + 1 and not lines[end - 1].text:
        end -= 1
    return end


def dedented(lines: Sequence[Line]) -> list[Line]:
    """The same lines with what all but the first have before them taken away; of the first, what it has itself."""
    rest = [indent_of(line.text) for line in lines[1:] if line.text]
    common = min(rest, default=0)
    return [Line(line.number, line.text.lstrip(" ") if not n else line.text[common:]) for n, line in enumerate(lines)]
