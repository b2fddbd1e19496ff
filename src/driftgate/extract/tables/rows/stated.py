"""Several short statements in a row, about the name above or before them: ``integer, optional, default `1` ``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from driftgate.extract.blocks import Cell
from driftgate.extract.tables.rows.beside import REQUIRED, cells_beside, states
from driftgate.extract.tables.wording.words import Role
from driftgate.extract.typewords.read import read_type

#: a line of several statements, and each of them
_STATEMENTS = re.compile(r"[,，;|·•()]\s{0,3}")
_LEAST, _LONGEST_STATED, _MOST_WORDS = 2, 100, 4


def stated_line(text: str, code: tuple[str, ...]) -> dict[Role, Cell]:
    """What a line of several short statements, a type among them, says of the name above: ``integer, optional, default `1` ``."""
    parts = _STATEMENTS.split(text)
    if len(parts) < _LEAST or len(text) > _LONGEST_STATED or any(len(part.split()) > _MOST_WORDS for part in parts):
        return {}
    cells: dict[Role, Cell] = {}
    if (read_type(text) and "default" not in text.lower()) or not states(text, cells) or Role.TYPE not in cells:
        return {}
    told = cells_beside(text) if cells[Role.TYPE].text == text else cells
    return {**told, Role.DESCRIPTION: Cell(text, code)} if Role.TYPE in told else {}


def stated_by_spans(rest: str, code: Sequence[str], least: int = _LEAST) -> dict[Role, Cell]:
    """What so many code spans in a row behind a name state, and the words behind them: `` `integer` `required` How many``."""
    spans: list[str] = []
    left = rest
    while span := next((span for span in code if span and left.startswith(span)), ""):
        spans.append(span)
        left = left[len(span) :].lstrip(" ,·|")
    cells: dict[Role, Cell] = {}
    told = left.strip(" :–—-")
    is_more = any(map(REQUIRED.match, told.strip("([").split(None, 1)[:1]))  # a statement that is no code
    if len(spans) < least or is_more or not states(", ".join(spans), cells) or Role.TYPE not in cells:
        return {}
    return {**cells, Role.DESCRIPTION: Cell(told, tuple(code))} if told else cells
