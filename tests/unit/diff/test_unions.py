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
