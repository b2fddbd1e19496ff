"""Objects that are declared in code are groups where fields or models are announced."""

from __future__ import annotations

from driftgate.contract import Source
from driftgate.extract.blocks import Code, Heading
from driftgate.extract.tables.groups.group import Group
from driftgate.extract.tables.groups.walk import groups_of
from driftgate.extract.tables.sections import Kind


def names(found: list[Group]) -> list[list[str | None]]:
    return [[row and row.name.name for row, _ in group.rows] for group in found]


def test_a_declared_object_with_brackets_behind_it_is_the_item_of_a_list() -> None:
    heading = Heading(2, "Response 200")
    (ships,) = groups_of([heading, Code("{ name: string }[]")], set(), Source())
    (ship,) = groups_of([heading, Code("{ name: string, masts: { height: integer }[] }")], set(), Source())
    assert (ships.within, ship.within) == ("[]", "")


def test_an_object_is_no_group_of_fields_where_none_are_announced() -> None:
    assert groups_of([Heading(2, "How we sail"), Code("{ name: string }")], set(), Source()) == []


def test_a_name_that_a_declaration_bears_among_models_is_the_title_of_its_fields() -> None:
    (ship,) = groups_of([Heading(2, "Schemas"), Code("interface Ship { name: string }")], set(), Source())
    assert (ship.own_title, ship.in_models, names([ship])) == ("Ship", True, [["name"]])


def test_the_body_of_a_message_stands_behind_its_empty_line() -> None:
    message = Code("POST /ships HTTP/1.1\nHost: harbour.example\n\n{ name: string }")
    (ship,) = groups_of([Heading(2, "Request"), message], set(), Source())
    assert ship.section is not None
    assert (ship.section.kind, names([ship])) == (Kind.BODY, [["name"]])
