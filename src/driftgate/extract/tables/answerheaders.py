"""Headers of answers that a table of statuses lists in its descriptions: bold names below the word "Headers"."""

from __future__ import annotations

import re
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
_COLONS = " :："
#: its name, perhaps its type in brackets, and what it says
_HEADER = re.compile(r"([\w!#$%&'*+.^`|~-]{1,100})\s?(?:\(([^()]{1,60})\)\s?)?[:：](.*)$")


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
    """A row for every line that begins with a name in bold or code, below a bold line that announces headers."""
    bold = {span.rstrip(_COLONS) for span in cell.strong}
    if not bold:
        return
    announced = False
    for line in cell.text.split("\n"):
        section = section_of(line) if line.rstrip(_COLONS) in bold else None
        announced = announced or (section is not None and section.kind in _HEADERS)
        told = _HEADER.match(line) if announced and section is None else None
        read = named(told[1]) if told and (told[1] in bold or told[1] in cell.code) else None
        if told and read is not None:
            kind = {Role.TYPE: Cell(told[2])} if told[2] else {}
            yield Row(read, {**kind, Role.DESCRIPTION: Cell(told[3].strip())}, replace(near, quote=line[:200]))
