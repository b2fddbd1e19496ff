"""Fields on lines of text: the name set apart with its type behind it, or a bare ``name: type`` and nothing more."""

from __future__ import annotations

import pytest

from driftgate.contract import Source
from driftgate.extract.blocks import Paragraph
from driftgate.extract.tables.rows.lines import line_rows
from driftgate.extract.tables.rows.row import Row
from driftgate.extract.tables.wording.words import Role


def read(*lines: Paragraph) -> list[Row]:
    return [row for _, row in line_rows(lines, Source())]


@pytest.mark.parametrize(
    "text",
    [
        "note: write to us at any time",
        "Length: integer",
        "size: of a ship, say 12",
        "Month.\ninteger",
        "https://example.test: string",
    ],
)
def test_sentences_titles_and_addresses_are_no_fields(text: str) -> None:
    assert read(Paragraph(text)) == []


def test_plain_lines_of_names_and_types_are_fields() -> None:
    first, second = read(Paragraph("name: string (required)\nfast: boolean"))
    assert (first.name.name, first.text(Role.TYPE)) == ("name", "string (required)")
    assert (second.name.name, second.text(Role.TYPE)) == ("fast", "boolean")


def test_the_description_may_follow_on_the_line() -> None:
    text = "parent (integer, optional) – The page above. " + "If it is left out there is none. " * 5
    (row,) = read(Paragraph(text.strip(), strong=("parent",)))
    assert (row.name.name, row.text(Role.TYPE), row.text(Role.REQUIRED)) == ("parent", "integer, optional", "optional")
    assert row.text(Role.DESCRIPTION).startswith("The page above.")


def test_a_type_may_open_the_sentence_behind_a_colon() -> None:
    (row,) = read(Paragraph("limit: integer. How many, at most 100.", code=("limit",)))
    assert (row.text(Role.TYPE), row.text(Role.DESCRIPTION)) == ("integer", "How many, at most 100.")


def test_a_type_may_stand_below_the_sentence() -> None:
    texts = ("harbour required", "Where the ship lies", "string", "size", "How long it is", "integer")
    first, second = read(*map(Paragraph, texts))
    assert (first.name.name, first.text(Role.TYPE), first.text(Role.REQUIRED)) == ("harbour", "string", "required")
    assert (second.name.name, second.text(Role.TYPE), second.text(Role.DESCRIPTION)) == ("size", "integer", "How long it is")
    assert read(*map(Paragraph, ("harbour", "Where the ship lies", "elsewhere"))) == []


def test_a_method_above_its_address_is_no_field() -> None:
    assert read(Paragraph("PUT"), Paragraph("Production URL")) == []


def test_a_star_behind_a_name_in_bold_makes_it_required() -> None:
    (row,) = read(Paragraph("tonnage* integer", code=("integer",), strong=("tonnage",)))
    assert (row.name.name, row.name.required, row.text(Role.TYPE)) == ("tonnage", True, "integer")


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("integer, optional, default 1", {"type": "integer", "required": "optional", "default": "1"}),
        ("integer optional, default 1", {"type": "integer optional", "default": "1"}),
        ("integer (optional, default: 1)", {"type": "integer", "required": "optional"}),
        ("string, required, at most 9", {"type": "string", "required": "required"}),
    ],
)
def test_a_name_set_apart_may_have_a_line_of_several_statements_below_it(line: str, cells: dict[str, str]) -> None:
    """What is no type of these is left for the description to tell."""
    (row,) = read(Paragraph("mast", strong=("mast",)), Paragraph(line), Paragraph("How many."))
    assert row.name.name == "mast"
    assert {role.value: cell.text for role, cell in row.cells.items()} == {**cells, "description": f"{line}\nHow many."}


def test_labelled_lines_below_a_name_are_told_by_their_labels() -> None:
    lines = Paragraph("Type: integer\nRequired: no\nDefault: 1\nHow many.")
    (row,) = read(Paragraph("mast", strong=("mast",)), lines)
    assert {role.value: cell.text for role, cell in row.cells.items()} == {
        "type": "integer",
        "required": "no",
        "default": "1",
        "description": "How many.",
    }


def test_a_sentence_below_a_name_makes_no_field_of_it() -> None:
    assert (
        read(Paragraph("mast", strong=("mast",)), Paragraph("integer overflow, buffer overrun, and other words of sailors")) == []
    )


@pytest.mark.parametrize(
    ("behind", "code", "cells"),
    [
        ("`integer` `optional` `default: 1`", 3, {"type": "integer", "required": "optional", "default": "1"}),
        ("`integer` `optional` How many.", 2, {"type": "integer, optional", "required": "optional", "description": "How many."}),
        ("`integer` How many.", 1, {"type": "integer", "description": "How many."}),
    ],
)
def test_code_spans_in_a_row_behind_a_name_are_statements_of_it(behind: str, code: int, cells: dict[str, str]) -> None:
    spans = tuple(behind.split("`")[1::2])
    assert len(spans) == code
    (row,) = read(Paragraph(f"mast {behind.replace('`', '')}", code=spans, strong=("mast",)))
    assert {role.value: cell.text for role, cell in row.cells.items() if cell.text} == cells
