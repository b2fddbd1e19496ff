"""AsciiDoc's tables: cells that run over many lines, column and cell specifications, a header stated or implied."""

from __future__ import annotations

import csv
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from driftgate.extract.asciidoc.inline import read_inline
from driftgate.extract.asciidoc.lines import Line
from driftgate.extract.blocks import Cell, Table

_MOST_COLUMNS = 60
_MOST_SPAN = 1_000
_DELIMITER = re.compile(r"^([|!,:])={3,80}$")
_CELL = re.compile(
    r"(?<!\\)(?:(?:^|(?<=\s))(?:(\d{1,3})?(?:\.(\d{1,4}))?([+*]))?(?:[<^>]?(?:\.[<^>])?)([adehlmsv])?)?\|", re.MULTILINE
)
_COLUMNS = re.compile(r"cols\s?=\s?(?:\"([^\"\n]{0,500})\"|'([^'\n]{0,500})'|([^\s,\]]{1,100}))")
_COLUMN = re.compile(r"(?:(\d{1,2})\*)?[^a-z]{0,20}([adehlmsv])?$")
_LIST_MARK = re.compile(r"^\s{0,40}(?:[*.-]{1,5}|\d{1,3}\.)\s+")


@dataclass(frozen=True, slots=True)
class _Raw:
    """One cell as written: its text, its style letter, how far it spans, and the line it starts on."""

    text: str
    style: str
    line: int
    across: int = 1
    down: int = 1


def opens_table(line: str) -> str:
    """The delimiter that closes the table opened on this line, ``""`` where none is."""
    return line if _DELIMITER.match(line) else ""


def read_table(lines: Sequence[Line], attributes: str, delimiter: str) -> Table | None:
    """The table whose content these lines are; None where it has no cells."""
    if not lines:
        return None
    styles = _styles(attributes)
    raw = list(_comma_cells(lines) if delimiter[0] == "," or "csv" in attributes else _cells(lines, delimiter[0]))
    first_line = [cell for cell in raw if cell.line == raw[0].line]
    width = min(len(styles) or sum(cell.across for cell in first_line), _MOST_COLUMNS)
    if not width:
        return None
    rows = list(_rows(raw, width))
    has_header = _has_header(lines, attributes, sum(cell.across for cell in first_line) == width)
    read = [tuple(_read(cell, styles[at] if at < len(styles) else "") for at, cell in enumerate(row)) for _, row in rows]
    header = read[0] if has_header and read else ()
    body = 1 if header else 0
    return Table(header, tuple(read[body:]), lines[0].number, row_lines=tuple(line for line, _ in rows[body:]))


def _styles(attributes: str) -> list[str]:
    """The style letter of every column that the specification lists."""
    stated = _COLUMNS.search(attributes)
    styles: list[str] = []
    for part in re.split(r"[,;]", next(filter(None, stated.groups()), "")) if stated else ():
        column = _COLUMN.search(part.strip())
        styles += [column[2] or ""] * min(int(column[1] or 1), _MOST_COLUMNS) if column else [""]
    return styles


def _has_header(lines: Sequence[Line], attributes: str, whole: bool) -> bool:
    """Stated, or implied by a first line that holds a whole row and a blank line behind it."""
    if "noheader" in attributes:
        return False
    if "header" in attributes:
        return True
    return whole and bool(lines[0].text.strip()) and len(lines) > 1 and not lines[1].text.strip()


def _cells(lines: Sequence[Line], separator: str) -> Iterator[_Raw]:
    text = "\n".join(line.text for line in lines)
    if separator == "!":
        text = text.replace("|", "\\|").replace("!", "|")
    starts, at = [0], 0
    for line in lines[:-1]:
        at += len(line.text) + 1
        starts.append(at)
    found = list(_CELL.finditer(text))
    for number, mark in enumerate(found):
        end = found[number + 1].start() if number + 1 < len(found) else len(text)
        number_of_line = lines[max(bisect_left(starts, mark.start() + 1) - 1, 0)].number
        inner = text[mark.end() : end].replace("\\|", "|")
        count = min(int(mark[1] or 1), _MOST_COLUMNS)
        across, copies = (count, 1) if mark[3] == "+" else (1, count)
        for _ in range(copies):
            yield _Raw(inner, mark[4] or "", number_of_line, across, min(int(mark[2] or 1), _MOST_SPAN))


def _comma_cells(lines: Sequence[Line]) -> Iterator[_Raw]:
    for line in lines:
        for cell in next(csv.reader([line.text]), []) if line.text.strip() else ():
            yield _Raw(cell, "", line.number)


def _rows(cells: Sequence[_Raw], width: int) -> Iterator[tuple[int, list[_Raw]]]:
    """Rows of exactly as many cells as there are columns; a cell that spans down holds for each row, one that spans sideways
    leaves the columns beside it empty."""
    row: list[_Raw] = []
    hanging: dict[int, tuple[_Raw, int]] = {}
    for cell in cells:
        for step in range(cell.across):
            while len(row) in hanging and len(row) < width:
                above, left = hanging.pop(len(row))
                row += [above]
                if left > 1:
                    hanging[len(row) - 1] = (above, left - 1)
            if len(row) < width:
                row += [cell if not step else _Raw("", "", cell.line)]
                if cell.down > 1:
                    hanging[len(row) - 1] = (row[-1], cell.down - 1)
        if len(row) + sum(column >= len(row) for column in hanging if cell.down == 1) >= width:
            row += [hanging.pop(column)[0] for column in sorted(hanging) if column >= len(row) and cell.down == 1]
            yield row[0].line, row
            row = []
    if row:
        yield row[0].line, [*row, *[_Raw("", "", row[0].line)] * (width - len(row))]


def _read(cell: _Raw, style: str) -> Cell:
    """A cell's lines flow together; a blank line, and in a cell of blocks every entry of a list, begins a new one."""
    style = cell.style or style
    parts: list[str] = []
    for line in cell.text.split("\n"):
        entry = style == "a" and _LIST_MARK.match(line)
        if entry or not line.strip() or not parts:
            parts.append(line[entry.end() :] if entry else line)
        else:
            parts[-1] += ("\n" if parts[-1].endswith(" +") else " ") + line.strip(" \t")
    text = "\n".join(line.strip(" \t").removesuffix(" +") for part in parts for line in part.split("\n"))
    read = read_inline(text)
    if style in ("m", "l") and read.text:
        return Cell(read.text, (read.text,), read.strong, read.indent, read.links)
    return read if style != "s" else Cell(read.text, read.code, (read.text,), read.indent, read.links)
