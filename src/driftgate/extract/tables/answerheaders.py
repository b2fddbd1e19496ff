"""Headers of answers that a table of statuses lists in its descriptions: bold names below the word "Headers"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from driftgate.contract import Source
from driftgate.extract.blocks import Cell
from driftgate.extract.tables.filling import STATUS, Filling
from driftgate.extract.tables.groups.group import Group
from driftgate.extract.tables.rows.nesting import named
from driftgate.extract.tables.rows.row import Row
from driftgate.extract.tables.sections import Kind, Section, section_of
from driftgate.extract.tables.wording.words import Role

_HEADERS = (Kind.HEADER, Kind.RESPONSE_HEADER)


def headers_by_status(filling: Filling, groups: Sequence[Group], near: Source) -> None:
    """Adds the headers that the descriptions of answers name, each at the answer's status."""
    for group in groups:
        columns = group.columns
        if columns is None or group.table is None or not {Role.STATUS, Role.DESCRIPTION} <= set(columns.by_role):
            continue
        status_at, said_at = columns.by_role[Role.STATUS], columns.by_role[Role.DESCRIPTION]
        for cells in group.table.rows:
            status = STATUS.match(cells[status_at].text) if len(cells) > max(status_at, said_at) else None
            rows = [(row, row.source) for row in _rows(cells[said_at], near)] if status else []
            if status and rows:
                filling.add(rows, Section(Kind.RESPONSE_HEADER, status[1]))


def _rows(cell: Cell, near: Source) -> Iterator[Row]:
    """A row for every line that begins with a bold name, below a bold line that announces headers."""
    if len(cell.strong) < 2:
        return
    announced = False
    for line in cell.text.split("\n"):
        section = section_of(line) if line in cell.strong else None
        announced = announced or (section is not None and section.kind in _HEADERS)
        name, colon, description = line.partition(":")
        read = named(name) if announced and colon and name in cell.strong else None
        if read is not None and section is None:
            yield Row(read, {Role.DESCRIPTION: Cell(description.strip())}, replace(near, quote=line[:200]))
