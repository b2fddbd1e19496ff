"""Tables among fields whose header is in words that are not known: gaps, where their form says that they hold fields."""

from __future__ import annotations

import re

from driftgate.extract.tables.groups.group import Group
from driftgate.extract.tables.wording.words import Role

_IDENTIFIER = re.compile(r"^[A-Za-z_$][\w$.\[\]-]{0,100}$")
_TELLING = re.compile(r"[a-z][A-Z]|_|\[\]")
_MOST_UNKNOWN = 2


def has_strange_header(group: Group) -> bool:
    """Whether a table that was not read stands among fields and looks like one of fields; any other is left alone."""
    columns = group.columns
    if columns is None or group.section is None or group.table is None:
        return False
    roles = set(columns.by_role)
    known_only_by_name = roles <= {Role.NAME, Role.ASIDE} and bool(roles)
    unnamed = columns.guessed or (not roles and len(columns.unknown) >= _MOST_UNKNOWN)
    return (known_only_by_name and 0 < len(columns.unknown) <= _MOST_UNKNOWN) or (unnamed and _looks_like_names(group))


def _looks_like_names(group: Group) -> bool:
    """Whether the first column holds identifiers: a table of fields whose header is in an unknown language."""
    first = [row[0].text for row in group.table.rows if row] if group.table else []
    return bool(first) and all(_IDENTIFIER.match(text) for text in first) and any(_TELLING.search(text) for text in first)
