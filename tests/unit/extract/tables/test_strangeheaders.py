"""A table among fields whose header is in unknown words is a gap only where its form is that of a table of fields."""

from __future__ import annotations

import pytest

from driftgate.extract.blocks import Cell, Table
from driftgate.extract.tables.groups.group import Group
from driftgate.extract.tables.rows.columns import columns_of
from driftgate.extract.tables.sections import Kind, Section
from driftgate.extract.tables.strangeheaders import has_strange_header


def group(header: str, row: str, section: Section | None) -> Group:
    table = Table(tuple(map(Cell, header.split("|"))), (tuple(map(Cell, row.split("|"))),))
    return Group(0, [], section, columns=columns_of(table), table=table)


def test_names_that_the_cells_alone_give_away_are_of_a_table_of_fields() -> None:
    assert has_strange_header(group("Izena|Mota|Azalpena", "hull_width|string|Wide", Section(Kind.BODY)))


@pytest.mark.parametrize(
    ("header", "row"),
    [
        pytest.param("Izena|Mota", "Hull|Oak", id="no names that only programs use"),
        pytest.param("Izena", "hull_width", id="one column"),
        pytest.param("Name|Mota|Azalpena|Oharra", "hull_width|a|b|c", id="more unknown than known"),
    ],
)
def test_a_table_of_anything_is_left_alone(header: str, row: str) -> None:
    assert not has_strange_header(group(header, row, Section(Kind.BODY)))


def test_nothing_is_said_of_a_table_that_no_section_announces() -> None:
    assert not has_strange_header(group("Izena|Mota", "hull_width|osokoa", None))
    assert not has_strange_header(Group(0, [], Section(Kind.BODY)))


@pytest.mark.parametrize(("header", "row"), [("Izena|Mota", "hull_width|osokoa"), ("Name|Mota", "hull|osokoa")])
def test_names_under_words_that_are_not_known_are_a_gap(header: str, row: str) -> None:
    assert has_strange_header(group(header, row, Section(Kind.BODY)))
