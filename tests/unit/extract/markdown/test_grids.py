"""Tables between ``#|`` and ``|#``, whose cells hold several lines."""

from __future__ import annotations

from driftgate.extract.blocks import Paragraph, Table
from driftgate.extract.markdown.blocks import blocks

GRID = """Before.

#|
|| **Name**
`type` | **Description** ||
|| **rig***
[`string`](types.md) | One of:

- `sloop`
- `ketch` ||
||
id
|
The number
||
|#

Behind.
"""


def test_a_table_that_never_closes_is_running_text() -> None:
    assert not any(isinstance(block, Table) for block in blocks("#|\n|| a | b ||\n\nBehind.\n"))


def test_many_tables_that_never_close_are_read_in_a_moment() -> None:
    assert len(blocks("#|\n" * 50_000)) == 1


def test_rows_reach_over_lines() -> None:
    before, table, behind = blocks(GRID)

    assert (before, behind) == (Paragraph("Before.", 1), Paragraph("Behind.", 18))
    assert isinstance(table, Table)
    assert [cell.text for cell in table.header] == ["Name\ntype", "Description"]
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["rig*\nstring", "One of:\n- sloop\n- ketch"],
        ["id", "The number"],
    ]
    assert table.row_lines == (6, 11)


def test_rows_may_begin_and_end_beside_the_marks_of_the_table() -> None:
    before, table, behind = blocks("Before.\n\n#|||\n **Name** \n|\n **Type** \n||\n\n||\n rig \n|\n string \n|||#\n\nBehind.\n")
    assert isinstance(table, Table)
    assert (table.heads, [[cell.text for cell in row] for row in table.rows]) == (("Name", "Type"), [["rig", "string"]])
    assert (before, behind) == (Paragraph("Before.", 1), Paragraph("Behind.", 15))
