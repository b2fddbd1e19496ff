"""A list whose entries are the sections of an operation is taken apart; any other list stays as it is."""

from __future__ import annotations

import pytest

from driftgate.extract.blocks import Block, Heading, Item, Listing, Paragraph
from driftgate.extract.markdown.blocks import blocks
from driftgate.extract.tables.rows.unfolding import unfolded


def shapes(text: str) -> list[object]:
    return [_shape(block) for block in unfolded(blocks(text))]


def _shape(block: Block) -> object:
    if isinstance(block, Listing):
        return [(item.depth, item.term or item.text) for item in block.items]
    return block.text if isinstance(block, Heading | Paragraph) else block


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("- **Speed**: how fast\n- **Parameters**: see the table below\n- **Colour**: red\n", id="nothing is within"),
        pytest.param("- `body`:\n  - `name`: of the ship\n- `crew`: who sails\n", id="a field of an object"),
        pytest.param("- **params**:\n  - `name`: of the ship\n", id="a field in small letters"),
        pytest.param("- **Harbours**:\n  - `north`: the old one\n", id="words that announce no fields"),
    ],
)
def test_a_list_without_sections_stays(text: str) -> None:
    assert unfolded(blocks(text)) == list(blocks(text))


def test_the_entries_within_a_section_are_a_list_of_their_own() -> None:
    text = (
        "- **Method**: `GET`\n- **URL**: `/ships`\n- **Query Parameters**:\n  - `page`: which one\n  - `crew`: who sails\n"
        "- **Auth**: none\n"
    )
    assert shapes(text) == [[(0, "Method"), (0, "URL")], "Query Parameters", [(0, "page"), (0, "crew")], [(0, "Auth")]]


def test_fields_written_as_assignments_are_entries_below_the_words_above_them() -> None:
    text = "* **URL Params**\n\n  **Required:**\n\n  `id=[integer]`\n\n  **Optional:**\n\n  `crew=[string]` who sails\n"
    assert shapes(text) == ["URL Params", "Required:", [(0, "id=[integer]")], "Optional:", [(0, "crew=[string]")]]


def test_what_a_field_says_in_code_stays_with_it() -> None:
    text = "* **Data Params**\n\n  `size=[integer]` as `metres`\n"
    assert unfolded(blocks(text))[1] == Listing(
        (Item(0, "size=[integer] as metres", "size=[integer]", 1, ("size=[integer]", "metres")),), 1
    )


def test_operations_within_a_list_stand_alone_and_what_follows_is_theirs() -> None:
    text = "- Ships\n    - Build one\n        - **`POST /ships`**\n        - **Request body**:\n"
    assert shapes(text) == ["Ships", "Build one", "POST /ships", "Request body"]


def test_a_list_of_operations_alone_stays_a_list() -> None:
    assert shapes("- `GET /ships`\n- `POST /ships`\n") == [[(0, "GET /ships"), (0, "POST /ships")]]


def test_lines_that_all_begin_with_a_bullet_are_a_list() -> None:
    assert shapes("• port: where\n• masts: how many\n") == [[(0, "port: where"), (0, "masts: how many")]]
    assert shapes("• port: where\nand why\n") == ["• port: where\nand why"]


def test_entries_that_hold_an_operation_each_are_lists_of_their_own() -> None:
    first = "- Build\n    - **Method**: POST\n    - **URL**: `/ships`\n"
    text = f"{first}- Sink\n    - **Method**: DELETE\n    - **URL**: `/ships/{{id}}`\n"
    assert shapes(text) == [
        [(0, "Build"), (1, "Method"), (1, "URL")],
        [(0, "Sink"), (1, "Method"), (1, "URL")],
    ]


def test_a_last_entry_with_more_words_announces_the_sample_right_below_the_list_and_no_other_text() -> None:
    text = "- **Endpoint**: `POST /ships`\n- **Request body:** see `ShipForm`\n\n"
    assert shapes(f"{text}```json\n{{}}\n```\n")[:3] == [[(0, "Endpoint")], "Request body", "see ShipForm"]
    assert shapes(f"{text}Any words.\n") == [[(0, "Endpoint"), (0, "Request body:")], "Any words."]
