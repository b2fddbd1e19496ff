"""Rows that Widdershins prints with a name that is none: variants, items and whole schemas under their titles."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import takewhile

from driftgate.contract.model import REQUEST_PLACES
from driftgate.extract.blocks import Cell

#: what the generator prints for a row without a name, as it is written here
ANONYMOUS = "anonymous"
#: the header of a table of parameters
PARAMETERS = ("Name", "In", "Type", "Required", "Description")
_LEADING = re.compile(r"[»\s]{0,60}")


def bare_name(row: Sequence[Cell]) -> str:
    """The name of a row without the marks before it."""
    text = row[0].text
    return text if text[:1].isalnum() else text[len(_marks(text)) :]


def level_of(row: Sequence[Cell]) -> int:
    """How deep a row is nested, 0 for the outermost."""
    text = row[0].text
    return 0 if text[:1].isalnum() else _marks(text).count("»")


def _marks(text: str) -> str:
    leading = _LEADING.match(text)
    return leading[0] if leading else ""


def _unnamed(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    marks = "»" * level_of(row)
    return (Cell(f"{marks} {ANONYMOUS}".strip()), *row[1:])


def variants_unnamed(rows: Sequence[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    """Below ``oneOf`` and its like the outermost rows are variants, whatever title they bear."""
    level = min(map(level_of, rows), default=0)
    return [_unnamed(row) if level_of(row) == level else row for row in rows]


def roots_unnamed(rows: Sequence[tuple[Cell, ...]], names: frozenset[str] | None) -> list[tuple[Cell, ...]]:
    """Outermost rows that the schema's own sample does not show as properties are the schema itself."""
    if names is None:
        return list(rows)
    shown = any(bare_name(row) in names for row in rows if level_of(row) == 0)
    return [_unnamed(row) if level_of(row) == 0 and not shown and bare_name(row) not in names else row for row in rows]


def items_unnamed(rows: Sequence[tuple[Cell, ...]], shown: Callable[[], frozenset[str]]) -> list[tuple[Cell, ...]]:
    """A row that repeats its array's item type, or whose name has spaces, is the title of the items; map values are ``*``.

    shown: the names that the samples of the page show, which are no titles."""
    found: list[tuple[Cell, ...]] = []
    placed = bool(rows) and len(rows[0]) == len(PARAMETERS) and rows[0][1].text in REQUEST_PLACES
    type_at = PARAMETERS.index("Type") if placed else 1
    above: list[str] = []  # the types of the rows around, by level
    for at, row in enumerate(rows):
        level, name, kind = level_of(row), bare_name(row), row[type_at].text if len(row) > type_at else ""
        above = [*above[:level], *[""] * (level - len(above))]
        repeats = bool(level and kind) and above[-1] == f"[{kind}]"
        is_items = repeats and kind != "string" and (kind != "object" or _titles_items(rows, at, shown))
        above.append(kind)
        if name == "additionalProperties":
            found.append((Cell("»" * level + " *"), *row[1:]))
        else:
            words = " " in name and name not in shown()
            found.append(_unnamed(row) if is_items or words or name == "None" else row)
    return found


def _titles_items(rows: Sequence[tuple[Cell, ...]], at: int, shown: Callable[[], frozenset[str]]) -> bool:
    """Whether an object is all that its array holds, and no sample shows its name but that of a row below it."""
    level = level_of(rows[at])
    below = list(takewhile(lambda row: level_of(row) >= level, rows[at + 1 :]))
    if level_of(rows[at - 1]) != level - 1 or any(level_of(row) == level for row in below):
        return False
    return bare_name(rows[at]) not in shown() and any(bare_name(row) in shown() for row in below)
