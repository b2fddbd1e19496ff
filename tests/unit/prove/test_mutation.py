"""Edits of a text."""

from __future__ import annotations

from driftgate.prove.mutation import HARMLESS, Edit, Kind, Mutation


def test_edits_are_made_in_the_order_of_the_text() -> None:
    mutation = Mutation(Kind.RENAME, (Edit(6, 9, "two"), Edit(0, 3, "one")))
    assert mutation.planted_in("abc – xyz.") == "one – two."


def test_an_edit_inside_another_is_swallowed() -> None:
    assert Mutation(Kind.REMOVE, (Edit(0, 6), Edit(2, 4, "xx"))).planted_in("abcdefg") == "g"


def test_an_insertion_keeps_every_other_byte() -> None:
    assert Mutation(Kind.PROSE, (Edit(1, 1, "-"),)).planted_in("ab") == "a-b"


def test_the_same_change_on_two_pages_shares_a_subject() -> None:
    one = Mutation(Kind.TYPE, (), frozenset({"body:a"}))
    assert one.is_same_as(Mutation(Kind.TYPE, (Edit(1, 2),), frozenset({"body:a", "200:a"})))
    assert not one.is_same_as(Mutation(Kind.RENAME, (), frozenset({"body:a"})))
    assert not one.is_same_as(Mutation(Kind.TYPE, (), frozenset({"body:b"})))


def test_only_changes_of_the_contract_are_harmful() -> None:
    assert {kind for kind in Kind if kind not in HARMLESS} == {
        Kind.RENAME, Kind.REMOVE, Kind.ADD_REQUIRED, Kind.REQUIRED, Kind.TYPE, Kind.ENUM, Kind.DEPRECATE, Kind.PATH, Kind.METHOD,
    }  # fmt: skip
