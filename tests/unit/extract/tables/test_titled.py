"""A title above a table names the field that the table's rows are within, or none."""

from __future__ import annotations

import pytest

from driftgate.contract import Field
from driftgate.extract.tables.sections import Kind, Section
from driftgate.extract.tables.titled import below_field, field_titled, is_sentence

FIELDS = (
    Field("path", "hull", {"type": "object"}),
    Field("body", "name", {"type": "string"}),
    Field("body", "hull", {"type": "object"}),
    Field("201", "crew", {"type": "array<object>"}),
)


@pytest.mark.parametrize("title", ["name", "keel", "The hull and all", "masts[]"])
def test_a_title_that_is_no_structure_names_nothing(title: str) -> None:
    assert field_titled(FIELDS, title, "body") is None


def test_a_title_is_looked_for_among_the_fields_of_its_place_alone() -> None:
    assert field_titled(FIELDS, "crew", "body") is None
    assert field_titled(FIELDS, "crew", "201") == "crew[]"


def test_a_few_more_words_are_let_pass_where_a_field_is_expected() -> None:
    assert field_titled(FIELDS, "About the hull", "body") is None
    assert field_titled(FIELDS, "About the hull", "body", loosely=True) == "hull"
    assert field_titled(FIELDS, "What we know about the hull", "body", loosely=True) is None


def test_brackets_behind_a_word_of_a_title_spell_a_name() -> None:
    assert field_titled(FIELDS, "Elements of crew[]", "201") == "crew[]"


def test_a_heading_places_its_table_and_never_within_a_variable_of_the_path() -> None:
    assert below_field(FIELDS[:2], "hull") is None
    assert below_field(FIELDS, "hull") == (Section(Kind.BODY), "hull")
    assert below_field(FIELDS, "crew") == (Section(Kind.RESPONSE, "201"), "crew[]")


def test_a_title_of_many_words_is_a_sentence() -> None:
    assert not is_sentence("Fields of the hull")
    assert is_sentence("Only there if the ship has sailed")
    assert is_sentence("船舶已经出港之后才会返回以下")
