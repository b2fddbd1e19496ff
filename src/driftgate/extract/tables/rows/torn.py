"""Tables that a line break in a cell tore: a Markdown library ends the table there, and its other rows become a paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from driftgate.extract.blocks import Block, Cell, Code, Item, Listing, Paragraph, Table

Row = tuple[Cell, ...]

_EDGE = "|"
#: what may stand between two pieces of a table, as part of a cell's words
_WORDS = (Paragraph, Listing, Code)
_MOST_BETWEEN = 40


def mended(blocks: Sequence[Block]) -> list[Block]:
    """The same blocks, with the rows that paragraphs below a table hold back in the table, and the words between left out."""
    found: list[Block] = []
    at = 0
    while at < len(blocks):
        block = blocks[at]
        at += 1
        if isinstance(block, Table) and block.rows:
            rows, at = _rows_below(blocks, at, len(block.header))
            block = _with_rows(block, rows)
        found.append(block)
    return found


def _rows_below(blocks: Sequence[Block], start: int, width: int) -> tuple[list[tuple[Row, int | None]], int]:
    """The rows of one table that stand below it, with their lines, and the block behind the last of them."""
    rows: list[tuple[Row, int | None]] = []
    end = at = start
    while at < min(len(blocks), end + _MOST_BETWEEN) and isinstance(block := blocks[at], _WORDS):
        at += 1
        here = [(row, piece.line) for piece in _pieces(block) for row in _rows_of(piece, width)]
        if here:
            rows += here
            end = at
    return rows, end


def _pieces(block: Block) -> tuple[Paragraph | Item, ...]:
    return (block,) if isinstance(block, Paragraph) else block.items if isinstance(block, Listing) else ()


def _rows_of(block: Paragraph | Item, width: int) -> Iterator[Row]:
    """The rows in a paragraph or an entry: behind the rest of the torn cell, each within its edges; the last may be torn."""
    parts = [part.strip() for part in block.text.split(_EDGE)]
    at = 1
    while width > 1 and at + width < len(parts):
        gap, *cells = parts[at : at + width + 1]
        if gap or len(cells[0].split()) != 1:  # an edge within the words of a cell
            at += 1
            continue
        yield tuple(Cell(text, tuple(code for code in block.code if code in text)) for text in cells)
        at += width + 1


def _with_rows(table: Table, found: Sequence[tuple[Row, int | None]]) -> Table:
    if not found:
        return table
    lines = table.row_lines or (table.line,) * len(table.rows)
    rows = (*table.rows, *(row for row, _ in found))
    return replace(table, rows=rows, row_lines=(*lines, *(line for _, line in found)))
