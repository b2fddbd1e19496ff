"""The lines of the fact ``varies``: a statement, behind the alternatives of a union that make it.

``type="card": deprecated``, ``type="bank", type="card": max_length=5``; where nothing tells the alternatives apart
``2 alternatives: required``, or ``required`` if one says so. Unions within unions put one such head behind the other.
"""

from __future__ import annotations

import re
from typing import NamedTuple

#: The statement that says no more than that an alternative has the field.
STANDS = "stated"

_LABEL = r'[^\s,:="]+=(?:"(?:[^"\\]|\\.)*"|[^\s,:"]+)'
_HEAD = re.compile(rf"(\d+ alternatives|{_LABEL}(?:, {_LABEL})*): ")
_LABELS = re.compile(_LABEL)
#: A property with one value in the shape of an alternative, which is what alternatives are told apart by.
_SINGLE = re.compile(r'([^\s,{}?="]+)\??=("(?:[^"\\]|\\.)*"|[^\s,{}"]+)')


class Line(NamedTuple):
    """One line. heads: for each union, outermost first, the labels of the alternatives, or their number as the only one."""

    heads: tuple[tuple[str, ...], ...]
    statement: str

    @property
    def fact(self) -> str:
        """The name of the fact that the statement is about."""
        return self.statement.partition("=")[0]


def line_of(label: str, statement: str, times: int = 1) -> str:
    """One line. label: what tells the alternative from others; times: how many say so where nothing tells them apart."""
    head = label or (f"{times} alternatives" if times > 1 else "")
    return f"{head}: {statement}" if head else statement


def parsed(text: str) -> Line:
    """A line in its parts."""
    heads, end = [], 0
    while match := _HEAD.match(text, end):
        heads.append(tuple(_LABELS.findall(match[1])) or (match[1],))
        end = match.end()
    return Line(tuple(heads), text[end:])


def is_number(head: tuple[str, ...]) -> bool:
    """Whether a head says how many alternatives there are, not which."""
    return "=" not in head[0]


def labels_in(shape: str) -> frozenset[str]:
    """What the shape of an alternative may be told from others by."""
    return frozenset(f"{match[1]}={match[2]}" for match in _SINGLE.finditer(shape))
