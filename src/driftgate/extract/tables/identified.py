"""Tables whose header does not say which column names the fields: a sample that shows those of the first as keys says it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from driftgate.contract import Source
from driftgate.extract.blocks import Code
from driftgate.extract.tables.groups.group import Group
from driftgate.extract.tables.rows.cellwise import column
from driftgate.extract.tables.rows.columns import Columns
from driftgate.extract.tables.rows.row import rows_of
from driftgate.extract.tables.sections import announces_fields
from driftgate.extract.tables.shown.samples import keys_in
from driftgate.extract.tables.wording.words import Role

_FEWEST = 2
#: what a table has whose first column holds something else, whatever it is spelled like
_OTHER = frozenset((Role.STATUS, Role.METHOD, Role.URL, Role.NAME, Role.HEADER_NAME))


def identified(group: Group, samples: Iterable[Code], source: Source) -> Group:
    """The group with the rows of its table, where fields are announced and a sample has every name in the first column; else
    the group as it is."""
    table, columns = group.table, group.columns
    if table is None or columns is None or not announces_fields(group.section) or not _OTHER.isdisjoint(columns.by_role):
        return group
    names = set(column(table.rows, 0))
    if len(names) < _FEWEST or not any(names <= keys_in(sample.text) for sample in samples):
        return group
    roles = {role: at for role, at in columns.by_role.items() if at}
    read = Columns({Role.NAME: 0, **roles}, columns.unknown)
    return replace(group, rows=rows_of(table, read, source), columns=read, certain=True)
