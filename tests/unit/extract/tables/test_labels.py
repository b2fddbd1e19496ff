"""A short paragraph is a label where it announces a section and something stands below it; a sentence never is."""

from __future__ import annotations

import pytest

from driftgate.extract.blocks import Block, Cell, Code, Item, Listing, Paragraph, Table
from driftgate.extract.tables.labels import is_label, label_of, status_led, words_of
from driftgate.extract.tables.sections import Kind, Section

TABLE = Table((), ())


@pytest.mark.parametrize(
    ("block", "behind"),
    [
        pytest.param(Paragraph("The request body is sent as JSON."), TABLE, id="a sentence"),
        pytest.param(Paragraph("Ships"), TABLE, id="announces nothing"),
        pytest.param(Paragraph("Request body"), Paragraph("Sent as JSON."), id="nothing to head below it"),
        pytest.param(Paragraph("body object", strong=("body",), code=("object",)), TABLE, id="a name and its type"),
        pytest.param(Listing((Item(0, "Request body"),)), Code("{}"), id="an entry above a sample"),
        pytest.param(Listing((Item(0, "Request body"), Item(0, "Response"))), TABLE, id="several entries"),
    ],
)
def test_these_are_no_labels(block: Block, behind: Block) -> None:
    assert not is_label([block, behind], 0)


@pytest.mark.parametrize(
    ("block", "behind"),
    [
        pytest.param(Paragraph("Request body"), TABLE, id="above a table"),
        pytest.param(Paragraph("Query parameters:"), Paragraph("Sent in the address."), id="with a colon"),
        pytest.param(Paragraph("Response 200"), Paragraph("The ship."), id="with a status"),
        pytest.param(Listing((Item(0, "Request body"),)), TABLE, id="a lone entry above a table"),
        pytest.param(Listing((Item(0, "201 Created"),)), Code("{}"), id="a lone status"),
    ],
)
def test_these_are_labels(block: Block, behind: Block) -> None:
    assert is_label([block, behind], 0)


def test_a_status_in_code_beside_words_in_bold_is_part_of_the_label() -> None:
    assert words_of(Paragraph("Response 200 OK", strong=("Response",), code=("200 OK",))) == "Response 200 OK"


def test_a_paragraph_may_repeat_the_title_above_it() -> None:
    blocks: list[Block] = [Paragraph("Parámetros Vender un barco"), TABLE]
    assert is_label(blocks, 0, ("Vender un barco",))
    assert not is_label(blocks, 0, ("Comprar un barco",))


@pytest.mark.parametrize(
    ("block", "section", "status"),
    [
        pytest.param(Listing((Item(0, "404 There is no such ship."),)), Kind.RESPONSE, "404", id="a status and a sentence"),
        pytest.param(Listing((Item(0, "default"),)), Kind.RESPONSE, "default", id="any other status"),
        pytest.param(Listing((Item(0, "404 There is no such ship."),)), Kind.BODY, "", id="where no answer is announced"),
        pytest.param(Listing((Item(0, "200 a"), Item(0, "404 b"))), Kind.RESPONSE, "", id="a list of them"),
        pytest.param(Listing((Item(0, "4040 ships"),)), Kind.RESPONSE, "", id="another number"),
        pytest.param(Paragraph("404 There is no such ship."), Kind.RESPONSE, "", id="a paragraph"),
    ],
)
def test_the_only_entry_of_a_list_may_begin_an_answer(block: Block, section: Kind, status: str) -> None:
    assert status_led(block, Section(section)) == status


@pytest.mark.parametrize(
    ("text", "label"),
    [
        pytest.param("You get this:", "", id="no side"),
        pytest.param("The response tells what the request has done:", "", id="both sides"),
        pytest.param("The response is an object.", "", id="no colon"),
        pytest.param("The response you get holds:", "Response", id="a sentence"),
        pytest.param("Below you see\nthe response you get:", "Response", id="its last line"),
        pytest.param("Response fields:", "Response fields", id="a label"),
    ],
)
def test_a_sentence_that_opens_a_table_is_a_heading_of_the_side_it_speaks_of(text: str, label: str) -> None:
    table = Table((Cell("Name"),), ((Cell("id"),),))
    assert label_of([Paragraph(text), table], 0) == label


def test_a_media_type_may_stand_between_a_label_and_its_table() -> None:
    table = Table((Cell("Name"),), ((Cell("id"),),))
    assert label_of([Paragraph("Response"), Paragraph("application/json"), table], 0) == "Response"
