"""Objects that code or a cell declares: members with types, nested by braces; a sample with values declares nothing."""

from __future__ import annotations

import pytest

from driftgate.contract import Source
from driftgate.extract.tables.shown.shapes import declared_name, declared_rows, shape_rows
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
