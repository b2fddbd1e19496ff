"""Objects that code or a cell declares: members with types, nested by braces; a sample with values declares nothing."""

from __future__ import annotations

import pytest

from driftgate.contract import Source
from driftgate.extract.tables.shown.shapes import commented_rows, declared_name, declared_rows, shape_rows
from driftgate.extract.tables.wording.words import Role

Told = tuple[str, int, str, bool | None]


def told(text: str, language: str = "") -> list[Told]:
    """Name, level, type, and whether required, of every member."""
    rows = [row for row, _ in shape_rows(text, Source(line=10), language) if row is not None]
    return [
        (row.name.name, row.name.level, row.text(Role.TYPE), False if row.name.question else row.name.required) for row in rows
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('{"hull": "oak", "masts": 3, "crew": {"rank": "string"}}', id="a sample with values"),
        pytest.param("hull: string\nmasts: 3", id="a sample in YAML"),
        pytest.param("The hull is: string or number", id="a sentence"),
        pytest.param("{ hull: 'string', rig: \"number\", deck: 3, note: string }", id="more values than types"),
    ],
)
def test_what_shows_values_declares_nothing(text: str) -> None:
    assert told(text) == []


def test_an_interface_is_read_with_its_comments_and_its_optional_members() -> None:
    text = """export interface Ship {
      // Painted on the bow
      name: string
      hue?: "red" | "blue" // of the hull
      crew: {
        rank: integer;
        mates: Array<Mate>;
      }[]
      rig?: #/components/schemas/Rig &
    }"""
    assert told(text) == [
        ("name", 0, "string", True),
        ("hue", 0, '"red" | "blue"', False),
        ("crew", 0, "array", True),
        ("rank", 1, "integer", True),
        ("mates", 1, "Array<Mate>", True),
        ("rig", 0, "#/components/schemas/Rig", False),
    ]
    rows = [row for row, _ in shape_rows(text, Source(line=10)) if row is not None]
    assert [row.text(Role.DESCRIPTION) for row in rows] == ["Painted on the bow", "of the hull", "", "", "", ""]
    assert [row.source.line for row in rows] == [12, 13, 14, 15, 16, 18]
    assert declared_name(text) == "Ship"


def test_members_on_one_line_say_nothing_of_being_required_where_none_is_optional() -> None:
    text = '{ **"hull"**: string, **"crew"**: [ [Sailor] ], "log": [ { "day": integer } ] }'
    assert told(text) == [
        ("hull", 0, "string", None),
        ("crew", 0, "array of Sailor", None),
        ("log", 0, "array", None),
        ("day", 1, "integer", None),
    ]


def test_members_without_braces_are_taken_in_a_language_that_declares() -> None:
    assert told("decks?: integer // default: 3", "typescript") == [("decks", 0, "integer", False)]


def test_where_a_schema_stands_names_of_models_are_types() -> None:
    rows = [row for row, _ in declared_rows('{ "crew": [ [Sailor] ], "rig": Rig }', Source()) if row is not None]
    assert [(row.name.name, row.text(Role.TYPE)) for row in rows] == [("crew", "array of Sailor"), ("rig", "Rig")]


def test_braces_beyond_measure_end() -> None:
    assert len(shape_rows("{ a: string, " + "b: {" * 5_000, Source())) == 2_001


def test_an_enumeration_keeps_its_values() -> None:
    assert told("{\n  rig?: enum[sloop, ketch]\n  masts: integer\n}") == [
        ("rig", 0, "enum[sloop, ketch]", False),
        ("masts", 0, "integer", True),
    ]


def commented(text: str) -> list[tuple[str, int, str, str]]:
    rows = [row for row, _ in commented_rows(text, Source()) if row is not None]
    return [(row.name.name, row.name.level, row.text(Role.TYPE), row.text(Role.DESCRIPTION)) for row in rows]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('{"hull": "oak", "masts": 3}', id="no comment"),
        pytest.param('{"hull": "oak", // which wood\n "masts": 3, "flag": "red"}', id="one of three"),
        pytest.param('// a ship\n{"hull": "https://wood.test/oak"}', id="an address"),
    ],
)
def test_a_sample_without_comments_on_most_values_describes_nothing(text: str) -> None:
    assert commented(text) == []


def test_comments_behind_values_describe_them() -> None:
    text = (
        '{\n "hull": "oak", // required, which wood\n "crew": [{ // who sails\n "rank": "mate" // of each\n }],\n "masts": 3\n}'
    )
    assert commented(text) == [
        ("hull", 0, "", "required, which wood"),
        ("crew", 0, "array", "who sails"),
        ("rank", 1, "", "of each"),
        ("masts", 0, "", ""),
    ]


def test_what_is_within_a_described_object_needs_a_comment_of_its_own() -> None:
    text = '{\n "id": 1, // which\n "traits": { // any\n  "speed": 3, "colour": "red"\n }\n}'
    assert commented(text) == [("id", 0, "", "which"), ("traits", 0, "object", "any")]


def test_a_comment_behind_a_member_is_its_own_and_one_above_the_next_ones() -> None:
    rows = [row for row, _ in shape_rows("{\n a: string; // first\n // second\n b: string;\n}", Source()) if row]
    assert [row.text(Role.DESCRIPTION) for row in rows] == ["first", "second"]


def test_values_that_are_all_names_of_types_state_them() -> None:
    assert commented('{\n "id": "UUID", // which\n "afloat": "boolean" // whether\n}') == [
        ("id", 0, "UUID", "which"),
        ("afloat", 0, "boolean", "whether"),
    ]


def test_a_colon_within_a_name_has_no_space_behind_it() -> None:
    assert told("{ media:title?: string, dc:creator: string }") == [
        ("media:title", 0, "string", False),
        ("dc:creator", 0, "string", True),
    ]


def test_a_comment_may_begin_with_the_type_and_whether_it_is_required() -> None:
    text = '{\n "hull": "oak", // string, required: which wood\n "masts": 3 // date: how many, required\n}'
    assert commented(text) == [("hull", 0, "string", "which wood"), ("masts", 0, "", "date: how many, required")]
    (first, _), _ = commented_rows(text, Source())
    assert first is not None
    assert first.text(Role.REQUIRED) == "required"


def test_what_has_no_name_is_a_further_alternative_of_the_type_above() -> None:
    text = "{\n  hull: string |\n  // or of parts\n  undefined?: Plank | Beam[]\n  undefined?: Sail\n  rig?: string\n}"
    assert told(text, "typescript") == [("hull", 0, "(string | Plank | Beam)[]", True), ("rig", 0, "string", False)]


@pytest.mark.parametrize(
    ("comment", "cells"),
    [
        ("The hull", {"description": "The hull"}),
        ("The number of masts.", {"description": "The number of masts."}),
        ("Oak, or pine: as you like", {"description": "Oak, or pine: as you like"}),
        ("string", {"type": "string"}),
        ("number, optional", {"type": "number", "required": "optional"}),
        ("string, required. The hull", {"type": "string", "required": "required", "description": "The hull"}),
        ("(number, required) How many", {"type": "number", "required": "required", "description": "How many"}),
        ("int, required: its length", {"type": "int", "required": "required", "description": "its length"}),
    ],
)
def test_a_comment_behind_a_value_may_begin_with_statements(comment: str, cells: dict[str, str]) -> None:
    ((row, _),) = commented_rows(f'{{\n  "hull": "oak" // {comment}\n}}', Source())
    assert row is not None
    assert {role.value: cell.text for role, cell in row.cells.items()} == cells
