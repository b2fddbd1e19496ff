"""Which column of a table says what, and which tables are no tables of fields at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from driftgate.extract.blocks import Table
from driftgate.extract.tables.rows.cellwise import (
    all_demands,
    all_places,
    all_statuses,
    all_types,
    column,
    identifiers,
)
from driftgate.extract.tables.wording.words import Role, place_of, role_of
from driftgate.extract.typewords.read import read_type

_MOSTLY = 0.5
_NAMES = frozenset((Role.NAME, Role.HEADER_NAME))
#: columns that, beside names alone, may be those of a table of fields
_SAYING = frozenset((Role.DESCRIPTION, Role.NOTES, Role.ENUM, Role.VALUE))
#: columns that only a table of fields has
_TELLING = frozenset((Role.TYPE, Role.REQUIRED, Role.OPTIONAL, Role.DEFAULT, Role.PLACE, Role.NULLABLE, Role.LIMITS))
#: what some pages head a column that says whether fields are required
_MISNAMED = (Role.DEFAULT, Role.STATUS)
#: columns that a table of errors, prices, models, endpoints or constants has
_FOREIGN = frozenset((Role.STATUS, Role.CODE, Role.METHOD, Role.URL, Role.MEANING))


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column has which role; unknown: headers that no role is known for; headless: the cells gave the roles away;
    in_one: a single column holds it all, "Name, type, description", or the names and below each its type; guessed: the cells
    alone say which column names, below a header that no role is known for."""

    by_role: Mapping[Role, int]
    unknown: tuple[str, ...] = ()
    headless: bool = False
    in_one: bool = False
    guessed: bool = False

    @property
    def readable(self) -> bool:
        """Whether the rows are read at all."""
        return self.headless or self.in_one or self.tells_fields or self.may_hold_fields

    @property
    def tells_fields(self) -> bool:
        """Whether the header alone says that this is a table of fields."""
        roles = self.by_role.keys()
        if self.guessed or _NAMES.isdisjoint(roles) or (Role.VALUE in roles and Role.TYPE not in roles):
            return False
        return not _TELLING.isdisjoint(roles) and (_FOREIGN.isdisjoint(roles) or Role.TYPE in roles or Role.REQUIRED in roles)

    @property
    def may_hold_fields(self) -> bool:
        """Whether it is one if it stands where fields are announced: a name column and a description, nothing strange."""
        roles = self.by_role.keys()
        return not _NAMES.isdisjoint(roles) and _FOREIGN.isdisjoint(roles) and not _SAYING.isdisjoint(roles)


def columns_of(table: Table) -> Columns:
    """The roles of a table's columns, from the header first and from the cells where it misleads."""
    if len(table.header) == 1 and all(map(role_of, parts := table.header[0].text.split(","))) and len(parts) > 1:
        return Columns({Role.NAME: 0}, in_one=True)
    roles: dict[Role, int] = {}
    unknown: list[str] = []
    for at, cell in enumerate(table.header):
        role = role_of(cell.text)
        if role is None and Role.PLACE not in roles and all_places(column(table.rows, at)):
            role = Role.PLACE
        if role is None:
            unknown += [cell.text] if cell.text.strip() else []
        elif role not in roles:
            roles[role] = at
    _name_beside_demands(roles, table)
    if Role.NAME not in roles:
        _name_by_stand_in(roles, table)
    guessed = _by_cells(roles, table)
    _described_beside_name(roles, table)
    if roles.keys() & {Role.NAME, Role.HEADER_NAME} and Role.VALUE in roles and not roles.keys() & {Role.DESCRIPTION, *_TELLING}:
        roles[Role.DESCRIPTION] = roles.pop(Role.VALUE)
    _name_by_identifiers(roles, table)
    _required_by_answers(roles, table)
    if Role.NAME in roles and all_statuses(_numbers(table, roles[Role.NAME])):
        _answers(roles, Role.NAME)
    elif Role.CODE in roles and Role.STATUS not in roles and all_statuses(_numbers(table, roles[Role.CODE])):
        _answers(roles, Role.CODE)
    elif Role.STATUS in roles and Role.TYPE in roles and _NAMES.isdisjoint(roles):
        roles[Role.SCHEMA] = roles.pop(Role.TYPE)  # of answers
    for role in (Role.FORMAT, Role.VALUE):
        if role in roles and Role.TYPE not in roles and all_types(_not_linked(table, roles[role])):
            roles[Role.TYPE] = roles.pop(role)
    if Role.TYPE in roles and Role.PLACE not in roles and all_places(column(table.rows, roles[Role.TYPE])):
        _place_by_cells(roles, table)
    if Role.SCHEMA in roles and Role.NAME in roles and not {Role.TYPE, Role.STATUS} & roles.keys():
        roles[Role.TYPE] = roles.pop(Role.SCHEMA)
    in_one = roles.get(Role.NAME) == 0 and _names_and_types(table.header[0].text)
    return Columns(roles, tuple(unknown), in_one=in_one, guessed=guessed)


