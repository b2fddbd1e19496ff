"""Rows that stand in one column without a mark of how deep they are: what a sample shows inside an object above them is in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from driftgate.extract.tables.groups.group import Group
from driftgate.extract.tables.placing import Rows
from driftgate.extract.tables.rows.row import Row
from driftgate.extract.tables.shown.samples import value_of
from driftgate.extract.tables.wording.words import Role
from driftgate.extract.typewords.read import read_type

_HOLDING = ("object", "array")
_ENOUGH = 0.8


def resolved(group: Group, samples: Iterable[str]) -> Rows:
    """The rows of a group, each as deep as the first sample that shows nearly all of them has it; as they are where none does,
    or where the page marks the depth itself."""
    rows = [row for row, _ in group.rows if row is not None]
    if len(rows) < len(group.rows) or any(row.name.level or "." in row.name.name or "[" in row.name.name for row in rows):
        return group.rows
    if not any(map(_holds, rows[:-1])):
        return group.rows
    for value in filter(None, map(value_of, samples)):
        levels = list(_levels(rows, value))
        placed = sum(level is not None for level in levels)
        if any(levels) and placed >= _ENOUGH * len(rows):
            return [(_at(row, level or 0), source) for (row, source), level in zip(group.rows, levels, strict=True)]
    return group.rows


def _holds(row: Row) -> bool:
    kind = str(read_type(row.text(Role.TYPE)).get("type", ""))
    return kind.startswith(_HOLDING)


def _at(row: Row | None, level: int) -> Row | None:
    return row._replace(name=row.name._replace(level=level)) if row is not None else None


def _levels(rows: Sequence[Row], value: object) -> Iterator[int | None]:
    """How deep each row stands: at the top as long as its name is not taken there, else in the innermost of the objects above
    that has it; None where none has it."""
    stack: list[dict[str, object]] = [_members(value)]
    taken: set[str] = set()
    for row in rows:
        name = row.name.name
        level = (
            0
            if name in stack[0] and name not in taken
            else next((depth for depth in range(len(stack) - 1, 0, -1) if name in stack[depth]), None)
        )
        if level is None:
            yield None
            continue
        if not level:
            taken.add(name)
        del stack[level + 1 :]
        if _holds(row):
            stack.append(_members(stack[level][name]))
        yield level


def _members(value: object) -> dict[str, object]:
    """The members of an object, or of the first one in a list."""
    while isinstance(value, list):
        value = value[0] if value else None
    return value if isinstance(value, dict) else {}
