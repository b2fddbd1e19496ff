"""reStructuredText's tables: drawn with a grid, drawn with two lines, as a list of lists, as comma-separated lines."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from driftgate.extract.blocks import Cell, Table
from driftgate.extract.rst.inline import read_inline
from driftgate.extract.rst.lines import Line, dedented, indent_of

_GRID = re.compile(r"^\+(?:[-=]{1,500}\+){1,60}$")
_RULE = re.compile(r"^={1,500}(?: {1,9}={1,500}){1,60}$")
_SPAN = re.compile(r"^-{1,500}(?: {1,9}-{1,500}){0,60}$")
_ROW = re.compile(r"^[*-] {1,9}- ?(.*)$")
_CELL = re.compile(r"^ {1,9}- ?(.*)$")
_MOST_LINES = 5_000


def opens_grid(text: str) -> bool:
    """Whether a line is the upper edge of a table drawn with a grid."""
    return text.startswith("+") and _GRID.match(text) is not None


def opens_simple(text: str) -> bool:
    """Whether a line is the upper rule of a table drawn with rules alone."""
    return text.startswith("=") and _RULE.match(text.rstrip()) is not None


def read_grid(lines: Sequence[Line], at: int) -> tuple[Table, int]:
    """The table that opens on a line, and the line behind it. A cell over several columns stands in its first."""
    end = at
    while end < len(lines) and end - at < _MOST_LINES and lines[end].text[:1] in ("+", "|"):
        end += 1
    edges = sorted({place for line in lines[at:end] if _GRID.match(line.text) for place in _places(line.text, "+")})
    rows: list[tuple[Cell, ...]] = []
    numbers: list[int] = []
    held: list[str] = []
    head = 0
    for line in lines[at:end]:
        if line.text[:1] == "|" and not (line.text.startswith("|") and _rules_across(line.text)):
            held = held or [""] * (len(edges) - 1)
            for column, (left, right) in enumerate(pairwise(edges)):
                held[column] += line.text[left + 1 : right].strip(" |") + "\n"
            continue
        if held:
            rows.append(tuple(map(read_inline, held)))
            numbers.append(line.number - 1)
            held = []
        head = len(rows) if "=" in line.text and _GRID.match(line.text) else head
    return _table(rows, numbers, head or 1, lines[at].number), end


def _places(text: str, sign: str) -> list[int]:
    return [at for at, char in enumerate(text) if char == sign]


def _rules_across(text: str) -> bool:
    """Whether a line is an edge of some columns and goes on in a cell of others."""
    return re.search(r"\+-{3,500}\+", text) is not None


def read_simple(lines: Sequence[Line], at: int) -> tuple[Table, int]:
    """The table that opens on a line, and the line behind it; a row without its first cell goes on with the one above."""
    rule = lines[at].text.rstrip()
    starts = [0, *(found.end() for found in re.finditer(r"= {1,9}(?==)", rule))]
    spans = list(zip(starts, [*starts[1:], None], strict=True))
    rules = [n for n in range(at, min(len(lines), at + _MOST_LINES)) if _RULE.match(lines[n].text.rstrip())]
    last = next((n for n in rules[1:] if _ends(lines, n)), rules[-1])
    ruled = frozenset(rules)
    head = 0
    rows: list[list[str]] = []
    numbers: list[int] = []
    for n in range(at + 1, last):
        text = lines[n].text
        if n in ruled:
            head = len(rows)
        elif text.strip() and not _SPAN.match(text.strip()):
            cells = [text[left:right].strip() for left, right in spans]
            if cells[0] or not rows:
                rows.append(cells)
                numbers.append(lines[n].number)
            else:
                rows[-1] = [f"{before}\n{more}" if more else before for before, more in zip(rows[-1], cells, strict=True)]
    return _table([tuple(map(read_inline, row)) for row in rows], numbers, head or 1, lines[at].number), last + 1


def _ends(lines: Sequence[Line], at: int) -> bool:
    """Whether nothing of a table stands below one of its rules."""
    return at + 1 >= len(lines) or not lines[at + 1].text.strip()


def read_list_table(inside: Sequence[Line], heads: int) -> Table | None:
    """The table that a list of lists draws."""
    rows: list[list[list[Line]]] = []
    numbers: list[int] = []
    for line in inside:
        row = _ROW.match(line.text)
        cell = None if row else _CELL.match(line.text)
        if row:
            rows.append([[Line(line.number, row[1])]])
            numbers.append(line.number)
        elif cell and rows and indent_of(line.text) <= 9:
            rows[-1].append([Line(line.number, cell[1])])
        elif rows:
            rows[-1][-1].append(line)
    read = [tuple(read_inline("\n".join(part.text for part in dedented(cell))) for cell in row) for row in rows]
    return _table(read, numbers, heads, inside[0].number) if read else None


def read_csv_table(inside: Sequence[Line], header: str) -> Table | None:
    """The table of comma-separated lines."""
    rows = [tuple(map(read_inline, cells)) for cells in _parsed(line.text for line in inside if line.text.strip())]
    heads = list(_parsed([header])) if header else []
    if not rows or not heads:
        return None
    return Table(tuple(map(read_inline, heads[0])), tuple(rows), inside[0].number)


def _parsed(lines: Iterator[str] | Sequence[str]) -> Iterator[list[str]]:
    yield from csv.reader(lines, skipinitialspace=True)


def _table(rows: Sequence[tuple[Cell, ...]], numbers: Sequence[int], heads: int, line: int) -> Table:
    width = max(map(len, rows), default=0)
    even = [(*row, *[Cell("")] * (width - len(row))) for row in rows]
    header = even[heads - 1] if heads and even else ()
    return Table(header, tuple(even[heads:]), line, row_lines=tuple(numbers[heads:]))
