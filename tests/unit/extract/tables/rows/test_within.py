"""Objects that a cell of types declares: their members are rows below the field, and any other type stays as printed."""

from __future__ import annotations

from driftgate.contract import Source
from driftgate.extract.blocks import Cell
from driftgate.extract.tables.rows.nesting import Named
from driftgate.extract.tables.rows.row import Row
from driftgate.extract.tables.rows.within import with_members
from driftgate.extract.tables.wording.words import Role


def told(kind: str, level: int = 0) -> list[tuple[str, int, str]]:
    """Name, level and type of every row that one with this type becomes."""
    row = Row(Named("crew", level), {Role.TYPE: Cell(kind)}, Source())
    rows = [row for row, _ in with_members([(row, Source())]) if row is not None]
    return [(row.name.name, row.name.level, row.text(Role.TYPE)) for row in rows]


def test_a_type_that_declares_no_object_stays() -> None:
    assert told("[ string ]") == [("crew", 0, "[ string ]")]
    assert told("map of {id}") == [("crew", 0, "map of {id}")]
    assert told('{ "rank": 3 }') == [("crew", 0, '{ "rank": 3 }')]
    assert with_members([(None, Source())]) == [(None, Source())]


def test_the_members_of_an_object_and_of_an_arrays_items_stand_below_the_field() -> None:
    assert told('{ "rank": integer, "berth": { "deck": string } }', level=1) == [
        ("crew", 1, "object"),
        ("rank", 2, "integer"),
        ("berth", 2, "object"),
        ("deck", 3, "string"),
    ]
    assert told('[ { "rank": integer } ]') == [("crew", 0, "array"), ("rank", 1, "integer")]


def test_where_names_are_quoted_a_label_is_none_and_a_member_without_a_type_ends_at_its_comma() -> None:
    assert told('[ { "rank": string, \nAvailable values: "mate", "cook", "berth": , "age": integer } ]') == [
        ("crew", 0, "array"),
        ("rank", 1, "string"),
        ("berth", 1, ""),
        ("age", 1, "integer"),
    ]
