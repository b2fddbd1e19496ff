"""Markdown as it is really published becomes blocks: odd tables, components, front matter, HTML fragments."""

from __future__ import annotations

import time

import pytest

from driftgate.extract.blocks import Code, Heading, Item, Listing, Paragraph, Table
from driftgate.extract.markdown.blocks import blocks
from driftgate.extract.markup import UnparsableError


def cells(table: object) -> list[list[str]]:
    assert isinstance(table, Table)
    return [[cell.text for cell in row] for row in table.rows]


def test_front_matter_is_no_text_of_the_page() -> None:
    assert [type(b) for b in blocks("---\ntitle: Ship\napi: x\n---\n\n# Ship\n")] == [Heading]


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert [b.text for b in blocks("---\n\nWhole sentences here.\n\n---\n\nMore.\n") if isinstance(b, Paragraph)] == [
        "Whole sentences here.",
        "More.",
    ]


def test_a_heading_loses_its_anchor_link() -> None:
    assert blocks("### Request Parameters[\u200b](#request-parameters)\n") == (Heading(3, "Request Parameters", 1),)


def test_a_table_without_outer_pipes_keeps_cells_that_go_on_in_plain_lines() -> None:
    text = "Parameter | Type | Notes\n---|---|---\nsize | String | one\ntwo `S`\nhue | String | three  \n\nEnd.\n"
    table, end = blocks(text)
    assert cells(table) == [["size", "String", "one\ntwo S"], ["hue", "String", "three"]]
    assert isinstance(end, Paragraph)


def test_blank_lines_between_rows_do_not_end_a_table() -> None:
    (table,) = blocks("| Name | Type |\n\n|---|---|\n\n| a | string |\n\n| b | integer |\n")
    assert cells(table) == [["a", "string"], ["b", "integer"]]


def test_a_pipe_in_a_code_span_does_not_split_a_cell() -> None:
    (table,) = blocks("| Name | Type |\n|---|---|\n| a | `x|y` |\n")
    assert cells(table) == [["a", "x|y"]]


def test_rows_know_their_lines() -> None:
    (table,) = blocks("| Name | Type |\n|---|---|\n| a | string |\n| b | string |\n")
    assert isinstance(table, Table)
    assert table.row_lines == (3, 4)


def test_nonbreaking_indentation_is_kept_and_links_are_named() -> None:
    (table,) = blocks("| Name | Type |\n|---|---|\n| &nbsp;&nbsp;└─id | [Ship](#ship) |\n")
    assert isinstance(table, Table)
    name, kind = table.rows[0]
    assert (name.text, name.indent) == ("└─id", 2)
    assert (kind.text, kind.links) == ("Ship", ("Ship",))


def test_a_component_does_not_hide_the_heading_below_it() -> None:
    assert blocks('<ManualAnchor id="x" />\n###### Ship Structure\n') == (Heading(6, "Ship Structure", 2),)


def test_a_route_component_shows_its_method() -> None:
    (paragraph,) = blocks('<Route method="POST">/ships/[\\{ship.id\\}](/x)</Route>\n')
    assert isinstance(paragraph, Paragraph)
    assert paragraph.text == "POST /ships/{ship.id}"


def test_a_table_of_html_within_markdown_is_a_table() -> None:
    (table,) = blocks("<table><tr><th>Name</th><th>Type</th></tr>\n<tr><td>a</td>\n\n<td>string</td></tr></table>\n")
    assert cells(table) == [["a", "string"]]


def test_lists_are_flattened_with_their_depth_and_term() -> None:
    (listing,) = blocks("- `a` (string): one\n  - `b` (integer): two\n")
    assert isinstance(listing, Listing)
    assert [(item.depth, item.term) for item in listing.items] == [(0, "a"), (1, "b")]


def test_a_bold_line_acts_as_a_heading() -> None:
    assert blocks("**请求参数：**\n") == (Heading(7, "请求参数", 1),)


def test_a_table_within_a_fence_is_code() -> None:
    assert [type(b) for b in blocks("```\n| a | b |\n|---|---|\n| c | d |\n```\n")] == [Code]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "a\n\n```json title=x\n{\n\n  1\n```\n", [Paragraph("a", 1), Code("{\n\n  1\n", "json title=x", 3)], id="closed"
        ),
        pytest.param("~~~\na\n```\nb\n~~~~ \nc\n", [Code("a\n```\nb\n", "", 1), Paragraph("c", 6)], id="longer-close"),
        pytest.param("````\n```\na\n```\n````\n", [Code("```\na\n```\n", "", 1)], id="a-fence-within"),
        pytest.param("```\na\n    ```\nb\n", [Code("a\n    ```\nb\n", "", 1)], id="never-closed"),
        pytest.param("- x\n\n  ```\n  a\n  ```\n", [Listing((Item(0, "x", line=1),), 1), Code("a\n", "", 3)], id="in-a-list"),
    ],
)
def test_a_fenced_sample_is_code_word_for_word(text: str, found: list[object]) -> None:
    """At the margin or not, closed or not."""
    assert list(blocks(text)) == found


def test_a_page_beyond_the_limits_is_refused() -> None:
    with pytest.raises(UnparsableError):
        blocks("a" * (2 * 1024 * 1024 + 1))
    with pytest.raises(UnparsableError):
        blocks("|a|b|\n|-|-|\n" + "|x|string|\n" * 20_001)


@pytest.mark.parametrize(
    "hostile",
    [
        "[a](" * 50_000,
        ">" * 100_000,
        "*" * 200_000,
        "`" * 200_001,
        "<a " * 100_000,
        "|" * 200_000,
        "**a " * 50_000,
        "-" * 200_000 + "|",
    ],
    ids=["links", "quotes", "stars", "ticks", "tags", "pipes", "bold", "dashes"],
)
def test_hostile_text_is_read_in_linear_time(hostile: str) -> None:
    started = time.process_time()
    blocks(hostile)
    assert time.process_time() - started < 3.0


def test_markdown_below_an_empty_line_within_a_table_of_html_is_markdown() -> None:
    text = "<table>\n<tr>\n<th>\n\nName\n\n</th>\n</tr>\n<tr>\n<td>\n\n`mast` of **oak**, see [keel](#k)\n\n</td>\n"
    text += "<td>`keel`</td>\n</tr>\n</table>\n"
    (table,) = blocks(text)
    assert isinstance(table, Table)
    ((first, second),) = table.rows
    assert (first.text, first.code, first.strong, second.text) == ("mast of oak, see keel", ("mast",), ("oak",), "`keel`")
