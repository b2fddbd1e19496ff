"""Types that a page describes apart by their values alone: a table of values under the title of the type."""

from __future__ import annotations

import re
from collections.abc import Iterable

from driftgate.extract.tables.groups.group import Group
from driftgate.extract.tables.rows.modelnames import model_key
from driftgate.extract.tables.wording.words import Role, role_of

_HEADS = (Role.VALUE, Role.ENUM)
_VALUE = re.compile(r"[\w.:/+-]{1,80}$")
_MOST_COLUMNS = 3


def values_of(groups: Iterable[Group]) -> dict[str, tuple[str, ...]]:
    """The values of every such type by its folded title."""
    found: dict[str, tuple[str, ...]] = {}
    for group in groups:
        heads = group.table.heads if group.table is not None else ()
        if not group.own_title or group.rows or not heads or len(heads) > _MOST_COLUMNS or role_of(heads[0]) not in _HEADS:
            continue
        values = tuple(row[0].text.strip() for row in (group.table.rows if group.table else ()) if row)
        if values and all(map(_VALUE.match, values)):
            found.setdefault(model_key(group.own_title), values)
    return found
