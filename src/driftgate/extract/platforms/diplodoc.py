"""Pages that Diplodoc makes of an OpenAPI document: types within descriptions, models in tables of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from driftgate.contract import Operation
from driftgate.extract.blocks import Block, Cell, Heading, Table
from driftgate.extract.document import Document
from driftgate.extract.extraction import Extraction
from driftgate.extract.tables.assembly import read_blocks
from driftgate.extract.tables.sections import Kind, section_of

NAME = "diplodoc"

#: seen on pages of Diplodoc 5 (2025), in HTML and in the Markdown that it is made of
_MARKS = ('class="openapi__method"', "{.openapi__method}")
_PARTS = (Kind.BODY, Kind.HEADER, Kind.QUERY, Kind.PATH, Kind.COOKIE)
_DEEP = 3
#: the name of the rows that stand for whole alternatives
_REST = "...rest"
#: what these rows are made one of; no page prints it
_WHOLE = "the-message-itself"
_VALUES = "Enum:"


def recognises(document: Document) -> bool:
    """The class of the operation's method."""
    return document.kind in ("html", "markdown") and any(mark in document.text for mark in _MARKS)


def extract(document: Document, wanted: Operation | None) -> Extraction:
    """The operation of the page, its models unfolded."""
    told, models = _apart(document.blocks)
    blocks = (*map(_stated, told), Heading(1, "Schemas"), *map(_stated, models)) if models else tuple(map(_stated, told))
    return read_blocks(document, NAME, wanted, blocks, pseudo=frozenset({_WHOLE}), samples_are_schemas=True)


def _apart(blocks: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """The blocks that describe the operation, and those that describe its models: what types link to has a heading of its own."""
    linked = set(_linked(blocks))
    told: list[Block] = []
    models: list[Block] = []
    in_model = False
    for block in blocks:
        if isinstance(block, Heading):
            in_model = block.level >= _DEEP and (block.text in linked or not _is_part(block.text))
        (models if in_model else told).append(block)
    return told, models


def _linked(blocks: Sequence[Block]) -> Iterator[str]:
    for table in blocks:
        if isinstance(table, Table):
            yield from (link for row in table.rows for cell in row for link in cell.links)


def _is_part(title: str) -> bool:
    section = section_of(title)
    return section is not None and section.kind in _PARTS


def _stated(block: Block) -> Block:
    """The same block; in a table the rows that stand for alternatives made one that stands for the message, and what states
    values alone a table of values."""
    if not isinstance(block, Table) or not block.rows:
        return block
    if len(block.rows) == 1 and block.heads[:1] == ("Type",):
        return _of_values(block)
    rest = [row for row in block.rows if row[0].text.startswith(_REST)]
    if not rest:
        return block
    rows = (_united(rest), *(row for row in block.rows if row not in rest))
    return replace(block, rows=rows, row_lines=())


def _of_values(table: Table) -> Block:
    """The table of a model that is no object: its values, where it lists them."""
    lines = table.rows[0][1].text.split("\n") if len(table.rows[0]) > 1 else []
    listed = next((line for line in lines if line.startswith(_VALUES)), "")
    values = [value for value in table.rows[0][1].code if value in listed] if listed else []
    return replace(table, header=(Cell("Value"),), rows=tuple((Cell(value),) for value in values)) if values else table


def _united(rows: Sequence[Sequence[Cell]]) -> tuple[Cell, Cell]:
    links = tuple(link for row in rows for cell in row[1:] for link in cell.links[:1])
    return Cell(_WHOLE), Cell(f"Type: {' or '.join(links)}\n", links=links)
