"""Tables drawn with pipes: a row may be torn apart by what one of its cells says."""

from __future__ import annotations

from driftgate.extract.markdown.pipes import read_table

HEAD = ("| Name | Text |", "| --- | --- |")


def told(*lines: str) -> list[list[str]]:
    return [[cell.text for cell in row] for row in read_table((*HEAD, *lines), 0).table.rows]


def test_a_row_without_its_end_does_not_reach_into_a_row_of_other_cells() -> None:
    assert told("| hull | oak", "", "A remark.", "", "| a | b | c |")[0] == ["hull", "oak"]


def test_a_row_that_its_own_lines_tear_apart_ends_where_its_cells_are_all() -> None:
    rows = told("| hull | ## Wood", "", "Oak, or fir", "      |", "| mast | one |")
    assert [name for name, _ in rows] == ["hull", "mast"]
    assert [text.split() for _, text in rows] == [["##", "Wood", "Oak,", "or", "fir"], ["one"]]


def test_rules_between_rows_attributes_and_tags_behind_them_are_no_text_of_cells() -> None:
    lines = (
        "Name | Text",
        "-----|-----",
        "hull | Oak",
        "-----|-----",
        "mast | Fir",
        '{: class="wide"}',
        "  </div>",
        "",
        "Behind.",
    )
    read = read_table(lines, 0)
    assert [[cell.text for cell in row] for row in read.table.rows] == [["hull", "Oak"], ["mast", "Fir"]]
    assert lines[read.end].strip() == "</div>"
