"""An HTML table into a block: spans expanded, header row told apart, nested tables left for their own block."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from lxml import etree
from lxml.html import HtmlElement

from driftgate.extract.blocks import Cell, Table
from driftgate.extract.markup.text import fold, pieces, visible_text

_ROW_GROUPS = frozenset({"thead", "tbody", "tfoot"})
_CELLS = frozenset({"td", "th"})
_CODE = ("code", "tt", "kbd", "samp")
_STRONG = ("strong", "b")
_SPANS = {**dict.fromkeys(_CODE, 0), **dict.fromkeys(_STRONG, 1), "a": 2}
_NESTED = frozenset({"table"})
_MAX_COLUMNS = 60
_MAX_ROWSPAN = 1_000
_WRAPPERS = 4
_SHORT = 60
_MOST_STYLE = 500
_DEEPER = 4  # columns that the rows of a nested table are moved in
_INDENT_STYLE = re.compile(r"(?:padding-left|margin-left|text-indent)\s*:\s*([0-9.]{1,8})\s*(px|r?em|ch)")
_RIGHT = re.compile(r"text-align\s*:\s*(?:right|end)\b")
_INDENT_CLASS = re.compile(r"\b(?:indent|level|depth)-?([0-9])\b")
_COLUMNS_PER = {"px": 0.125, "em": 2.0, "rem": 2.0, "ch": 1.0}
_THIN = " \t\r\n"
_WIDE = "\u00a0\u2002\u2003\u3000"
_EMPTY = Cell("")

Row = tuple[HtmlElement, bool, int]  # the row, whether it stands in a <thead>, and how many tables around it it goes on


def table_block(table: HtmlElement, element: str) -> Table | None:
    """The table as a block, ``None`` if it has no rows. element: its short path."""
    rows = _rows(table)
    header_at = _header_at(rows)
    grid = _grid(rows, header_at)
    if not grid:
        return None
    header = grid[header_at] if header_at is not None else ()
    body = [n for n, (_, in_head, _) in enumerate(rows) if n != header_at and not (in_head and header_at is not None)]
    lines = tuple(rows[n][0].sourceline for n in body)
    starred = _required_rows([rows[n][0] for n in body])
    read = (
        tuple(_starred(grid[n]) if rows[n][0] in starred else grid[n] for n in body) if starred else tuple(grid[n] for n in body)
    )
    return Table(header, read, table.sourceline, element, lines)


def _required_rows(rows: list[HtmlElement]) -> list[HtmlElement]:
    """The rows that are marked as required by their class, or that of their first cell, alone; none where all or none are."""
    marked = [row for row in rows if _says_required(row) or (len(row) and _says_required(row[0]))]
    return marked if len(marked) < len(rows) else []


def _says_required(node: HtmlElement) -> bool:
    return "required" in (node.get("class") or "").split()


def _starred(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """A row with the star behind its first words that its class stands for, where these are a name alone."""
    name = cells[0].text if cells else ""
    bare = bool(name) and not any(sign in name for sign in " *\n")
    return (cells[0]._replace(text=f"{name}*"), *cells[1:]) if bare else cells


def goes_on(table: HtmlElement) -> bool:
    """Whether a nested table has the columns of the one around it: its rows belong below the row that holds it."""
    around = next(table.iterancestors("table"), None)
    return around is not None and len(heads := _heads(table)) > 1 and heads == _heads(around)


def _heads(table: HtmlElement) -> list[str]:
    first = next(table.iterdescendants("tr"), None)
    return [visible_text(cell) for cell in first if cell.tag in _CELLS] if first is not None else []


def _rows(table: HtmlElement, level: int = 0) -> list[Row]:
    """The rows of a table, and below each those of a nested table that goes on with its columns."""
    rows = [(row, in_head, level) for row, in_head in _own_rows(table)]
    if next(table.iterdescendants("table"), None) is None:
        return rows
    return [found for row in rows for found in (row, *_going_on(row[0], level))]


def _own_rows(table: HtmlElement) -> Iterator[tuple[HtmlElement, bool]]:
    for part in table:
        if part.tag == "tr":
            yield part, False
        elif part.tag in _ROW_GROUPS:
            in_head = part.tag == "thead"
            for row in part:
                if row.tag == "tr":
                    yield row, in_head


def _going_on(row: HtmlElement, level: int) -> list[Row]:
    inner = next(row.iterdescendants("table"), None)
    return _rows(inner, level + 1)[1:] if inner is not None and goes_on(inner) else []


def _header_at(rows: list[Row]) -> int | None:
    """The last row of the head; else the first row, unless it is a header cell followed by data."""
    in_head = [n for n, (_, head, _) in enumerate(rows) if head]
    if in_head:
        return in_head[-1]
    kinds = {cell.tag for cell in rows[0][0] if cell.tag in _CELLS} if rows else set()
    return 0 if len(kinds) == 1 else None


def _grid(rows: list[Row], header_at: int | None) -> list[tuple[Cell, ...]]:
    grid: list[tuple[Cell, ...]] = []
    hanging: dict[int, tuple[Cell, int]] = {}  # column -> a cell that spans down, and how many rows it still covers
    for number, (row, _, level) in enumerate(rows):
        cells = _row_cells(row, hanging, repeat=number == header_at)
        grid.append(tuple(cell._replace(indent=cell.indent + level * _DEEPER) for cell in cells) if level else tuple(cells))
    return grid


def _row_cells(row: HtmlElement, hanging: dict[int, tuple[Cell, int]], *, repeat: bool) -> list[Cell]:
    """One row with spans expanded: downwards the cell holds for each row; sideways it is repeated in headers only."""
    cells: list[Cell] = []
    for element in row:
        if element.tag not in _CELLS or len(cells) >= _MAX_COLUMNS:
            continue
        if hanging:
            _take_hanging(cells, hanging)
        cell = cell_of(element)
        stated = element.keys()
        if "rowspan" not in stated and "colspan" not in stated:
            cells.append(cell)
            continue
        down = _span(element, "rowspan", _MAX_ROWSPAN)
        for step in range(_span(element, "colspan", _MAX_COLUMNS)):
            shown = cell if repeat or step == 0 else _EMPTY
            if down > 1:
                hanging[len(cells)] = (shown, down - 1)
            cells.append(shown)
    _take_hanging(cells, hanging)
    return cells


def _take_hanging(cells: list[Cell], hanging: dict[int, tuple[Cell, int]]) -> None:
    while hanging and (column := len(cells)) in hanging:
        cell, left = hanging.pop(column)
        cells.append(cell)
        if left > 1:
            hanging[column] = (cell, left - 1)


def _span(element: HtmlElement, name: str, limit: int) -> int:
    value = element.get(name)
    if value is None:
        return 1
    value = value.strip()
    return max(1, min(int(value), limit)) if value.isascii() and value.isdigit() and len(value) < 6 else 1


def cell_of(element: HtmlElement) -> Cell:
    """One table cell; the text of a nested table is not its own."""
    inner = len(element)
    if not inner:
        text = element.text or ""
        cell = _often(text) if len(text) <= _SHORT else _of_text(text)
        styled = _styled_indent(element) if not cell.indent and element.keys() else 0
        return cell._replace(indent=styled) if styled else cell
    if inner == 1 and not element.text:
        (span,) = element
        kind = _SPANS.get(span.tag)
        if kind is not None and not (len(span) or span.tail):
            return _of_span(element, span, kind)
    return _of_several(element)


def _of_several(element: HtmlElement) -> Cell:
    """A cell of words and elements in any order."""
    found: tuple[list[str], ...] = ([], [], [])
    for node in element.iterdescendants():
        kind = _SPANS.get(node.tag)
        if kind is not None and (text := visible_text(node)):
            found[kind].append(text)
        elif node.tag == "table":
            return _cell_around_table(element)
    code, strong, links = map(tuple, found)
    return Cell(visible_text(element), code, strong, _indent(element), links)


def _of_text(text: str) -> Cell:
    return Cell(fold(text), (), (), _blanks(text))


_often = lru_cache(maxsize=1024)(_of_text)  # tables say few words, and say them often


def _of_span(element: HtmlElement, span: HtmlElement, kind: int) -> Cell:
    """A cell that is wholly one span, as most names are."""
    said = span.text or ""
    text = fold(said)
    indent = 0 if said.isascii() and not (element.keys() or span.keys()) else _indent(element)
    spans = (text,) if text else ()
    return Cell(text, spans if kind == 0 else (), spans if kind == 1 else (), indent, spans if kind == 2 else ())


def _cell_around_table(element: HtmlElement) -> Cell:
    text = fold("".join(pieces(element, without=_NESTED)))
    return Cell(text, _own_spans(element, _CODE), _own_spans(element, _STRONG), _indent(element))


def spans(element: HtmlElement, tags: tuple[str, ...]) -> tuple[str, ...]:
    """The texts of the code or bold spans inside, in order."""
    return tuple(text for span in element.iterdescendants(*tags) if (text := visible_text(span)))


def _own_spans(element: HtmlElement, tags: tuple[str, ...]) -> tuple[str, ...]:
    """The same without those of nested tables, which would be read once more at every level."""
    found: list[str] = []
    walk = etree.iterwalk(element, events=("start",))
    for _, node in walk:
        if node.tag in tags and (text := visible_text(node)):
            found.append(text)
        if node.tag == "table":
            walk.skip_subtree()
    return tuple(found)


def _indent(element: HtmlElement) -> int:
    """Leading wide blanks, in the cell itself or in the paragraph or span that it begins with; else what its style says."""
    first, styled = element, _styled_indent(element)
    for _ in range(_WRAPPERS):
        if (first.text or "").strip(_THIN) or not len(first):
            break
        first = first[0]
        styled = max(styled, _styled_indent(first))
    else:
        return styled
    return _blanks(first.text or "") or styled


def _blanks(text: str) -> int:
    """How many wide blanks a text begins with."""
    if text.isascii():
        return 0
    bare = text.lstrip(_THIN)
    return len(bare) - len(bare.lstrip(_WIDE))


def _styled_indent(element: HtmlElement) -> int:
    if not element.keys():
        return 0
    declared, words = element.get("style", ""), element.get("class", "")
    return _said_indent(declared[:_MOST_STYLE], words[:_MOST_STYLE]) if declared or words else 0


@lru_cache(maxsize=256)
def _said_indent(declared: str, words: str) -> int:
    """What a style or a class says; pages have few of them."""
    style = _INDENT_STYLE.search(declared)
    if style:
        return round(float(style[1].strip(".") or 0) * _COLUMNS_PER[style[2]]) if style[1].count(".") < 2 else 0
    named = _INDENT_CLASS.search(words)
    if named:
        return int(named[1]) * 2
    return _DEEPER if _RIGHT.search(declared) else 0  # as seen from a name on the left
