"""Rows that announce a section cut a table into the groups they head."""

from __future__ import annotations

from documents import html_document
from driftgate.contract import Source
from driftgate.extract.blocks import Block, Cell, Heading, Table
from driftgate.extract.tables.groups.group import Group
from driftgate.extract.tables.groups.walk import groups_of
from driftgate.extract.tables.sections import Kind


def names(found: list[Group]) -> list[list[str | None]]:
    return [[row and row.name.name for row, _ in group.rows] for group in found]


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


def test_columns_of_names_one_per_level_nest() -> None:
    table = Table(cells("Name", "Name", "Type"), (cells("items", "", "array"), cells("", "id", "string")))
    (found,) = groups_of([Heading(2, "Response"), table], set(), Source())
    assert [(row.name.name, row.name.level) for row, _ in found.rows if row] == [("items", 0), ("id", 2)]


def test_a_name_beside_its_parent_is_a_path() -> None:
    table = Table(cells("Name", "Name", "Type"), (cells("data", "id", "string"),))
    assert names(groups_of([Heading(2, "Response"), table], set(), Source())) == [["data.id"]]


def test_a_table_of_names_and_types_below_a_sample_of_one_side_describes_it() -> None:
    table = Table(cells("Element", "Type"), (cells("hull", "string"),))
    kinds = [
        group.section.kind if group.section else None
        for heading in ("Sample response", "Sample request", "Sample request and response", "Sample")
        for group in groups_of([Heading(3, heading), table], set(), Source())
    ]
    assert kinds == [Kind.RESPONSE, Kind.REQUEST, Kind.EXAMPLE, Kind.EXAMPLE]


def test_a_caption_serves_as_the_heading_of_its_table() -> None:
    table = "<table><caption>Table 4. {}</caption><tr><th>Name</th><th>Type</th></tr><tr><td>id</td><td>string</td></tr></table>"
    blocks = html_document(table.format("Response body")).blocks
    (found,) = groups_of(blocks, set(), Source())
    assert found.section is not None
    assert found.section.kind is Kind.RESPONSE
