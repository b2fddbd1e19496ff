"""A run of list entries becomes the tree that their depths draw."""

from __future__ import annotations

from driftgate.extract.blocks import Item
from driftgate.extract.tables.rows.trees import Entry, nested


def drawn(entries: tuple[Entry, ...]) -> list[object]:
    return [(entry.item.text, drawn(entry.inner)) if entry.inner else entry.item.text for entry in entries]


def test_no_entries_are_no_tree() -> None:
    assert nested([]) == ()


def test_an_entry_holds_the_deeper_ones_behind_it() -> None:
    items = [Item(0, "a"), Item(1, "b"), Item(2, "c"), Item(1, "d"), Item(0, "e")]
    assert drawn(nested(items)) == [("a", [("b", ["c"]), "d"]), "e"]


def test_a_level_may_be_skipped() -> None:
    assert drawn(nested([Item(0, "a"), Item(3, "b"), Item(3, "c")])) == [("a", ["b", "c"])]


def test_ten_thousand_levels_are_no_recursion() -> None:
    assert len(nested([Item(depth, "a") for depth in range(10_000)])) == 1
