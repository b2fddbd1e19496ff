"""Values under the title of a type, or a line that says what it is, describe the type; under any other heading they do not."""

from __future__ import annotations

import pytest

from driftgate.contract import Facts, Source
from driftgate.extract.blocks import Block, Cell, Heading, Paragraph, Table
from driftgate.extract.tables.groups.walk import groups_of
from driftgate.extract.tables.scalars import scalars_of


def told(*blocks: Block) -> dict[str, Facts]:
    return dict(scalars_of(groups_of(blocks, set(), Source()), blocks))


def listed(heading: str, header: str, *values: str) -> dict[str, Facts]:
    heads = header.split("|")
    table = Table(tuple(map(Cell, heads)), tuple((Cell(value), *map(Cell, heads[1:])) for value in values))
    return told(Heading(3, heading), table)


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
    assert listed(heading, header, "pine", value) == {}


@pytest.mark.parametrize("header", ["Value|Meaning", "Enum value", "枚举值|含义", "Wert|Bedeutung", "Possible values"])
def test_the_values_of_a_type_stand_in_any_language(header: str) -> None:
    assert listed("Timber", header, "OAK", "sea-pine") == {"timber": {"type": "string", "enum": ("OAK", "sea-pine")}}


@pytest.mark.parametrize(
    "blocks",
    [
        pytest.param((Heading(3, "Ship"), Paragraph("Type : object")), id="an object"),
        pytest.param((Heading(3, "Fleet"), Paragraph("Type : < Ship > array")), id="a list of some model"),
        pytest.param((Heading(3, "Ship"), Paragraph("Type of ship: sloop")), id="words"),
        pytest.param((Heading(3, "Ship"), Table((Cell("Name"),), ()), Paragraph("Type : string")), id="words below a table"),
        pytest.param((Paragraph("Type : string"),), id="no title"),
    ],
)
def test_other_lines_state_no_type(blocks: tuple[Block, ...]) -> None:
    assert told(*blocks) == {}


def test_a_line_states_what_the_type_of_the_title_is() -> None:
    blocks = (Heading(3, "3.1. Built"), Paragraph("The day."), Paragraph("Type : string (date)"), Heading(3, "3.2. Ship"))
    assert told(*blocks) == {"built": {"type": "string", "format": "date"}}
