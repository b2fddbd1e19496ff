"""A table of fields into rows: which column says what, and which tables are no tables of fields at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from driftgate.contract import Source
from driftgate.extract.blocks import Cell, Table
from driftgate.extract.prose.mined import in_ticks
from driftgate.extract.tables.nesting import Named, named
from driftgate.extract.tables.words import Role, role_of

_EMPTY = Cell("")
#: columns that only a table of fields has
_TELLING = frozenset((Role.TYPE, Role.REQUIRED, Role.OPTIONAL, Role.DEFAULT, Role.PLACE, Role.NULLABLE, Role.LIMITS))
#: columns that a table of errors, prices, models, endpoints or constants has
_FOREIGN = frozenset((Role.STATUS, Role.CODE, Role.METHOD, Role.URL, Role.MEANING))


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column has which role; unknown: headers that no role is known for."""

    by_role: Mapping[Role, int]
    unknown: tuple[str, ...] = ()

    @property
    def tells_fields(self) -> bool:
        """Whether the header alone says that this is a table of fields."""
        roles = set(self.by_role)
        if not roles & {Role.NAME, Role.HEADER_NAME} or (Role.VALUE in roles and Role.TYPE not in roles):
            return False
        return bool(roles & _TELLING) and not (roles & _FOREIGN and not roles & {Role.TYPE, Role.REQUIRED})

    @property
    def may_hold_fields(self) -> bool:
        """Whether it is one if it stands where fields are announced: a name column and a description, nothing strange."""
        roles = set(self.by_role)
        named_rows = roles & {Role.NAME, Role.HEADER_NAME}
        return bool(named_rows) and not roles & _FOREIGN and bool(roles & {Role.DESCRIPTION, Role.NOTES, Role.ENUM, Role.VALUE})


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, or one entry of a list, that names a field; cells by role, source for the report."""

    name: Named
    cells: Mapping[Role, Cell]
    source: Source
    in_header: bool = False
    extra: Mapping[str, str] = field(default_factory=dict)

    def text(self, role: Role) -> str:
        """The text of one column, empty where the table has none."""
        return self.cells.get(role, _EMPTY).text

    @property
    def description(self) -> str:
        """All running text of the row."""
        cells = (self.cells.get(role, _EMPTY) for role in (Role.DESCRIPTION, Role.NOTES, Role.LIMITS))
        return "\n".join(in_ticks(cell.text, cell.code) for cell in cells if cell.text)


def columns_of(table: Table) -> Columns:
    """The roles of a table's columns; the first column with a role has it."""
    roles: dict[Role, int] = {}
    unknown: list[str] = []
    for at, cell in enumerate(table.header):
        role = role_of(cell.text)
        if role is None:
            unknown += [cell.text] if cell.text.strip() else []
        elif role not in roles:
            roles[role] = at
    if Role.NAME not in roles:
        _name_by_stand_in(roles, table)
    return Columns(roles, tuple(unknown))


def _name_by_stand_in(roles: dict[Role, int], table: Table) -> None:
    """A type column needs a name: the first column is it, where its header is a word that can be either."""
    first = next((role for role, at in roles.items() if at == 0), None)
    if Role.TYPE in roles and (first in (Role.ASIDE, Role.CODE, Role.DESCRIPTION, Role.ENUM) or not table.header[0].text):
        if first is not None:
            del roles[first]
        roles[Role.NAME] = 0


def rows_of(table: Table, columns: Columns, source: Source) -> list[tuple[Row | None, Source]]:
    """Every row of a table of fields with its source; None for a row without a readable name."""
    at = columns.by_role.get(Role.NAME, columns.by_role.get(Role.HEADER_NAME, 0))
    in_header = Role.NAME not in columns.by_role and Role.HEADER_NAME in columns.by_role
    found: list[tuple[Row | None, Source]] = []
    for number, cells in enumerate(table.rows):
        if not any(cell.text for cell in cells):
            continue
        line = table.row_lines[number] if number < len(table.row_lines) else table.line
        quote = " | ".join(cell.text.replace("\n", " ") for cell in cells)[:200]
        stands = Source(url=source.url, line=line, element=table.element, quote=quote, reader=source.reader)
        cell = cells[at] if at < len(cells) else _EMPTY
        name = named(cell.text, cell.indent)
        by_role = {role: cells[column] for role, column in columns.by_role.items() if column < len(cells)}
        found.append((Row(name, by_role, stands, in_header) if name else None, stands))
    return found
