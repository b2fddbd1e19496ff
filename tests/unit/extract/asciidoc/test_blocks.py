"""AsciiDoc as blocks: what a reader of the finished page sees, and nothing of what directs the processor."""

from __future__ import annotations

import pytest

from driftgate.extract.asciidoc import blocks
from driftgate.extract.blocks import Cell, Code, Heading, Item, Listing, Paragraph, Table
from driftgate.extract.markup import UnparsableError


def table(source: str) -> Table:
    found = [block for block in blocks(source) if isinstance(block, Table)]
    assert len(found) == 1
    return found[0]


def texts(found: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in (found.header, *found.rows)]


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("// a remark", id="comment line"),
        pytest.param("////\n|===\n|a\n|===\n////", id="comment block"),
        pytest.param(":toc: left\n:!numbered:", id="attribute entries"),
        pytest.param("ifdef::internal[]\nhidden\nendif::[]", id="condition that does not hold"),
        pytest.param("include::more.adoc[]\nimage::ship.png[A ship]", id="includes and images"),
        pytest.param("'''\n\n<<<\n", id="rule and page break"),
        pytest.param("|===\n|===", id="table without cells"),
    ],
)
def test_what_directs_the_processor_is_not_shown(source: str) -> None:
    assert blocks(source) == ()


def test_headings_of_all_forms_have_their_level() -> None:
    found = blocks("= Ships\n\n== Launch `now` ==\n\n[#crew]\n=== _Crew_\n\nDocks\n-----\n")
    assert found == (Heading(1, "Ships", 1), Heading(2, "Launch now", 3), Heading(3, "Crew", 6), Heading(2, "Docks", 8))


def test_attributes_of_the_document_are_put_in_and_path_variables_stay() -> None:
    found = blocks(":base: /fleet\n\n`GET {base}/ships/{ship_id}`")
    assert found == (Paragraph("GET /fleet/ships/{ship_id}", 3, code=("GET /fleet/ships/{ship_id}",)),)


def test_a_condition_that_holds_shows_its_lines() -> None:
    assert blocks(":public:\nifdef::public[]\nShown\nendif::[]\nifndef::public[]\nHidden\nendif::[]") == (Paragraph("Shown", 3),)


def test_a_listing_is_code_with_its_language_and_without_callouts() -> None:
    found = blocks('.Request\n[source,json]\n----\n{"hull": 1} <1>\n// kept\n----\n')
    assert found == (Paragraph("Request", 1), Code('{"hull": 1}\n// kept\n', "json", 3))


def test_a_table_takes_its_columns_from_its_specification() -> None:
    found = table(
        '[cols="2,1,1"]\n|===\n|Name| Required| Type\n\n| hull\n|\n|  List   of <<plank>>\n\n|mast|X|<<int,Number>>\n|===\n'
    )
    assert texts(found) == [["Name", "Required", "Type"], ["hull", "", "List of plank"], ["mast", "X", "Number"]]
    assert [row[2].links for row in found.rows] == [("plank",), ("Number",)]
    assert found.row_lines == (5, 9)


def test_a_header_is_stated_or_implied_or_not_there() -> None:
    assert texts(table('[options="header"]\n|===\n|a|b\n|1|2\n|===')) == [["a", "b"], ["1", "2"]]
    assert texts(table("[%header,cols=2*]\n|===\n|a\n|b\n|1\n|2\n|===")) == [["a", "b"], ["1", "2"]]
    assert texts(table("|===\n|a|b\n|1|2\n|===")) == [[], ["a", "b"], ["1", "2"]]
    assert texts(table("[%noheader]\n|===\n|a|b\n\n|1|2\n|===")) == [[], ["a", "b"], ["1", "2"]]


def test_cells_may_span_repeat_and_hold_pipes() -> None:
    found = table("[cols=3*]\n|===\n2+|wide |x\n.2+|tall |b |c\n|d |e\n3*|same\n|p \\| q |r |s\n|===")
    assert texts(found)[1:] == [
        ["wide", "", "x"],
        ["tall", "b", "c"],
        ["tall", "d", "e"],
        ["same", "same", "same"],
        ["p | q", "r", "s"],
    ]


def test_a_cell_of_blocks_keeps_its_entries_apart_and_its_table_becomes_one_of_its_own() -> None:
    listed, nested = "One of:\n\n* `oak`\n* `pine`", "!===\n!Name !Type\n\n!ring !int\n!==="
    source = f'[cols="1,1a"]\n|===\n|Name|Notes\n\n|hull\n|{listed}\n\n{nested}\n|===\n'
    outer, inner = (block for block in blocks(source) if isinstance(block, Table))
    assert outer.rows == ((Cell("hull"), Cell("One of:\noak\npine", code=("oak", "pine"))),)
    assert texts(inner) == [["Name", "Type"], ["ring", "int"]]


def test_a_table_may_be_written_with_commas() -> None:
    assert texts(table('[%header,format=csv]\n|===\nName,Notes\nhull,"of oak, tarred"\n|===')) == [
        ["Name", "Notes"],
        ["hull", "of oak, tarred"],
    ]


def test_lists_nest_by_their_markers_and_terms_stand_apart() -> None:
    (found,) = blocks("* `hull` the body\n** plank\nof oak\n* mast\n")
    assert found == Listing(
        (
            Item(0, "hull the body", "hull", 1, ("hull",)),
            Item(1, "plank\nof oak", "", 2),
            Item(0, "mast", "", 4),
        ),
        1,
    )
    (found,) = blocks("`hull`:: Number of planks\n`mast`::\n  How tall\n")
    assert found == Listing((Item(0, "Number of planks", "hull", 1, ("hull",)), Item(0, "How tall", "mast", 2, ("mast",))), 1)


def test_a_bold_line_is_a_heading_and_a_set_break_parts_lines() -> None:
    assert blocks("*Request body*\n\nOne +\ntwo\nthree\n") == (Heading(7, "Request body", 1), Paragraph("One\ntwo three", 3))


def test_a_page_beyond_the_limits_is_refused() -> None:
    with pytest.raises(UnparsableError):
        blocks("|===\n" + "|a\n" * 20_002 + "|===")


def test_marks_that_never_end_cost_no_more_than_their_length() -> None:
    hostile = "*_`+<<[#{" * 4_000
    assert len(blocks(f"{hostile}\n\n|===\n{'1+' * 20_000}|\n|===\n{'* ' * 5_000}")) > 0
