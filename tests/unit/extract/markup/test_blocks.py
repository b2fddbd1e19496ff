"""A page as blocks: headings, paragraphs, tables, lists and samples in the page's order, chrome left out."""

from __future__ import annotations

import pytest

from documents import html_document
from driftgate.extract.blocks import Cell, Code, Heading, Item, Listing, Paragraph, Table
from driftgate.extract.markup import blocks


def read(body: str) -> tuple[object, ...]:
    return blocks(html_document(body).tree)


@pytest.mark.parametrize(
    "chrome",
    [
        "<nav><p>Home</p></nav>",
        "<div role=navigation><a>Next</a></div>",
        "<footer>Imprint</footer>",
        "<script>var a = 1</script>",
        "<select><option>curl</option></select>",
        "<p> </p>",
    ],
)
def test_chrome_gives_no_block(chrome: str) -> None:
    assert read(chrome) == ()


def test_blocks_stand_in_page_order_with_their_addresses() -> None:
    assert read(
        "<h2 id=ask>Ask</h2><div>Send <code>POST /v1/ask</code></div><p><strong>Body</strong></p>"
        '<pre><code class="language-json">{}</code></pre>loose'
    ) == (
        Heading(2, "Ask", 1, "#ask"),
        Paragraph("Send POST /v1/ask", 1, "div#1", ("POST /v1/ask",)),
        Heading(7, "Body", 1, "p#1"),
        Code("{}", "json", 1, "pre#1"),
        Paragraph("loose", None, ""),
    )


def test_a_table_has_its_header_and_rows_told_apart() -> None:
    assert read(
        "<table><thead><tr><th>Name<th>Type</thead><tbody><tr><td><code>id</code></td><td><b>string</b></td></tr></tbody></table>"
    ) == (
        Table(
            (Cell("Name"), Cell("Type")),
            ((Cell("id", ("id",)), Cell("string", (), ("string",))),),
            1,
            "table#1",
            (1,),
        ),
    )


def test_spans_fill_the_grid_down_for_every_row_and_sideways_only_in_headers() -> None:
    (table,) = read(
        "<table><tr><th colspan=2>Field<th>Note</tr><tr><td rowspan=2>a<td>b<td>c</tr><tr><td>d<td>e</tr>"
        "<tr><td colspan=3>section</tr></table>"
    )
    assert isinstance(table, Table)
    assert [cell.text for cell in table.header] == ["Field", "Field", "Note"]
    assert [[cell.text for cell in row] for row in table.rows] == [["a", "b", "c"], ["a", "d", "e"], ["section", "", ""]]


def test_a_row_of_header_cell_and_data_is_no_header() -> None:
    (table,) = read("<table><tr><th>Method<td>POST</tr><tr><th>Path<td>/v1</tr></table>")
    assert isinstance(table, Table)
    assert (table.header, len(table.rows)) == ((), 2)


def test_a_nested_table_is_a_block_of_its_own() -> None:
    outer, inner = read("<table><tr><th>Name</tr><tr><td>a<table><tr><th>Inner</tr><tr><td>b</tr></table></td></tr></table>")
    assert isinstance(outer, Table)
    assert isinstance(inner, Table)
    assert (outer.rows[0][0].text, inner.rows[0][0].text) == ("a", "b")


@pytest.mark.parametrize(
    ("cell", "indent"),
    [("&nbsp;&nbsp;a", 2), ('<span style="padding-left: 2em">a</span>', 4), ("a", 0)],
    ids=["blanks", "padding", "none"],
)
def test_indentation_is_kept(cell: str, indent: int) -> None:
    (table,) = read(f"<table><tr><th>Name</tr><tr><td>{cell}</td></tr></table>")
    assert isinstance(table, Table)
    assert table.rows[0][0] == Cell("a", indent=indent)


def test_lists_are_flat_with_depth_and_the_word_that_names_an_entry() -> None:
    assert read("<ul><li><code>id</code> (string)<ul><li>inner</li></ul></li><li>last</li></ul>") == (
        Listing(
            (Item(0, "id (string)", "id", 1, ("id",)), Item(1, "inner", "", 1), Item(0, "last", "", 1)),
            1,
            "ul#1",
        ),
    )


def test_definition_pairs_are_one_item_each() -> None:
    assert read("<dl><dt>id <em>string</em></dt><dd>The <b>key</b></dd></dl>") == (
        Listing((Item(0, "The key", "id string", 1, (), ("key",)),), 1, "dl#1"),
    )


def test_a_list_that_holds_tables_is_taken_apart() -> None:
    found = read("<ul><li>Before<table><tr><th>Name</tr><tr><td>a</tr></table></li></ul>")
    assert [type(block) for block in found] == [Paragraph, Table]
