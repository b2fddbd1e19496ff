"""A draft counts every row, and does not let a second statement pass unseen."""

from __future__ import annotations

from driftgate.contract import Certainty, Facts, Field, Operation, Source
from driftgate.extract.draft import Draft, gathered, of_either
from driftgate.extract.extraction import Contradiction, Extraction, GapKind


def test_a_second_row_with_other_facts_is_a_contradiction_and_a_gap() -> None:
    draft = Draft(Operation("POST", "/v1/send"))
    draft.add(Field("body", "text", {"type": "string", "required": True}))
    draft.add(Field("body", "text", {"type": "integer", "required": False}))
    assert draft.finish().fields["body:text"].facts == {"type": "string", "required": True}
    assert [gap.kind for gap in draft.gaps] == [GapKind.DUPLICATE]
    assert draft.contradictions == [
        Contradiction("body:text", "required", "True", "False"),
        Contradiction("body:text", "type", "string", "integer"),
    ]
    assert (draft.rows_seen, draft.rows_read) == (2, 2)


def test_a_second_row_fills_what_the_first_did_not_state() -> None:
    draft = Draft(Operation("POST", "/v1/send"))
    draft.add(Field("body", "text", {"type": "string"}))
    draft.add(Field("body", "text", {"required": True}))
    assert draft.finish().fields["body:text"].facts == {"required": True, "type": "string"}
    assert (draft.gaps, draft.contradictions) == ([], [])


def test_the_name_of_a_structure_is_a_fact_only_where_its_fields_do_not_stand_below() -> None:
    draft = Draft(Operation("GET", "/v1/ships"))
    draft.add(Field("200", "crew", {"type": "array<object>", "model": "sailor"}))
    draft.add(Field("200", "crew[].name", {"type": "string"}))
    draft.add(Field("200", "cargo", {"type": "object", "model": "freight"}))
    draft.add(Field("body", "crew", {"type": "array<object>", "model": "sailor"}))
    facts = {key: field.facts for key, field in draft.finish().fields.items()}
    assert facts == {
        "200:crew": {"type": "array<object>"},
        "200:crew[].name": {"type": "string"},
        "200:cargo": {"type": "object", "model": "freight"},
        "body:crew": {"type": "array<object>", "model": "sailor"},
    }


def test_what_is_said_of_one_variant_alone_is_not_said_of_the_field() -> None:
    one: Facts = {"type": "string", "required": True, "minimum": 1, "deprecated": True, "nullable": True}
    assert of_either(one, {"type": "integer", "required": True}) == {
        "type": "integer | string",
        "required": True,
        "nullable": True,
    }
    assert of_either({"type": "string", "required": True}, {"type": "string"}) == {"type": "string"}
    assert of_either({"required": False, "default": 1}, {"default": 2}) == {"required": False}


def told_twice(path: str) -> Draft:
    """A draft with one field that contradicts itself, noted twice, and a part that could not be read."""
    draft = Draft(Operation("POST", path))
    for kind in ("string", "integer", "integer"):
        draft.add(Field("body", "text", {"type": kind}, source=Source(line=4)))
    draft.miss(GapKind.ROW, Source(line=9))
    return draft


def test_what_is_noted_twice_at_one_place_counts_once() -> None:
    draft = told_twice("/v1/send")
    found = gathered("reader", [draft])
    assert [(gap.kind, gap.source.line) for gap in found.gaps] == [(GapKind.DUPLICATE, 4), (GapKind.ROW, 9)]
    assert (found.contradictions, len(draft.contradictions)) == ((draft.contradictions[0],), 2)
    assert (found.rows_seen, found.rows_read) == (4, 3)


def test_what_another_operation_leaves_open_does_not_count_against_the_wanted_one() -> None:
    sound = Draft(Operation("GET", "/v1/sent"))
    sound.add(Field("query", "page", {"type": "integer"}))
    drafts = [told_twice("/v1/send"), sound]
    assert gathered("reader", drafts, sound.operation, machine_readable=True) == Extraction(
        platform="reader",
        contracts=(sound.finish(), drafts[0].finish()),
        rows_seen=1,
        rows_read=1,
        machine_readable=True,
    )


def test_where_the_wanted_operation_is_not_among_them_nothing_is_lost() -> None:
    drafts = [told_twice("/v1/send"), told_twice("/v1/sent")]
    found = gathered("reader", drafts, Operation("GET", "/v1/other"))
    assert [contract.operation.path for contract in found.contracts] == ["/v1/send", "/v1/sent"]
    assert (found.rows_seen, found) == (8, gathered("reader", drafts))


def test_variants_that_a_generated_page_prints_say_what_they_say_each_and_examples_state_nothing() -> None:
    draft = Draft(Operation("POST", "/v1/send"), generated=True)
    variants: list[Facts] = [{"type": "string"}, {"type": "integer"}, {"type": "integer", "deprecated": True}]
    for facts in variants:
        draft.add(Field("body", "text", facts))
        draft.add(Field("body", "shown", facts, source=Source(certainty=Certainty.INFERRED)))
    assert {key: field.facts for key, field in draft.finish().fields.items()} == {
        "body:text": {"type": "integer | string", "varies": ('2 alternatives: type="integer"', 'type="string"')},
        "body:shown": {"type": "integer | string"},
    }
