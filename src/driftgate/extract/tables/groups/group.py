"""Rows that stand together, with what the headings above say of them."""

from __future__ import annotations

from dataclasses import dataclass

from driftgate.extract.blocks import Table
from driftgate.extract.tables.rows.columns import Columns
from driftgate.extract.tables.rows.row import Rows
from driftgate.extract.tables.sections import Section
from driftgate.extract.tables.trail import Trail


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that stand together. at: index of the first block; section: what the headings above announce, None if nothing;
    titles: the headings above that announce nothing, outermost first; columns: of a table; certain: its form alone says that
    these are fields."""

    at: int
    rows: Rows
    section: Section | None
    titles: tuple[str, ...] = ()
    columns: Columns | None = None
    certain: bool = True
    own_title: str = ""  # the innermost heading, if it announces nothing
    heading: str = ""  # the innermost heading, whatever it says
    table: Table | None = None
    in_models: bool = False
    within: str = ""  # ``[]`` where a line above says that the body is a list of what these rows describe
    lines: tuple[str, ...] = ()  # of a paragraph or list, any of which may name the model of the whole body


def group_below(at: int, rows: Rows, trail: Trail) -> Group:
    """Rows that start at a block, below the headings of a trail."""
    return Group(at, rows, trail.section(), trail.titles(), own_title=trail.own_title(), heading=trail.innermost())