def _by_cells(roles: dict[Role, int], table: Table) -> bool:
    """Columns below headers that no role is known for, told by their cells: types all of them, or the first one names as
    programs use them. Whether the names were told so."""
    strange = [at for at in range(len(table.header)) if at not in roles.values() and table.header[at].text.strip()]
    kind = next((at for at in strange if all_types(column(table.rows, at))), None) if Role.TYPE not in roles else None
    if kind is not None:
        roles[Role.TYPE] = kind
    if not strange or strange[0] or strange[0] == kind or not roles.keys().isdisjoint(_NAMES | _FOREIGN):
        return False
    texts = column(table.rows, 0)
    if roles.keys().isdisjoint(_TELLING | _SAYING) or len(set(texts)) < len(texts) or identifiers(texts) < 1:
        return False
    if any("/" in text or " " in text.strip(" *?") or read_type(text) for text in texts):
        return False
    roles[Role.NAME] = 0
    return True


def _not_linked(table: Table, at: int) -> list[str]:
    """The texts of a column without those that are wholly a link, as the name of a model is."""
    cells = (row[at] for row in table.rows if at < len(row))
    return [cell.text for cell in cells if cell.text and cell.links != (cell.text,)]


def _names_and_types(head: str) -> bool:
    """Whether a header says on two lines that its cells hold the names and their types."""
    first, _, second = head.partition("\n")
    return role_of(first) is Role.NAME and role_of(second) is Role.TYPE


def _numbers(table: Table, at: int) -> list[str]:
    """The statuses of a column, without the one that stands for all others."""
    return [text for text in column(table.rows, at) if text.lower() != "default"]


def _answers(roles: dict[Role, int], first: Role) -> None:
    """What is headed "Name | Type" or "Code | Type" lists answers by status where the names or codes are statuses."""
    roles[Role.STATUS] = roles.pop(first)
    if Role.TYPE in roles:
        roles[Role.SCHEMA] = roles.pop(Role.TYPE)


def _name_by_stand_in(roles: dict[Role, int], table: Table) -> None:
    """A type column needs a name: the first column is it, where its header is a word that can be either."""
    first = next((role for role, at in roles.items() if at == 0), None)
    head = table.header[0].text if table.header else "-"
    if (roles.keys() & {Role.TYPE, Role.REQUIRED} and (not head or place_of(head))) or (
        Role.TYPE in roles and first in (Role.ASIDE, Role.CODE, Role.DESCRIPTION, Role.ENUM)
    ):
        if all_statuses(column(table.rows, 0)):
            return
        if first is not None:
            del roles[first]
        roles[Role.NAME] = 0


def _name_beside_demands(roles: dict[Role, int], table: Table) -> None:
    """What is headed as the column of names says "Required" or "Optional" in every cell: the next one has the names."""
    at = roles.get(Role.NAME, -1)
    if at < 0 or Role.REQUIRED in roles or not all_demands(column(table.rows, at)):
        return
    names = column(table.rows, at + 1)
    if len(names) == len(column(table.rows, at)) and identifiers(names) == 1:
        for role in [role for role, other in roles.items() if other == at + 1]:
            del roles[role]
        roles |= {Role.REQUIRED: at, Role.NAME: at + 1}


def _required_by_answers(roles: dict[Role, int], table: Table) -> None:
    """A column whose header says nothing, "Default" or "Status", and whose every cell is "mandatory", "optional" or the like."""
    if Role.REQUIRED in roles or Role.NAME not in roles:
        return
    taken = {at for role, at in roles.items() if role not in _MISNAMED}
    for at in range(len(table.header)):
        if at not in taken and all_demands(column(table.rows, at)):
            for role in _MISNAMED:
                if roles.get(role) == at:
                    del roles[role]
            roles[Role.REQUIRED] = at
            return


def _place_by_cells(roles: dict[Role, int], table: Table) -> None:
    """A column of types that holds places is one of places; a further column of types is the one."""
    roles[Role.PLACE] = at = roles.pop(Role.TYPE)
    further = (n for n, cell in enumerate(table.header) if n > at and role_of(cell.text) is Role.TYPE)
    if (kinds := next(further, None)) is not None:
        roles[Role.TYPE] = kinds


def _described_beside_name(roles: dict[Role, int], table: Table) -> None:
    """One header over two columns, "Parameters" or "Fields": the name, and what is said of it."""
    at = roles.get(Role.NAME, 0) + 1
    if set(roles) == {Role.NAME} and at == len(table.header) - 1 and table.header[at].text == table.header[at - 1].text:
        roles[Role.DESCRIPTION] = at


def _name_by_identifiers(roles: dict[Role, int], table: Table) -> None:
    """Of several columns of names the one that programs use: "Shop | shopId" has a title first."""
    named_at = roles.get(Role.NAME)
    if named_at is None or identifiers(column(table.rows, named_at)) >= _MOSTLY:
        return
    for at, cell in enumerate(table.header):
        role = role_of(cell.text)
        other = at != named_at and (role in (None, Role.NAME, Role.CODE) or role is Role.ENUM)
        if other and identifiers(texts := column(table.rows, at)) > _MOSTLY and not any(map(read_type, texts)):
            roles[Role.NAME] = at
            if role not in (None, Role.NAME):
                roles.pop(role, None)
            return
