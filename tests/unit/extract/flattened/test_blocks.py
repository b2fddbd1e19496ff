"""A page captured as plain text: every line stands for itself, and what announces a part of the message is a heading again."""

from __future__ import annotations

import time

import pytest

from driftgate.extract.blocks import Block, Code, Heading, Item, Listing, Paragraph, Table
from driftgate.extract.flattened.blocks import blocks, is_flattened


def shape(text: str) -> list[str]:
    return [f"{type(block).__name__} {_words(block)}" for block in blocks(text)]


def _words(block: Block) -> str:
    if isinstance(block, Table):
        return "|".join(block.heads)
    return " / ".join(item.text for item in block.items) if isinstance(block, Listing) else block.text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("# Ships\nPOST /ships\n", id="a heading"),
        pytest.param("POST /ships\n```\n{}\n```\n", id="a fence"),
        pytest.param("POST /ships\n<table>\n", id="a tag"),
        pytest.param("POST /ships\n- one\n  - within\n", id="a nested list"),
        pytest.param("Ships are launched in May.\nNobody posts a ship.\n", id="no method"),
    ],
)
def test_marked_pages_and_pages_of_no_operation_are_not_flattened(text: str) -> None:
    assert not is_flattened(text)


def test_words_alone_that_name_a_method_are() -> None:
    assert is_flattened("Launch a ship\npost\nhttps://h.example/ships\nBody\nname\nstring\n")


def test_lines_that_announce_a_part_are_headings_and_names_and_facts_are_not() -> None:
    text = "Launch\nPOST /ships\nBody\nbody\nstring\nRequired\nWhat it carries.\nExample:\nsand\nmin: 1 | max: 255\n"
    assert [line for line in shape(text) if line.startswith("Heading")] == ["Heading Body"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        pytest.param("get/ships/{id}", "Paragraph GET /ships/{id}", id="a badge glued to its path"),
        pytest.param("POST api/Ships", "Paragraph POST /api/Ships", id="no leading slash"),
        pytest.param("POST\n/\nv1\n/\nships\n", "Paragraph POST /v1/ships", id="a segment per line"),
    ],
)
def test_torn_statements_are_joined(line: str, told: str) -> None:
    assert shape(line) == [told]


def test_labels_run_together_are_parted() -> None:
    assert shape("Method: POSTPath: /ships") == ["Paragraph Method: POST", "Paragraph Path: /ships"]
    assert shape("- Method:\nPOST - Path:\n/ships\n") == ["Listing Method: POST / Path: /ships"]


def test_samples_are_code_and_what_is_glued_to_them_is_not() -> None:
    text = 'Response: 200{\n"id": 7\n}Next words\ncurl -X POST \\\n -d \'{"a":\n1}\'\nBehind'
    assert shape(text) == [
        "Heading Response: 200",
        'Code {\n"id": 7\n}',
        "Paragraph Next words",
        "Code curl -X POST \\\n -d '{\"a\":\n1}'",
        "Paragraph Behind",
    ]


def test_words_further_in_go_on_with_an_entry() -> None:
    text = "• id string\n\n    Which one.\n\n  • name string Required\nWords\n"
    assert blocks(text)[0] == Listing((Item(0, "id string\nWhich one.", line=1), Item(1, "name string Required", line=5)), 1)
    assert blocks(text)[1] == Paragraph("Words", 6)


def test_blocks_know_their_lines() -> None:
    text = "Words\n\nBody\nName | Type |\n---|---|\nid | string |\n{\n}"
    found = blocks(text)
    assert [block.line for block in found] == [1, 3, 4, 7, 8]
    assert isinstance(found[1], Heading)
    assert not any(isinstance(block, Code) for block in found)  # brackets without a name in them are no sample


@pytest.mark.parametrize("line", ["{", "a | b", "POST", "• x", "curl '", "Name", "[{[{"])
def test_hostile_pages_cost_no_more_than_their_length(line: str) -> None:
    began = time.process_time()
    blocks(f"{line}\n" * 20_000)
    assert time.process_time() - began < 4


def test_a_fence_that_closes_on_its_line_and_a_method_in_small_letters_leave_a_page_flattened() -> None:
    assert is_flattened("Launch\nmethod post\n```json { masts: 3 } ```\n")


def test_rows_that_run_together_on_one_line_are_a_table() -> None:
    told = shape("POST /ships\n| Name | Type | | --- | --- | | mast | integer |\n")
    assert told == ["Paragraph POST /ships", "Table Name|Type"]
