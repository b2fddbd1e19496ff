"""reStructuredText becomes blocks: titles by their adornment, lists, samples, directives; comments and options show nothing."""

from __future__ import annotations

import time

import pytest

from driftgate.extract.blocks import Code, Heading, Item, Listing, Paragraph, Table
from driftgate.extract.markup import UnparsableError
from driftgate.extract.rst import blocks


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(".. a comment\n   that goes on\n", id="a comment"),
        pytest.param(".. _ships:\n", id="a target"),
        pytest.param(".. toctree::\n   :maxdepth: 2\n\n   ships\n   ports\n", id="other pages"),
        pytest.param(".. image:: ship.png\n   :alt: A ship\n", id="a picture"),
        pytest.param(":author: Ann\n:date: today\n", id="fields of the document"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_no_reader_of_the_page_sees_is_no_block(text: str) -> None:
    assert blocks(text) == ()


@pytest.mark.parametrize(
    "text", ["* a\n  " * 20_000, ".. note::\n" * 20_000, "   " * 20_000, "+--+\n" * 20_000, "== ==\n" * 20_000]
)
def test_hostile_pages_are_read_in_a_moment(text: str) -> None:
    began = time.process_time()
    blocks(text)
    assert time.process_time() - began < 5


def test_directives_within_each_other_end_somewhere() -> None:
    assert blocks("".join(f"{' ' * 3 * n}.. note::\n\n" for n in range(300))) == ()


def test_a_page_beyond_the_limit_is_refused() -> None:
    with pytest.raises(UnparsableError):
        blocks("a" * 30_000_000)


def test_titles_have_the_level_at_which_their_adornment_is_first_met() -> None:
    text = "=====\nShips\n=====\n\nLaunch\n------\n\nHull\n~~~~\n\nRepair\n------\n"
    assert blocks(text) == (Heading(1, "Ships", 2), Heading(2, "Launch", 5), Heading(3, "Hull", 8), Heading(2, "Repair", 11))


def test_paragraphs_lists_terms_and_samples() -> None:
    text = (
        "All ships\nin *port* with ``id``.\n\n* **hull** -- of what\n\n  - ``oak``\n  - elm\n    or ash\n* rig\n\n"
        "mast\n  How many\n  it has.\n\nIts form::\n\n  {\n    \"rig\": 1\n  }\n\n"
        ".. code-block:: http\n   :linenos:\n\n   GET /ships\n"
    )  # fmt: skip
    assert blocks(text) == (
        Paragraph("All ships in port with id.", 1, code=("id",)),
        Listing(
            (
                Item(0, "hull -- of what", "hull", 4, (), ("hull",)),
                Item(1, "oak", "oak", 6, ("oak",)),
                Item(1, "elm\nor ash", "", 7),
                Item(0, "rig", "", 9),
            ),
            4,
        ),
        Listing((Item(0, "How many it has.", "mast", 11),), 11),
        Paragraph("Its form:", 15),
        Code('{\n  "rig": 1\n}\n', "", 17),
        Code("GET /ships\n", "http", 21),
    )


def test_what_stands_below_a_note_is_shown_and_a_bold_line_is_a_label() -> None:
    assert blocks(".. note:: Mind this.\n\n   And **that**.\n\n**Example request**:\n") == (
        Paragraph("Mind this.", 1),
        Paragraph("And that.", 3, strong=("that",)),
        Heading(7, "Example request", 5),
    )


def test_tables_are_blocks_wherever_they_stand() -> None:
    text = "* entry\n\n.. list-table:: Fields\n   :header-rows: 1\n\n   * - Name\n     - Type\n   * - hull\n     - string\n"
    listing, caption, table = blocks(text)
    assert isinstance(listing, Listing)
    assert caption == Paragraph("Fields", 6)
    assert isinstance(table, Table)
    assert (table.heads, [cell.text for row in table.rows for cell in row]) == (("Name", "Type"), ["hull", "string"])
