"""A table without a header gives its columns away, and a header is never taken for a field."""

from __future__ import annotations

import pytest

from driftgate.extract.blocks import Cell, Table
from driftgate.extract.tables.rows.cellwise import headless
from driftgate.extract.tables.wording.words import Role


def table(*rows: str) -> Table:
    first, *rest = (tuple(Cell(text.strip()) for text in row.split("|")) for row in rows)
    return Table(first, tuple(rest))


@pytest.mark.parametrize(
    "rows",
    [
        ("Name | Wichtig", "alpha | ja"),
        ("Bezeichner | Art", "alpha | text"),
        ("first field | required", "second field | optional"),
        ("alpha",),
        ("200 | fine", "404 | gone"),
    ],
)
def test_headers_titles_and_single_columns_are_left_alone(rows: tuple[str, ...]) -> None:
    assert headless(table(*rows)) is None


@pytest.mark.parametrize("told", ["What to return.", "What to return.\nwords", "返回的字段。"])
def test_a_first_row_that_tells_of_a_field_in_a_sentence_is_no_header(told: str) -> None:
    found = headless(table(f"fields | {told}", "count | How many."))
    assert found is not None
    assert [row[0].text for row in found[0].rows] == ["fields", "count"]


def test_a_first_row_that_is_a_field_stays_one() -> None:
    found = headless(table("lat | required | string | Where it is", "units | optional | string | What it is in"))
    assert found is not None
    read, roles = found
    assert [row[0].text for row in read.rows] == ["lat", "units"]
    assert read.header == ()
    assert roles == {Role.NAME: 0, Role.REQUIRED: 1, Role.TYPE: 2, Role.DESCRIPTION: 3}
