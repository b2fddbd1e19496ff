"""A draft counts every row, and does not let a second statement pass unseen."""

from __future__ import annotations

from driftgate.contract import Facts, Field, Operation
from driftgate.extract.draft import Draft, of_either
from driftgate.extract.extraction import Contradiction, GapKind


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
