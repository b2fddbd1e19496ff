"""Tables that plain text has torn: rows whose cells run over several lines, and grids with every cell on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from driftgate.extract.blocks import Cell, Table
from driftgate.extract.flattened.spaced import spaced_header, spaced_row
from driftgate.extract.markdown.inline import read_inline
from driftgate.extract.tables.rows.nesting import named
from driftgate.extract.tables.wording.words import Role, role_of, says_yes
from driftgate.extract.typewords.read import read_type

_DELIMITER = re.compile(r"^\|?\s{0,3}:?-{3,}:?\s{0,3}(?:\|\s{0,3}:?-{3,}:?\s{0,3})*\|?\s*$")
_EDGE = "|"
_MOST_COLUMNS = 12
_LONGEST_HEADER = 40
#: lines that one row may take, and those without an edge within it
_MOST_LINES = 40
_MOST_BETWEEN = 4
#: edges that a row has at least, where it is no whole one
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, the line behind it, and words glued to its header that belong to none of its columns."""

    table: Table
    end: int
    glued: str = ""


def grid_at(lines: Sequence[str], at: int) -> Grid | None:
    """The table that begins at a line, whichever way it is torn."""
    if heads := spaced_header(lines[at]):
        return _spaced(lines, at, heads)
    if _EDGE in lines[at]:
        if at + 1 < len(lines) and _EDGE in lines[at + 1] and _DELIMITER.match(lines[at + 1]):
            return _with_delimiter(lines, at)
        return _without_delimiter(lines, at) or _one_edge_per_line(lines, at)
    return _one_cell_per_line(lines, at)


def _with_delimiter(lines: Sequence[str], at: int) -> Grid:
    width = lines[at + 1].strip().strip(_EDGE).count(_EDGE) + 1
    header = _cells(lines[at])
    glued = ""
    if len(header) == width and (cut := _glued(header[0])):
        glued, header[0] = cut
    elif len(header) == width + 1:
        glued, header = header[0], header[1:]
    rows, end = _rows(lines, at + 2, width)
    return Grid(_table(header[:width], rows, at), end, glued)


def _glued(first: str) -> tuple[str, str] | None:
    """A caption and the first header behind it, which only the page's style set apart: "ShipModelName"."""
    split = re.match(r"^(\w*[a-z\d])((?:Name|Field|Parameter|Key)s?)$", first)
    return (split[1], split[2]) if split else None


def _cells(line: str) -> list[str]:
    text = line.strip()
    return [part.strip() for part in text.removeprefix(_EDGE).removesuffix(_EDGE).split(_EDGE)]


def _rows(lines: Sequence[str], at: int, width: int) -> tuple[list[tuple[int, list[str]]], int]:
    """The rows from a line on, each with its line, and the line behind the last. A row ends with its last edge, or where as
    many cells as there are columns stand on one line."""
    found: list[tuple[int, list[str]]] = []
    while at < len(lines):
        taken = _row(lines, at, width)
        if taken is None:
            break
        found.append((at, taken[0]))
        at = taken[1]
    return found, at


def _row(lines: Sequence[str], at: int, width: int) -> tuple[list[str], int] | None:
    if _EDGE not in lines[at] or _is_header(lines, at):
        return None
    text, taken = "", ("", at)
    for end in range(at, min(len(lines), at + _MOST_LINES)):
        line = lines[end].strip()
        edged = _EDGE in line
        if end - taken[1] > _MOST_BETWEEN or (
            edged and end > at and _DELIMITER.match(lines[end + 1] if end + 1 < len(lines) else "")
        ):
            break
        text = f"{text}\n{line}" if text else line
        taken = (text, end + 1) if edged else taken
        edges = text.removeprefix(_EDGE).count(_EDGE)
        if edges >= width or (edges == width - 1 and edged and not text.endswith(_EDGE)):
            break
    return (_fitted(_cells(taken[0]), width), taken[1]) if taken[0].count(_EDGE) >= min(width - 1, _FEWEST) else None


def _is_header(lines: Sequence[str], at: int) -> bool:
    """Whether another table begins at a line: a delimiter stands below it."""
    return at + 1 < len(lines) and _DELIMITER.match(lines[at + 1]) is not None


