"""What the part of one operation shows of its fields: in samples, in sentences, and by the order of its groups."""

from __future__ import annotations

import pytest

from driftgate.contract import Operation, Source
from driftgate.extract.blocks import Block, Cell, Code, Heading, Paragraph, Table
from driftgate.extract.tables.groups.walk import groups_of
from driftgate.extract.tables.operations.found import Found
from driftgate.extract.tables.operations.regions import Region
from driftgate.extract.tables.part import Part, sent_before
from driftgate.extract.tables.sections import Kind, Section

STATED = Paragraph("POST /ships builds a ship.")
SENT = Code('curl -X POST https://harbour.example/ships -d \'{"hull": "oak"}\'')
ANSWERED = Code('{"data": {"hull": "oak", "crew": [{"rank": 1}]}}')
FIELDS = Table((Cell("Name"), Cell("Type")), ((Cell("hull"), Cell("string")),))


def part(*blocks: Block) -> Part:
    region = Region(Found(0, Operation("POST", "/ships")), 0, len(blocks))
    return Part(region, blocks, groups_of(blocks, set(), Source()))


def test_a_body_is_shown_by_a_call_and_not_by_an_answer() -> None:
    assert not part(STATED, ANSWERED).shows_body()
    assert part(STATED, SENT).shows_body()


def test_names_are_shown_by_half_of_them_in_a_sample_or_an_address() -> None:
    assert not part(STATED, SENT).shows({"hull", "keel", "mast"})
    assert part(STATED, SENT).shows({"hull", "keel"})
    assert part(Paragraph("Call /ships?keel=1 for some.")).shows({"keel"})


def test_a_sentence_tells_the_operation_of_rows_up_to_the_next_title() -> None:
    near, far = part(STATED, FIELDS), part(STATED, Heading(2, "Sails"), FIELDS)
    assert near.told_above(near.groups[-1])
    assert not far.told_above(far.groups[-1])


@pytest.mark.parametrize(
    ("blocks", "sends"),
    [((STATED, FIELDS), None), ((STATED, FIELDS, SENT), True), ((STATED, FIELDS, Code('$ ships\n{"hull": "oak"}')), False)],
)
def test_the_first_sample_with_the_names_tells_the_side(blocks: tuple[Block, ...], sends: bool | None) -> None:
    found = part(*blocks)
    assert found.sends(found.groups[0]) is sends


def test_fields_stand_where_the_answer_shows_them() -> None:
    found = part(STATED, FIELDS, ANSWERED)
    (group,) = found.groups
    assert found.prefix(group, Section(Kind.RESPONSE)) == "data"
    assert found.prefix(group, Section(Kind.BODY)) == ""
    assert found.prefix(group, Section(Kind.QUERY)) == ""


def test_only_the_sample_above_shows_where_fields_of_a_body_stand() -> None:
    found = part(STATED, ANSWERED, FIELDS)
    (group,) = found.groups
    assert found.prefix(group, Section(Kind.BODY)) == "data"


def test_rows_that_ask_for_something_above_an_answer_are_sent() -> None:
    asked = Table((Cell("Name"), Cell("Required")), ((Cell("hull"), Cell("yes")),))
    answer = (Heading(2, "Response"), FIELDS)
    for table, before in ((FIELDS, False), (asked, True)):
        found = part(STATED, table, *answer)
        assert [group.section for group in found.announced()] == [Section(Kind.RESPONSE)]
        assert sent_before(found.groups[0], found.announced()) is before
