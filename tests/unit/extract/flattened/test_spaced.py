"""Tables whose cells nothing but spaces or tabs part."""

from __future__ import annotations

import time

import pytest

from driftgate.extract.blocks import Table
from driftgate.extract.flattened.blocks import blocks
from driftgate.extract.flattened.spaced import spaced_header


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Name Type",
        "Type Name Description",
        "Name of the type and its description",
        "Name | Type | Description",
        "Field Name Description",
    ],
)
def test_other_lines_are_no_header(line: str) -> None:
    assert spaced_header(line) == []


def test_headers_of_several_words_are_told_from_their_neighbours() -> None:
    assert spaced_header("Поле Тип данных Обязательный Описание") == ["Поле", "Тип данных", "Обязательный", "Описание"]
    assert spaced_header("Field\tType\tIs required\tDescription") == ["Field", "Type", "Is required", "Description"]


def cells(text: str) -> list[list[str]]:
    (table,) = (block for block in blocks(text) if isinstance(block, Table))
    return [[cell.text for cell in row] for row in table.rows]


def test_rows_answer_the_header_and_an_answer_may_be_absent() -> None:
    text = "Field Type Required Description\nmast integer yes how many\nsails sail[] the sails it has\nThese are all of them.\n"
    assert cells(text) == [["mast", "integer", "yes", "how many"], ["sails", "sail[]", "", "the sails it has"]]


def test_tabs_part_cells_of_several_words() -> None:
    assert cells("Field\tType\tDescription\nmast\tA number\tHow many\n") == [["mast", "A number", "How many"]]


def test_a_line_of_nothing_but_headers_is_read_quickly() -> None:
    start = time.process_time()
    for _ in range(200):
        spaced_header("name type required " * 6)
    assert time.process_time() - start < 1
