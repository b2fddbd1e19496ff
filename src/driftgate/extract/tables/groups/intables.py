"""Groups of a table: one, or several where rows of their own announce sections."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from driftgate.contract import Source
from driftgate.extract.blocks import Cell, Table
from driftgate.extract.tables.groups.group import Group
from driftgate.extract.tables.labels import LONGEST_LABEL
from driftgate.extract.tables.rows.cellwise import headless, with_one_name_column
from driftgate.extract.tables.rows.columns import Columns, columns_of
from driftgate.extract.tables.rows.row import Rows, rows_of
from driftgate.extract.tables.rows.within import with_members
from driftgate.extract.tables.sections import announces_fields, described_section, section_of
from driftgate.extract.tables.trail import Trail
from driftgate.extract.tables.wording.words import Role

_ROW_LEVEL = 9


def table_groups(at: int, table: Table, trail: Trail, source: Source) -> Iterator[Group]:
    """A table as one group, or as several where rows of their own announce sections: "Path parameters" across all columns."""
    table = with_one_name_column(table)
    columns = columns_of(table)
    if not columns.readable and announces_fields(trail.section()) and (plain := headless(table)):
        table, columns = plain[0], Columns(plain[1], headless=True)
    cuts = [n for n, row in enumerate(table.rows) if _announced_by(row)] if columns.readable else []
    if not cuts:
        yield _table_group(at, table, columns, trail, source)
        return
    starts = sorted({0, *cuts})
    for start, end in pairwise((*starts, len(table.rows))):
        part = replace(table, rows=table.rows[start:end], row_lines=table.row_lines[start:end])
        if start in cuts:
            trail.heading(_ROW_LEVEL, part.rows[0][0].text)
            part = replace(part, rows=part.rows[1:], row_lines=part.row_lines[1:])
        if part.rows:
            yield _table_group(at, part, columns, trail, source)
    trail.heading(_ROW_LEVEL, "")
    trail.headings.pop()


def _announced_by(row: Sequence[Cell]) -> bool:
    """Whether a row is a heading: one cell with words, which announce fields."""
    if not row or not 0 < len(row[0].text) <= LONGEST_LABEL or row[0].code or any(cell.text for cell in row[1:]):
        return False
    return announces_fields(section_of(row[0].text))


def _table_group(at: int, table: Table, columns: Columns, trail: Trail, source: Source) -> Group:
    section = trail.section()
    if {Role.NAME, Role.TYPE} <= columns.by_role.keys():
        section = described_section(section, trail.innermost())
    rows = with_members(rows_of(table, columns, source)) if columns.readable else []
    return Group(
        at=at,
        rows=rows,
        section=section,
        titles=trail.titles(),
        columns=columns,
        certain=columns.tells_fields or columns.in_one or _are_typed(rows),
        own_title=trail.own_title(),
        heading=trail.innermost(),
        table=table,
        in_models=trail.in_models(),
    )


def _are_typed(rows: Rows) -> bool:
    """Whether the rows state their types, though the table has no column for it: "Type: string" in every description."""
    return bool(rows) and all(row is not None and Role.TYPE in row.cells for row, _ in rows)
