"""Tables that plain text has torn are put together again, and words between pipes are none."""

from __future__ import annotations

import pytest

from driftgate.extract.flattened.grids import grid_at


def read(text: str) -> tuple[list[list[str]], str] | None:
    lines = text.split("\n")
    grid = grid_at(lines, 0)
    if grid is None:
        return None
    rows = [list(grid.table.heads), *([cell.text for cell in row] for row in grid.table.rows)]
    return rows, "\n".join(lines[grid.end :])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("one | two\nthree | four", id="words between pipes"),
        pytest.param("string | null", id="a type"),
        pytest.param("Description\nWhat it is.", id="a single header"),
        pytest.param("Name\nType\nA ship has a name\nstring", id="rows that do not answer"),
    ],
)
def test_other_lines_are_no_table(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Name | Type |\n---|---|\nhull | string |\nWords", id="whole rows"),
        pytest.param("Name| Type\n---|---\nhull| string\nWords", id="without edges"),
        pytest.param("| Name | Type |\n|---|---|\n| hull |\nstring |\nWords", id="a cell per line"),
        pytest.param("| Name |\nType |\n| hull |\nstring |\nWords", id="no delimiter"),
        pytest.param("| Name | Type |\n| hull | string |\nWords", id="whole rows without a delimiter"),
        pytest.param("Name\nType\nhull\nstring\nWords", id="no pipes"),
    ],
)
def test_however_it_is_torn_a_table_ends_where_words_begin(text: str) -> None:
    assert read(text) == ([["Name", "Type"], ["hull", "string"]], "Words")


def test_a_cell_may_go_on_over_lines() -> None:
    text = "Name | Description | Required |\n---|---|---|\nid | Which ship\n| Y |\n"
    assert read(text) == ([["Name", "Description", "Required"], ["id", "Which ship", "Y"]], "")


def test_an_empty_cell_that_was_dropped_to_the_end_goes_back_before_the_type() -> None:
    text = "Name | Description | Type | Notes |\n---|---|---|---|\nhull | string |\nNone. |\n|"
    rows = read(text)
    assert rows is not None
    assert rows[0][1] == ["hull", "", "string", "None."]


def test_a_caption_glued_to_the_header_is_none_of_its_columns() -> None:
    for first in ("ShipModelName | Type |", "ShipModel | Name | Type |"):
        grid = grid_at([first, "---|---|", "hull | string |"], 0)
        assert grid is not None
        assert (grid.glued, grid.table.heads) == ("ShipModel", ("Name", "Type"))


def test_another_table_begins_above_its_delimiter() -> None:
    rows = read("Name | Type |\n---|---|\nhull | string |\nKey | Value |\n---|---|\n")
    assert rows == ([["Name", "Type"], ["hull", "string"]], "Key | Value |\n---|---|\n")
