"""A table of values under the title of a type is what that type may be; under any other heading it is not."""

from __future__ import annotations

import pytest

from driftgate.contract import Source
from driftgate.extract.blocks import Cell, Heading, Table
from driftgate.extract.tables.enumerations import values_of
from driftgate.extract.tables.groups.walk import groups_of


def told(heading: str, header: str, *values: str) -> dict[str, tuple[str, ...]]:
    heads = header.split("|")
    table = Table(tuple(map(Cell, heads)), tuple((Cell(value), *map(Cell, heads[1:])) for value in values))
    return values_of(groups_of([Heading(3, heading), table], set(), Source()))


@pytest.mark.parametrize(
    ("heading", "header", "value"),
    [
        pytest.param("Response", "Value|Meaning", "oak", id="a heading that announces fields"),
        pytest.param("Timber", "Tree|Meaning", "oak", id="no column of values"),
        pytest.param("Timber", "Value|Meaning|Price|Origin", "oak", id="more than values and what they mean"),
        pytest.param("Timber", "Value|Meaning", "old oak", id="words"),
    ],
)
def test_other_tables_are_no_enumerations(heading: str, header: str, value: str) -> None:
    assert told(heading, header, "pine", value) == {}


@pytest.mark.parametrize("header", ["Value|Meaning", "Enum value", "枚举值|含义", "Wert|Bedeutung", "Possible values"])
def test_the_values_of_a_type_stand_in_any_language(header: str) -> None:
    assert told("Timber", header, "OAK", "sea-pine") == {"timber": ("OAK", "sea-pine")}
