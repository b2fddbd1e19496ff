"""Rows that announce a section cut a table into the groups they head."""

from __future__ import annotations

from driftgate.contract import Source
from driftgate.extract.blocks import Block, Cell, Heading, Table
from driftgate.extract.tables.groups import groups_of
from driftgate.extract.tables.sections import Kind


def cells(*texts: str) -> tuple[Cell, ...]:
    return tuple(map(Cell, texts))


def test_rows_across_all_columns_are_headings() -> None:
    table = Table(
        cells("Name", "Type"),
        (cells("Path parameters", ""), cells("id", "string"), cells("Body parameters", ""), cells("size", "integer")),
    )
    found = groups_of([table], set(), Source())
    assert [(group.section.kind, [row.name.name for row, _ in group.rows if row]) for group in found if group.section] == [
        (Kind.PATH, ["id"]),
        (Kind.BODY, ["size"]),
    ]


def test_a_group_of_rows_that_announces_nothing_cuts_nothing() -> None:
    table = Table(cells("Name", "Type"), (cells("Contact person", ""), cells("mail", "string")))
    (found,) = groups_of([table], set(), Source())
    assert [row and row.name.name for row, _ in found.rows] == [None, "mail"]


def test_a_table_without_a_header_is_read_below_parameters_and_nowhere_else() -> None:
    table = Table(cells("lat", "required"), (cells("lon", "required"),))
    below: list[Block] = [Heading(2, "Parameters"), table]
    (found,) = groups_of(below, set(), Source())
    assert [row and row.name.name for row, _ in found.rows] == ["lat", "lon"]
    (left,) = groups_of([Heading(2, "Cities"), table], set(), Source())
    assert left.rows == []
