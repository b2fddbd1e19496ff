"""Objects that a cell of types declares, ``[ { "rank": integer } ]``: their members, as rows below the field."""

from __future__ import annotations

from collections.abc import Iterator

from driftgate.contract import Source
from driftgate.extract.blocks import Cell
from driftgate.extract.tables.rows.row import Row, Rows
from driftgate.extract.tables.shown.shapes import declared_rows, looks_declared
from driftgate.extract.tables.wording.words import Role


def with_members(rows: Rows) -> Rows:
    """The rows, below each whose type is an object written out the rows of its members; its type is then array or object."""
    return [pair for row, source in rows for pair in _opened(row, source)]


def _opened(row: Row | None, source: Source) -> Iterator[tuple[Row | None, Source]]:
    kind = row.text(Role.TYPE) if row is not None else ""
    if row is None or not kind.startswith(("{", "[")) or "{" not in kind or not looks_declared(kind):
        yield row, source
        return
    members = [member for member, _ in declared_rows(kind, row.source) if member is not None]
    outer = "array" if kind.startswith("[") else "object"
    yield (row._replace(cells={**row.cells, Role.TYPE: Cell(outer)}) if members else row), source
    for member in members:
        yield member._replace(name=member.name._replace(level=row.name.level + 1 + member.name.level)), source
