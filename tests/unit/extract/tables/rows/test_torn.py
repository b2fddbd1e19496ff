"""A table that a line break tore is whole again: rows in the words below it are its rows, other words are left out."""

from __future__ import annotations

import pytest

from driftgate.extract.blocks import Block, Cell, Heading, Item, Listing, Paragraph, Table
from driftgate.extract.tables.rows.torn import mended

HEADER = tuple(map(Cell, ("Name", "Type", "Description")))
TABLE = Table(HEADER, ((Cell("hull"), Cell("string"), Cell("What it is")),), 4)


def told(*below: Block) -> list[tuple[str, ...]]:
    """The texts of the rows that the table has, with these blocks below it, beyond its own."""
    table = mended([TABLE, *below])[0]
    assert isinstance(table, Table)
    return [tuple(cell.text for cell in row) for row in table.rows[1:]]


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("painted of. Red | blue | green", id="words with edges that no row fits"),
        pytest.param("of | | two words | string | x |", id="what would be a name of two words"),
        pytest.param("made of", id="words without edges"),
    ],
)
def test_words_below_a_table_are_no_rows(words: str) -> None:
    assert told(Paragraph(words)) == []
    assert mended([TABLE, Paragraph(words)]) == [TABLE, Paragraph(words)]


def test_a_heading_ends_the_table() -> None:
    assert told(Heading(2, "Sails"), Paragraph("of | | mast | integer | How high |")) == []


def test_rows_stand_behind_the_rest_of_the_torn_cell() -> None:
    assert told(Paragraph("made of. | | mast | integer | | | deck | string | Where the <a|b> is", 7)) == [
        ("mast", "integer", ""),
        ("deck", "string", "Where the <a"),
    ]


def test_an_edge_within_the_rest_does_not_shift_the_rows() -> None:
    assert told(Paragraph("as in <oak|elm> | | mast | integer | How high |")) == [("mast", "integer", "How high")]


def test_a_list_within_the_torn_cell_may_end_with_rows() -> None:
    items = (Item(0, "oak: heavy"), Item(0, "elm: light | | mast | integer | How high |", line=9))
    blocks = mended([TABLE, Paragraph("either"), Listing(items), Paragraph("Afterwards")])
    assert blocks[1:] == [Paragraph("Afterwards")]
    assert isinstance(blocks[0], Table)
    assert blocks[0].row_lines == (4, 9)
