"""Tables drawn with a grid, with rules, as lists and as lines with commas; what is no such table is left alone."""

from __future__ import annotations

import pytest

from driftgate.extract.blocks import Table
from driftgate.extract.rst import blocks
from driftgate.extract.rst.tables import opens_grid, opens_simple


def told(text: str) -> tuple[tuple[str, ...], list[tuple[str, ...]], tuple[int | None, ...]]:
    (table,) = blocks(text)
    assert isinstance(table, Table)
    return table.heads, [tuple(cell.text for cell in row) for row in table.rows], table.row_lines


@pytest.mark.parametrize("line", ["+ a", "+1", "====", "= =x", "", "+--", "-- --"])
def test_other_lines_open_no_table(line: str) -> None:
    assert not opens_grid(line)
    assert not opens_simple(line)


def test_an_empty_list_draws_nothing() -> None:
    assert blocks(".. list-table::\n   :header-rows: 1\n") == ()


def test_a_grid_with_cells_over_several_lines() -> None:
    text = (
        "+------+--------+\n| Name | Type   |\n+======+========+\n| hull | string |\n|      | or id  |\n+------+--------+\n"
        "| mast | int    |\n+------+--------+\n"
    )
    assert told(text) == (("Name", "Type"), [("hull", "string\nor id"), ("mast", "int")], (5, 7))


def test_rules_alone_and_rows_that_go_on() -> None:
    text = "====  ==========\nName  What\n====  ==========\nhull  Of what\n      it is\nmast  How many\n====  ==========\n"
    assert told(text) == (("Name", "What"), [("hull", "Of what\nit is"), ("mast", "How many")], (4, 6))


def test_a_list_of_lists_with_cells_of_several_lines() -> None:
    text = (
        ".. list-table::\n   :widths: 10 20\n   :header-rows: 1\n\n   * - Name\n     - What\n   * - hull\n     - Of what\n"
        "       it is\n   * - mast\n     -\n"
    )
    assert told(text) == (("Name", "What"), [("hull", "Of what\nit is"), ("mast", "")], (7, 10))


def test_lines_with_commas() -> None:
    text = '.. csv-table::\n   :header: "Name", "What"\n\n   "hull", "Of what, say oak"\n   mast, 3\n'
    assert told(text)[:2] == (("Name", "What"), [("hull", "Of what, say oak"), ("mast", "3")])
