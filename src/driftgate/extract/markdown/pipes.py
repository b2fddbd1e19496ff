"""Reads tables drawn with pipes as they really occur: with or without outer pipes, with cells over several lines, with blank
lines or a remark between rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from driftgate.extract.blocks import Cell, Table
from driftgate.extract.markdown.inline import read_inline

#: rows of all tables of one page together
MOST_ROWS = 20_000
#: how far behind a gap the next row may stand
_FARTHEST = 12
#: and the end of a row that its own text tears apart
_FARTHEST_END = 80
_DELIMITER = re.compile(
    r"^(?: {0,3}|[ \t]{4,12}(?=\|))\|?"
    r"(?:[ \t]{0,400}:?-{1,2000}:?[ \t]{0,400}\|){0,60}[ \t]{0,400}:?-{1,2000}:?[ \t]{0,400}\|?[ \t]{0,20}$"
)
_CODE = re.compile(r"(`{1,3})(?!`)[^`]{0,2000}(?<!`)\1(?!`)")
#: of a table that only its pipes tell from text
_FEWEST_CELLS = 3
_MARKS = ("└", "├", "↳", "»", "┗", "┣", "╰", "∟")
_STRUCTURE = ("#", "```", "~~~", "<table", "<h")


@dataclass(frozen=True, slots=True)
class PipeTable:
    """A table and the line behind its last row (0-based)."""

    table: Table
    end: int


def starts_table(lines: Sequence[str], at: int) -> bool:
    """Whether a table's header stands on this line: a line with a pipe, and below it the delimiter row."""
    header = lines[at]
    if "|" not in header or _is_delimiter(header):
        return False
    below = _delimiter_line(lines, at)
    if below is None:
        return _lacks_delimiter(lines, at)
    return len(split_row(lines[below])) <= max(2, len(split_row(header)) + 1)


def _lacks_delimiter(lines: Sequence[str], at: int) -> bool:
    """Whether a table begins here whose delimiter row was lost on the way: rows between pipes, equally many cells."""
    first, second = (line.strip() for line in lines[at : at + 2]) if at + 1 < len(lines) else ("", "")
    if at and lines[at - 1].lstrip().startswith("|"):
        return False
    cells = len(split_row(first))
    return (
        cells >= _FEWEST_CELLS
        and all(row.startswith("|") and row.endswith("|") and not _is_delimiter(row) for row in (first, second))
        and len(split_row(second)) == cells
    )


def read_table(lines: Sequence[str], at: int) -> PipeTable:
    """The table whose header stands on this line."""
    header = split_row(lines[at])
    outer = lines[at].lstrip().startswith("|")
    rows: list[list[str]] = []
    row_lines: list[int] = []
    delimiter = _delimiter_line(lines, at)
    header += [""] * (len(split_row(lines[delimiter])) - len(header) if delimiter is not None else 0)
    position = (delimiter or at) + 1
    while position < len(lines):
        line = lines[position]
        if _is_row(line, len(header), outer=outer):
            cells, taken = _whole_row(lines, position, len(header), outer=outer)
            rows.append(cells)
            row_lines.append(position + 1)
            position += taken
            continue
        if rows and _is_no_text(line):
            position += 1
            continue
        behind = _next_row(lines, position, len(header), outer=outer) if rows else position + 1 if not line.strip() else None
        if behind is None:
            break
        if rows:
            rows[-1][-1] = "\n".join([rows[-1][-1], *(text.strip() for text in lines[position:behind] if text.strip())])
        position = behind
    table = Table(
        header=tuple(map(read_inline, header)),
        rows=tuple(_cells(row, len(header)) for row in rows),
        line=at + 1,
        row_lines=tuple(row_lines),
    )
    return PipeTable(table, position)


def split_row(line: str) -> list[str]:
    """The raw cells of one row, split at pipes that are not escaped."""
    text = line.strip()
    text = text.removeprefix("|")
    if text.endswith("|") and not text.endswith("\\|"):
        text = text[:-1]
    pieces = [cell.replace("\\|", "|") for cell in _pieces(text)]
    return [_indented(pieces[0]), *(cell.strip(" \t") for cell in pieces[1:])]


