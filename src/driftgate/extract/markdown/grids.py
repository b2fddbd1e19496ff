"""Tables whose cells hold several lines, as Yandex' flavour of Markdown draws them: ``#|``, rows between ``||``, ``|#``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from driftgate.extract.blocks import Cell, Table
from driftgate.extract.markdown.inline import read_inline

_BETWEEN_CELLS = re.compile(r"(?<!\\)\|")
_MOST_LINES = 5_000


def grid_end(lines: Sequence[str], at: int) -> int | None:
    """The line behind the table that opens on this line; None where none opens or it never closes."""
    if not _opens(lines[at]):
        return None
    for end in range(at + 1, min(len(lines), at + _MOST_LINES)):
        text = lines[end].strip()
        if text.startswith("|#") or text.endswith("|||#"):
            return end + 1
        if _opens(text):
            return None
    return None


def _opens(line: str) -> bool:
    """Whether a table opens on a line; its first row may begin there."""
    text = line.strip()
    return text == "#|" or text.startswith("#|||")


def read_grid(lines: Sequence[str], at: int, end: int) -> Table:
    """The table on these lines; its first row is the header."""
    rows, numbers = [], []
    for number, cells in _rows([line.strip().removeprefix("#|").removesuffix("|#") for line in lines[at:end]]):
        rows.append(cells)
        numbers.append(at + number + 1)
    return Table(rows[0] if rows else (), tuple(rows[1:]), at + 1, row_lines=tuple(numbers[1:]))


def _rows(lines: Sequence[str]) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    """Each row with the line it begins on: from ``||`` to the ``||`` that ends a line."""
    held: list[str] = []
    start = 0
    for number, line in enumerate(lines):
        text = line.strip()
        if not held:
            if not text.startswith("||"):
                continue
            text, start = text[2:], number
        closes = text.endswith("||")
        held.append(text.removesuffix("||"))
        if closes:
            yield start, tuple(map(read_inline, _BETWEEN_CELLS.split("\n".join(held).strip())))
            held = []
