"""A list that says one thing of a field per entry is no list of fields."""

from __future__ import annotations

import pytest

from driftgate.extract.blocks import Item, Listing, Paragraph
from driftgate.extract.tables.rows.unlisted import unlisted


def listing(*texts: str, depth: int = 0, code: tuple[str, ...] = ()) -> Listing:
    return Listing(tuple(Item(depth, text, code=code) for text in texts), 4, "ul")


@pytest.mark.parametrize(
    "block",
    [
        pytest.param(listing("type: string", "required: yes"), id="names-in-small-letters"),
        pytest.param(listing("Type: string", "Description: string"), id="nothing-but-types-behind-the-names"),
        pytest.param(listing("Type: string", "Required: yes", code=("Type", "Required")), id="names-in-code"),
        pytest.param(listing("Type: string"), id="one-entry"),
        pytest.param(listing("Default: 1", "Description: How many."), id="neither-type-nor-demand"),
        pytest.param(listing("Type: string", "Required"), id="a-label-without-an-answer"),
        pytest.param(listing("Type: ship", "Mast: two", "Sail: red"), id="hardly-a-label"),
        pytest.param(listing("Type: string", "Type: integer", "Required: yes"), id="a-label-that-stands-twice"),
        pytest.param(listing("Type: string", "Required: yes", depth=1), id="entries-within-others"),
    ],
)
def test_a_list_of_anything_else_stays(block: Listing) -> None:
    assert unlisted([block]) == [block]


def test_a_list_of_labelled_statements_is_the_lines_that_it_is() -> None:
    block = listing("Type: integer", "Required: No", "Default: 1", "Example: 2", "Description: How many.")
    text = "Type: integer\nRequired: No\nDefault: 1\nExample: 2\nDescription: How many."
    assert unlisted([block]) == [Paragraph(text, 4, "ul")]


def test_labels_of_other_languages_are_known_as_well() -> None:
    (found,) = unlisted([listing("Typ: string", "Pflicht: ja")])
    assert isinstance(found, Paragraph)