def _indented(cell: str) -> str:
    """The first cell, the spaces before a mark of nesting kept as such: they tell how deep it stands."""
    spaces = len(cell) - len(cell.lstrip(" ")) - 1
    bare = cell.strip(" \t")
    return "\u00a0" * spaces + bare if spaces > 0 and bare.startswith(_MARKS) else bare


def _pieces(text: str) -> list[str]:
    pieces, start = [], 0
    for position, char in enumerate(text):
        if char == "|" and (position == 0 or text[position - 1] != "\\"):
            pieces.append(text[start:position])
            start = position + 1
    return [*pieces, text[start:]]


def _cells(row: list[str], width: int) -> tuple[Cell, ...]:
    """Exactly as many cells as the header has: pipes in code may have split too much, an author may have left cells out."""
    if len(row) > width:
        row = _rejoined(row, width)
    row = [*row[: width - 1], " | ".join(row[width - 1 :])] if len(row) > width else row
    return tuple(map(read_inline, [*row, *[""] * (width - len(row))]))


def _rejoined(row: list[str], width: int) -> list[str]:
    """Puts together again what a pipe within a code span took apart, if the row then fits."""
    whole = "|".join(row)
    masked = _CODE.sub(lambda m: m[0].replace("|", "\x01"), whole)
    cells = [cell.replace("\x01", "|").strip() for cell in masked.split("|")]
    return cells if len(cells) == width else row


def _is_delimiter(line: str) -> bool:
    return "-" in line and "|" in line and _DELIMITER.match(line) is not None


def _is_no_text(line: str) -> bool:
    """Whether a line below a row says nothing: a rule between the rows, or the attributes that kramdown gives the table."""
    return _is_delimiter(line) or line.lstrip().startswith("{:")


def _delimiter_line(lines: Sequence[str], at: int) -> int | None:
    """Where the delimiter row stands: just below the header, or behind one blank line."""
    for below in range(at + 1, min(at + 3, len(lines))):
        if _is_delimiter(lines[below]):
            return below
        if lines[below].strip():
            return None
    return None


def _is_row(line: str, width: int, *, outer: bool) -> bool:
    text = line.strip()
    if outer:
        return text.startswith("|") and not _is_delimiter(line)
    return "|" in text and not text.startswith(_STRUCTURE) and len(_pieces(text)) >= min(2, width) and not _is_delimiter(line)


def _whole_row(lines: Sequence[str], at: int, width: int, *, outer: bool) -> tuple[list[str], int]:
    """A row with the lines that continue it, and how many lines these are."""
    if outer and (end := _closing(lines, at, width)) is not None:
        return split_row("\n".join(line.strip() for line in lines[at : end + 1])), end + 1 - at
    text, taken = lines[at], 1
    while at + taken < len(lines):
        more = lines[at + taken]
        if not more.strip() or more.lstrip().startswith(("#", "```")) or (outer and text.rstrip().endswith("|")):
            break
        if _is_no_text(more) or more.lstrip().startswith("</"):
            break
        if outer and (more.lstrip().startswith("|") or not more.rstrip().endswith("|")):
            break
        if not outer and (len(_pieces(more)) > 1 and _is_row(more, width, outer=False)):
            break
        text = f"{text.rstrip()}\n{more.strip()}"
        taken += 1
    return split_row(text), taken


def _closing(lines: Sequence[str], at: int, width: int) -> int | None:
    """The line that ends a row which a cell's own lines, blank ones and headings too, tear apart: with it the cells are all."""
    text = lines[at].strip()
    if text.endswith("|"):
        return None
    for position in range(at + 1, min(at + _FARTHEST_END, len(lines))):
        more = lines[position].strip()
        text = f"{text}\n{more}"
        if more.endswith("|"):
            return position if len(split_row(text)) == width else None
    return None


def _next_row(lines: Sequence[str], at: int, width: int, *, outer: bool) -> int | None:
    """The next row of the same table behind blank lines or a remark, if one follows soon and nothing else begins before it."""
    for position in range(at, min(at + _FARTHEST, len(lines))):
        line = lines[position]
        if line.lstrip().startswith(_STRUCTURE) or starts_table(lines, position) or (outer and line.strip()[:1] not in ("", "|")):
            return None
        if position > at and _is_row(line, width, outer=outer) and len(split_row(line)) == width:
            return position
    return None
