"""Terms on their lines, and below each what it is, behind a colon."""

from __future__ import annotations

from driftgate.extract.blocks import Item, Listing, Paragraph
from driftgate.extract.markdown.blocks import blocks


def test_a_colon_within_a_sentence_makes_no_list() -> None:
    assert blocks("Ships\nsail: or not.\n") == (Paragraph("Ships\nsail: or not.", 1),)


def test_terms_and_what_is_said_of_them() -> None:
    text = "name\n: String.\n  On the bow.\n\n`rig`\n\n: How it is rigged.\n\nBehind.\n"

    assert blocks(text) == (
        Listing(
            (Item(0, "String.\nOn the bow.", "name", 1), Item(0, "How it is rigged.", "rig", 5)),
            1,
        ),
        Paragraph("Behind.", 9),
    )