def _fitted(cells: list[str], width: int) -> list[str]:
    return (cells + [""] * width)[:width]


def _without_delimiter(lines: Sequence[str], at: int) -> Grid | None:
    """A table whose rows are lines, below one of nothing but headers."""
    header = _cells(lines[at])
    if len(header) < 2 or not all(map(role_of, header)) or at + 1 >= len(lines) or _EDGE not in lines[at + 1]:
        return None
    rows, end = _rows(lines, at + 1, len(header))
    return Grid(_table(header, rows, at), end) if rows else None


def _one_edge_per_line(lines: Sequence[str], at: int) -> Grid | None:
    """A table without a delimiter, each cell on a line that ends with the edge: as many columns as lines that are headers."""
    width = 0
    while width < _MOST_COLUMNS and at + width < len(lines) and _is_edged(lines[at + width]):
        if role_of(lines[at + width].strip(" |")) is None:
            break
        width += 1
    if width < 2 or at + width >= len(lines) or not _is_edged(lines[at + width]):
        return None
    header = [lines[n].strip(" |") for n in range(at, at + width)]
    rows, end = _rows(lines, at + width, width)
    return Grid(_table(header, rows, at), end) if rows else None


def _is_edged(line: str) -> bool:
    return line.rstrip().endswith(_EDGE) and _EDGE not in line.strip().strip(_EDGE)


def _spaced(lines: Sequence[str], at: int, heads: Sequence[str]) -> Grid | None:
    """A table whose cells nothing but spaces or tabs part: its rows are lines that answer such a header."""
    roles = [role_of(head) for head in heads]
    rows: list[tuple[int, list[str]]] = []
    for end in range(at + 1, len(lines)):
        row = spaced_row(lines[end], roles)
        if row is None:
            break
        rows.append((end, row))
    return Grid(_table(heads, rows, at), at + 1 + len(rows)) if rows else None


def _one_cell_per_line(lines: Sequence[str], at: int) -> Grid | None:
    """A table with every cell on a line of its own, below as many lines that are headers; its rows are those that answer them."""
    heads: list[str] = []
    roles: list[Role] = []
    while at + len(heads) < len(lines) and len(heads) < _MOST_COLUMNS:
        text = lines[at + len(heads)].strip()
        role = role_of(text) if 0 < len(text) <= _LONGEST_HEADER else None
        if role is None or role in roles:
            break
        heads.append(text)
        roles.append(role)
    if len(heads) < 2 or Role.NAME not in roles:
        return None
    start, rows = at + len(heads), []
    while start + len(heads) <= len(lines):
        row = [lines[n].strip() for n in range(start, start + len(heads))]
        if not _answers(row, roles):
            break
        rows.append((start, row))
        start += len(heads)
    return Grid(_table(heads, rows, at), start) if rows else None


def _answers(row: Sequence[str], roles: Sequence[Role]) -> bool:
    """Whether the cells of a row are what its headers ask for."""
    for text, role in zip(row, roles, strict=True):
        if role is Role.NAME and (" " in text.strip("* ") or named(text) is None):
            return False
        if role is Role.REQUIRED and says_yes(text) is None:
            return False
        if role is Role.TYPE and not (read_type(text) or len(text.split()) == 1):
            return False
    return True


def _table(header: Sequence[str], rows: Sequence[tuple[int, list[str]]], at: int) -> Table:
    heads = tuple(read_inline(text) for text in header)
    kind = next((n for n, head in enumerate(header) if role_of(head) is Role.TYPE), None)
    told = [(line, _set_right(cells, kind)) for line, cells in rows]
    return Table(heads, tuple(tuple(_inlined(cells)) for _, cells in told), at + 1, row_lines=tuple(line + 1 for line, _ in told))


def _inlined(cells: Sequence[str]) -> Iterator[Cell]:
    return (read_inline(text) for text in cells)


def _set_right(cells: list[str], kind: int | None) -> list[str]:
    """The cells of a row, an empty one that the capture has dropped to the end back before the type."""
    if not kind or cells[-1] or read_type(cells[kind]) or not read_type(cells[kind - 1]):
        return cells
    return [*cells[: kind - 1], "", *cells[kind - 1 : -1]]
