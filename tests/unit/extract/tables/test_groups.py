"""Rows that announce a section cut a table into the groups they head."""

from __future__ import annotations

import pytest

from documents import html_document
from driftgate.contract import Source
from driftgate.extract.blocks import Block, Cell, Code, Heading, Item, Listing, Paragraph, Table
from driftgate.extract.tables.groups import Group, groups_of
from driftgate.extract.tables.sections import Kind
from driftgate.extract.tables.wording.words import Role


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


def names(found: list[Group]) -> list[list[str | None]]:
    return [[row and row.name.name for row, _ in group.rows] for group in found]


def item(term: str, text: str = "") -> Item:
    return Item(0, text, term)


def test_a_list_of_names_is_read_right_below_its_heading_and_not_behind_a_table() -> None:
    listed = Listing((item("q", "What to look for."), item("lang", "In which language.")))
    table = Table(cells("Name", "Type"), (cells("id", "string"),))
    assert names(groups_of([Heading(2, "Parameters"), listed], set(), Source())) == [["q", "lang"]]
    assert names(groups_of([Heading(2, "Parameters"), table, listed], set(), Source())) == [["id"]]
    assert names(groups_of([Heading(2, "Words"), listed], set(), Source())) == []


def test_a_list_that_begins_with_titles_is_no_list_of_fields() -> None:
    listed = Listing((item("Speed", "matters."), item("Size", "does not.")))
    assert groups_of([Heading(2, "Parameters"), listed], set(), Source()) == []


def test_a_heading_that_is_a_name_above_its_type_is_a_field() -> None:
    page: list[Block] = [
        Heading(2, "Query parameters"),
        Heading(3, "page"),
        Paragraph("integer, optional"),
        Paragraph("Which one."),
    ]
    (found,) = groups_of(page, set(), Source())
    ((row, _),) = found.rows
    assert row is not None
    assert (row.name.name, row.text(Role.TYPE), row.text(Role.DESCRIPTION)) == ("page", "integer, optional", "Which one.")


def test_columns_of_names_one_per_level_nest() -> None:
    table = Table(cells("Name", "Name", "Type"), (cells("items", "", "array"), cells("", "id", "string")))
    (found,) = groups_of([Heading(2, "Response"), table], set(), Source())
    assert [(row.name.name, row.name.level) for row, _ in found.rows if row] == [("items", 0), ("id", 2)]


def test_a_name_beside_its_parent_is_a_path() -> None:
    table = Table(cells("Name", "Name", "Type"), (cells("data", "id", "string"),))
    assert names(groups_of([Heading(2, "Response"), table], set(), Source())) == [["data.id"]]


@pytest.mark.parametrize(
    ("heading", "required"),
    [("Required parameters", True), ("Optional query parameters", False), ("Required and optional parameters", None)],
)
def test_a_heading_may_say_of_all_its_fields_whether_they_are_required(heading: str, required: bool | None) -> None:
    listed = Listing((item("q", "What to look for."),))
    (found,) = groups_of([Heading(2, heading), listed], set(), Source())
    assert found.section is not None
    assert found.section.required is required


def test_a_caption_serves_as_the_heading_of_its_table() -> None:
    table = "<table><caption>Table 4. {}</caption><tr><th>Name</th><th>Type</th></tr><tr><td>id</td><td>string</td></tr></table>"
    blocks = html_document(table.format("Response body")).blocks
    (found,) = groups_of(blocks, set(), Source())
    assert found.section is not None
    assert found.section.kind is Kind.RESPONSE


def test_values_in_capitals_below_one_another_are_no_fields() -> None:
    listed = Listing((Item(0, "CSV"), Item(0, "JSON")))
    assert not any(group.rows for group in groups_of([Heading(2, "Parameters"), listed], set(), Source()))


def test_the_heading_of_the_operation_before_announces_nothing_of_the_next() -> None:
    table = Table(cells("Name", "Type"), (cells("id", "string"),))
    statement = Paragraph("GET /ships")
    found = groups_of([Heading(3, "Request body"), table, statement, table], {2}, Source())
    assert [group.section.kind if group.section else None for group in found] == [Kind.BODY, None]
    found = groups_of([Heading(3, "Request"), Paragraph("Ask for it."), statement, table], {2}, Source())
    assert [group.section.kind if group.section else None for group in found] == [Kind.REQUEST]


def test_a_declared_object_with_brackets_behind_it_is_the_item_of_a_list() -> None:
    heading = Heading(2, "Response 200")
    (ships,) = groups_of([heading, Code("{ name: string }[]")], set(), Source())
    (ship,) = groups_of([heading, Code("{ name: string, masts: { height: integer }[] }")], set(), Source())
    assert (ships.within, ship.within) == ("[]", "")


def test_an_entry_that_begins_with_a_status_heads_what_stands_below_it() -> None:
    blocks: list[Block] = [
        Heading(2, "Responses"),
        Listing((Item(0, "200 The ship."),)),
        Code("{ name: string }"),
        Listing((Item(0, "default It sank."),)),
        Code("{ why: string }"),
    ]
    found = [group for group in groups_of(blocks, set(), Source()) if group.rows]
    assert [group.section.status for group in found if group.section] == ["200", "default"]


def test_a_table_of_names_and_types_below_a_sample_of_an_answer_describes_it() -> None:
    table = Table(cells("Element", "Type"), (cells("hull", "string"),))
    kinds = [
        group.section.kind if group.section else None
        for heading in ("Sample response", "Sample request")
        for group in groups_of([Heading(3, heading), table], set(), Source())
    ]
    assert kinds == [Kind.RESPONSE, Kind.EXAMPLE]
