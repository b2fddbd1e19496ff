"""The blocks of a page in their order: what heads which rows, and where fields are announced at all."""

from __future__ import annotations

import pytest

from driftgate.contract import Source
from driftgate.extract.blocks import Block, Cell, Code, Heading, Item, Listing, Paragraph, Table
from driftgate.extract.tables.groups.group import Group
from driftgate.extract.tables.groups.walk import groups_of
from driftgate.extract.tables.sections import Kind


def cells(*texts: str) -> tuple[Cell, ...]:
    return tuple(map(Cell, texts))


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


@pytest.mark.parametrize(
    ("heading", "required"),
    [("Required parameters", True), ("Optional query parameters", False), ("Required and optional parameters", None)],
)
def test_a_heading_may_say_of_all_its_fields_whether_they_are_required(heading: str, required: bool | None) -> None:
    listed = Listing((item("q", "What to look for."),))
    (found,) = groups_of([Heading(2, heading), listed], set(), Source())
    assert found.section is not None
    assert found.section.required is required


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
