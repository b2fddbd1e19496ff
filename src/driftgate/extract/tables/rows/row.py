"""One field as a page writes it: a row of a table, or an entry of a list, with its cells by what they say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from driftgate.contract import Source
from driftgate.extract.blocks import Cell, Table
from driftgate.extract.prose.mined import in_ticks
from driftgate.extract.tables.rows.beside import cells_beside, without_labels
from driftgate.extract.tables.rows.cellwise import with_answers
from driftgate.extract.tables.rows.columns import Columns
from driftgate.extract.tables.rows.nesting import Named, named
from driftgate.extract.tables.wording.words import Role
from driftgate.extract.typewords.read import read_type

_FURTHER = " .…"
_EMPTY = Cell("")
#: a name with a value that it may have: ``id=eq.{id}``
_ASSIGNED = re.compile(r"([A-Za-z_$][\w$.-]{0,100}(?:\[\])?)=\S{0,200}$")
#: a name with its type in parentheses: ``ships (array)``
_TYPED = re.compile(r"([A-Za-z_$][\w$.-]{0,100}(?:\[\])?)\s{0,3}[(（]([^()（）]{1,60})[)）]$")
#: columns of running text
_TOLD = (Role.DESCRIPTION, Role.NOTES, Role.LIMITS)


class Row(NamedTuple):
    """One row of a table, or one entry of a list, that names a field; cells by role, source for the report."""

    name: Named
    cells: Mapping[Role, Cell]
    source: Source
    in_header: bool = False
    extra: Mapping[str, str] = MappingProxyType({})

    def text(self, role: Role) -> str:
        """The text of one column, empty where the table has none."""
        return self.cells.get(role, _EMPTY).text

    @property
    def description(self) -> str:
        """All running text of the row."""
        cells = [self.cells[role] for role in _TOLD if role in self.cells]
        told = [in_ticks(cell.text, cell.code) if cell.code else cell.text for cell in cells if cell.text]
        return told[0] if len(told) == 1 else "\n".join(told)


Rows = list[tuple[Row | None, Source]]


def rows_of(table: Table, columns: Columns, source: Source) -> Rows:
    """Every row of a table of fields with its source; None for a row without a readable name."""
    at = columns.by_role.get(Role.NAME, columns.by_role.get(Role.HEADER_NAME, 0))
    in_header = Role.NAME not in columns.by_role and Role.HEADER_NAME in columns.by_role
    asked = columns.by_role.get(Role.REQUIRED)
    if asked is not None:
        table = with_answers(table, asked, table.header[asked].text if asked < len(table.header) else "")
    heads = list(table.heads)
    roles = tuple(columns.by_role.items())
    found: Rows = []
    for number, cells in enumerate(table.rows):
        texts = [cell.text for cell in cells]
        if not any(texts) or texts == heads or (at < len(texts) and texts[at] and not texts[at].strip(_FURTHER)):
            continue  # an empty row, the header once more, or dots for further fields
        line = table.row_lines[number] if number < len(table.row_lines) else table.line
        quote = " | ".join(texts).replace("\n", " ")[:200]
        stands = Source(url=source.url, line=line, element=table.element, quote=quote, reader=source.reader)
        by_role = {role: cells[column] for role, column in roles if column < len(cells)}
        found.append((_row(cells[at] if at < len(cells) else _EMPTY, by_role, stands, in_header=in_header), stands))
    return found


def _row(cell: Cell, by_role: dict[Role, Cell], stands: Source, *, in_header: bool) -> Row | None:
    """The field of one row, with what its name cell and the first line of its description say beside it."""
    name = named(cell.text, cell.indent)
    if name is not None and "\n" not in cell.text:
        return Row(name, _typed_first(by_role), stands, in_header)
    lead = next((span for span in (*cell.code, *cell.strong) if span and cell.text.startswith(span)), "")
    rest = cell.text[len(lead) :].strip() if name is None and lead else cell.text.partition("\n")[2]
    if name is None and lead:
        name = named(lead, cell.indent)
    if name is None and (assigned := _ASSIGNED.match(cell.text)):
        name, rest = named(assigned[1], cell.indent), ""
    if name is None and (typed := _TYPED.match(cell.text)) and read_type(typed[2]):
        name, rest = named(typed[1], cell.indent), typed[2]
    beside = cells_beside(rest) if rest else {}
    told = {role: cell for role, cell in by_role.items() if cell.text or role not in beside}
    return Row(name, _typed_first(beside | told), stands, in_header) if name else None


def _typed_first(cells: dict[Role, Cell]) -> dict[Role, Cell]:
    """The same cells, a description's first line taken for the type where it is one and there is no column for it."""
    told = cells.get(Role.DESCRIPTION)
    if told is None or (Role.TYPE in cells and ":" not in told.text and "：" not in told.text):
        return cells
    text, labelled = without_labels(told.text, told.links)
    first, _, rest = text.partition("\n")
    if Role.TYPE not in cells and rest and first in (*told.code[:1], *told.strong[:1]) and read_type(first):
        labelled[Role.TYPE] = Cell(first)
        text = rest.strip()
    return {**labelled, **cells, Role.DESCRIPTION: told._replace(text=text)} if labelled else cells
