"""Lines are fields, or name the model of a body, where the headings announce one."""

from __future__ import annotations

from documents import facts_of, markdown_document
from driftgate.contract import Source
from driftgate.extract.blocks import Block, Code, Heading, Paragraph
from driftgate.extract.platforms import tables
from driftgate.extract.tables.groups.walk import groups_of
from driftgate.extract.tables.wording.words import Role


def test_a_heading_that_is_a_name_above_its_type_is_a_field() -> None:
    page: list[Block] = [
        Heading(2, "Query parameters"),
        Heading(3, "page"),
        Paragraph("integer, optional"),
        Paragraph("Which one."),
    ]
    (found,) = groups_of(page, set(), Source())
    ((row, _),) = found.rows
    assert row is not None
    assert (row.name.name, row.text(Role.TYPE), row.text(Role.DESCRIPTION)) == ("page", "integer, optional", "Which one.")


def test_a_heading_is_no_field_where_none_are_announced() -> None:
    assert groups_of([Heading(2, "Harbours"), Heading(3, "page"), Paragraph("integer, optional")], set(), Source()) == []


def test_short_lines_below_a_body_may_name_its_model_and_sentences_do_not() -> None:
    page: list[Block] = [Heading(2, "Response body"), Paragraph("A ship comes back.\nShip")]
    assert [group.lines for group in groups_of(page, set(), Source())] == [("Ship",)]
    assert groups_of([Heading(2, "Harbours"), Paragraph("Ship")], set(), Source()) == []


def names(blocks: list[Block]) -> list[list[str]]:
    return [[row.name.name for row, _ in group.rows if row] for group in groups_of(blocks, set(), Source()) if group.rows]


def test_headers_as_they_go_over_the_wire_are_fields_below_their_heading() -> None:
    sent = Code("X-Api-Key: <key>\nx-trace: 7")
    assert names([Heading(2, "Headers"), sent]) == [["X-Api-Key", "x-trace"]]
    assert names([Heading(2, "Headers"), Paragraph("X-Api-Key: {KEY}")]) == [["X-Api-Key"]]
    assert names([Heading(2, "Headers"), Code("X-Api-Key: <key>\nsend both")]) == []
    assert names([Heading(2, "Body"), sent]) == []
    assert names([Heading(2, "Headers"), Heading(3, "Authorization"), Paragraph("Example: x")]) == [["Authorization"]]


HEADED = """# A ship

GET /ships/{id}/decks

## Path parameters

### id

The ship.

## Request headers

### X-Port-Key

The key of the port.

## Query parameters

### Paging

All answers come in pages.

### limit

How many.

### after_deck

The last one.
"""


def test_headings_below_one_that_announces_fields_are_fields_and_titles_of_words_are_not() -> None:
    (contract,) = tables.extract(markdown_document(HEADED), None).contracts
    assert sorted(facts_of(contract)) == ["header:X-Port-Key", "path:id", "query:after_deck", "query:limit"]


def test_a_heading_of_one_word_above_a_sample_is_no_field() -> None:
    text = "# A ship\n\nPOST /ships\n\n## Request body\n\n### shipBody\n\nLike this:\n\n```json\n{}\n```\n"
    (contract,) = tables.extract(markdown_document(text), None).contracts
    assert facts_of(contract) == {}
