"""Fields in a form of their own are drawn as rows of one table; what is not stated stays empty."""

from __future__ import annotations

from driftgate.extract.tables.rows.written import Written, drawn


def test_no_fields_are_a_table_without_rows() -> None:
    assert drawn([]).rows == ()


def test_a_row_says_what_the_field_states_and_nothing_else() -> None:
    fields = [Written("id", line=4), Written("kind", 1, "body", "string", True, "sloop", ("sloop", "brig"), "Which.", True, 7)]
    table = drawn(fields)
    assert table.heads == ("Name", "In", "Type", "Required", "Default", "Enum", "Description")
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["id", "", "", "", "", "", ""],
        ["> kind", "body", "string", "yes", "sloop", "sloop, brig", "Deprecated. Which."],
    ]
    assert (table.line, table.row_lines) == (4, (4, 7))


def test_no_is_said_and_a_lone_value_is_no_list() -> None:
    (row,) = drawn([Written("id", required=False, values=("a",))]).rows
    assert (row[3].text, row[5].text) == ("no", "")
