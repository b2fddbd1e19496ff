"""Unions: whether an alternative came or went, or only what is inside one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from driftgate.diff.changes import FactChanged
from driftgate.diff.contracts import changes
from shorthand import contract, field

CARD, BANK = "{number, type, note?}", "{iban, type, note?}"
WITH_NOTE = "{note, number, type}"


def changed(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[tuple[str, str]]:
    """(path, fact) of each change between two unions with one field below."""
    old, new = (
        contract(field("body:source", one_of=side["one_of"]), field("body:source.note", **side["note"]))
        for side in (before, after)
    )
    return [(change.after.path, change.fact) for change in changes(old, new) if isinstance(change, FactChanged)]


def test_alternatives_that_changed_inside_are_told_by_the_fields_below() -> None:
    before = {"one_of": (BANK, CARD), "note": {"required": False, "type": "string"}}
    after = {"one_of": (BANK, WITH_NOTE), "note": {"required": True, "type": "string"}}
    assert changed(before, after) == [("source.note", "required")]


def test_in_which_alternatives_a_field_stands_is_told_by_the_alternatives() -> None:
    before = {"one_of": (BANK, CARD), "note": {}}
    after = {"one_of": (BANK, CARD, "{desk, type}"), "note": {"varies": ("type=1: stated", "type=2: stated")}}
    assert changed(before, after) == [("source", "one_of")]
    alone = {"one_of": (BANK, CARD), "note": {"varies": ("type=1: stated",)}}
    assert changed(before, alone) == [("source.note", "varies")]


def test_what_single_alternatives_say_does_not_tell_a_union_that_changed() -> None:
    """An alternative that requires more refuses what was sent: the remark on the field does not say how much that means."""
    before = {"one_of": (BANK, CARD), "note": {}}
    after = {"one_of": (BANK, WITH_NOTE), "note": {"varies": ("type=1: required",)}}
    assert sorted(changed(before, after)) == [("source", "one_of"), ("source.note", "varies")]


def varied(before: tuple[str, ...], after: tuple[str, ...], *, come: str = "", **facts: str) -> list[tuple[str, str]]:
    """The changes of a field by what its alternatives say. come: one that came; facts: the field's own facts then."""
    union = ("{a, b}", '{number, type="card"}', '{iban, type="bank"}')
    old = {"one_of": union, "note": {"varies": before, "type": "string"}}
    return changed(old, {"one_of": (*union, *filter(None, [come])), "note": {"varies": after, "type": "string", **facts}})


def test_an_alternative_that_came_tells_its_own_lines_and_the_number_of_those_without_a_label() -> None:
    cash = '{desk, type="cash"}'
    came = (
        'type="card": deprecated',
        'type="card", type="cash": max_length=1',
        "3 alternatives: nullable",
        'type="cash": required',
    )
    known = ('type="card": deprecated', 'type="card": max_length=1', "2 alternatives: nullable")
    assert varied(known, came, come=cash) == [("source", "one_of")]
    assert varied(known, came) == [("source.note", "varies")]


def test_a_line_of_an_alternative_that_stays_is_told_whatever_came() -> None:
    known, now = ('type="card": deprecated', 'type="bank": stated'), ('type="card": stated', 'type="bank": stated')
    assert varied(known, now, come='{desk, type="cash"}') == [("source", "one_of"), ("source.note", "varies")]


def test_what_the_field_says_otherwise_as_a_whole_is_not_told_again_of_its_alternatives() -> None:
    before, after = ('type="card": type="string"',), ('type="card": type="integer"',)
    assert varied(before, after, type="integer | string") == [("source.note", "type")]
    assert varied(before, (*after, 'type="card": deprecated'), type="integer | string") == [
        ("source.note", "type"),
        ("source.note", "varies"),
    ]
