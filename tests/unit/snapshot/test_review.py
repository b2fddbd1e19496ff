"""What a reviewer sees is sorted by the thought it needs, and can be accepted part by part."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contracts import chat, field_map
from driftgate.contract import Contract, Field, Operation, Response
from driftgate.snapshot.canonical import canonical
from driftgate.snapshot.review import Category, Part, apply, part_lines, to_review


def moved() -> Contract:
    """The chat contract after its docs changed in every way at once."""
    fields = {key: field for key, field in chat().fields.items() if key != "query:limit"}
    added = Field("body", "stream", {"type": "boolean"})
    changed = Field("body", "model", {"type": "string", "required": False})
    return replace(
        chat(),
        operation=Operation("POST", "/v1/chat/{room_id}"),
        servers=("https://api2.example",),
        fields={**fields, **field_map(added, changed)},
        responses={**chat().responses, "429": Response()},
        facts={},
    )


def test_equal_contracts_need_no_review() -> None:
    assert to_review(chat(), canonical(chat())) == ()


def test_parts_that_need_thought_come_first() -> None:
    assert to_review(chat(), moved()) == (
        Part("body:model", Category.MEANING, "{type: string, required: true}", "{type: string, required: false}"),
        Part("servers", Category.MEANING, "[https://api.example]", "[https://api2.example]"),
        Part("fact:deprecated", Category.GONE, "true", ""),
        Part("query:limit", Category.GONE, "{type: integer, default: 1.5, minimum: 0}", ""),
        Part("body:stream", Category.NEW, "", "{type: boolean}"),
        Part("status:429", Category.NEW, "", "[]"),
        Part("operation", Category.WORDING, "POST /v1/chat/{room}", "POST /v1/chat/{room_id}"),
    )


def test_another_path_is_a_change_of_meaning() -> None:
    other = replace(chat(), operation=Operation("POST", "/v2/chat/{room}"))
    assert [part.category for part in to_review(chat(), other)] == [Category.MEANING]


def test_everything_is_new_at_a_first_review() -> None:
    assert {part.category for part in to_review(None, chat())} == {Category.NEW}
    assert [part.key for part in to_review(None, chat())] == sorted(part_lines(chat()))


@pytest.mark.parametrize("part", to_review(chat(), moved()), ids=lambda part: part.key)
def test_one_accepted_part_moves_that_part_alone(part: Part) -> None:
    result = apply(chat(), moved(), {part.key})
    left = {other.key for other in to_review(result, moved())}
    assert left == {other.key for other in to_review(chat(), moved())} - {part.key}


@given(st.sets(st.sampled_from([part.key for part in to_review(chat(), moved())])))
def test_what_is_accepted_and_what_is_left_are_all_there_was(accepted: set[str]) -> None:
    result = apply(chat(), moved(), accepted)
    assert {part.key for part in to_review(chat(), result)} == accepted


def test_all_parts_accepted_is_the_new_contract() -> None:
    every = {part.key for part in to_review(None, moved())} | {part.key for part in to_review(chat(), moved())}
    assert canonical(apply(chat(), moved(), every)) == canonical(moved())
    assert canonical(apply(None, moved(), every)) == canonical(moved())


def test_a_first_review_can_leave_a_field_out() -> None:
    result = apply(None, chat(), chat().fields.keys() - {"body:model"})
    assert [part.key for part in to_review(result, chat())] == ["body:model"]
