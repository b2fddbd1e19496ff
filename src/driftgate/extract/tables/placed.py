"""One row where it stands in its message, and those of several alternatives as one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import NamedTuple

from driftgate.contract import Facts
from driftgate.contract.types import kinds_of
from driftgate.extract.draft import of_either
from driftgate.extract.tables.rows.row import Row
from driftgate.extract.tables.rows.rowfacts import Read
from driftgate.extract.varying import Said, varying


class Placed(NamedTuple):
    """One row and where it stands. path: of the row, or of what it wraps; top: the row of the operation's own table."""

    path: str
    row: Row
    read: Read
    is_field: bool = True
    top: Row | None = None


def united(alternatives: Sequence[Sequence[Placed]]) -> list[Placed]:
    """The fields of several alternatives, each once: a field that not all of them have is conditional."""
    found: dict[str, list[Placed]] = {}
    for placed in alternatives:
        own = {item.path: item for item in reversed(placed) if item.is_field}
        for item in placed:
            if own.pop(item.path, None) is not None:
                found.setdefault(item.path, []).append(item)
    return [_one(items, everywhere=len(items) == len(alternatives)) for items in found.values()]


def _one(items: Sequence[Placed], *, everywhere: bool) -> Placed:
    first, facts = items[0], [item.read.facts for item in items]
    told: Facts = reduce(of_either, facts)
    lines = varying([Said(each, kinds_of(each.get("type"))) for each in facts], silence=False) if len(facts) > 1 else ()
    varies: Facts = {"varies": lines} if lines else {}
    conditional: Facts = {} if everywhere and not any(each.get("conditional") for each in facts) else {"conditional": True}
    return first._replace(read=first.read._replace(facts={**told, **varies, **conditional}))
