"""A flat run of list entries as the tree that it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from driftgate.extract.blocks import Item


@dataclass(frozen=True, slots=True)
class Entry:
    """One list entry with those it holds."""

    item: Item
    inner: tuple[Entry, ...] = ()


def nested(items: Sequence[Item]) -> tuple[Entry, ...]:
    """The outermost entries; built from the last one up, without recursion.

    >>> [len(entry.inner) for entry in nested([Item(0, "a"), Item(1, "b"), Item(1, "c"), Item(0, "d")])]
    [2, 0]
    """
    levels: dict[int, list[Entry]] = {}
    for item in reversed(items):
        deeper = sorted(depth for depth in levels if depth > item.depth)
        inner = [entry for depth in deeper for entry in levels.pop(depth)]
        levels.setdefault(item.depth, []).append(Entry(item, tuple(reversed(inner))))
    return tuple(entry for depth in sorted(levels) for entry in reversed(levels[depth]))
