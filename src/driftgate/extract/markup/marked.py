"""The elements of a tree by class word, from one walk: where a reader looks for many words, a selector each costs a walk each."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from lxml.html import HtmlElement


class Marked:
    """A tree that does not change any more, looked through once. nodes: its elements in page order; a place is an index of it."""

    def __init__(self, tree: HtmlElement) -> None:
        self.nodes: list[HtmlElement] = list(tree.iter())
        self._spellings: defaultdict[str, list[int]] = defaultdict(list)  # a class attribute -> where it stands
        for at, node in enumerate(self.nodes):
            if spelling := node.get("class"):
                self._spellings[spelling].append(at)
        self._known: dict[tuple[str, ...], list[int]] = {}
        self._ends: dict[HtmlElement, int] = {}

    @property
    def spellings(self) -> Iterable[str]:
        """Every class attribute of the tree, each once."""
        return self._spellings

    @property
    def tags(self) -> set[str]:
        """The names of the tree's elements."""
        return {node.tag for node in self.nodes}

    def everywhere(self, *words: str) -> list[HtmlElement]:
        """Every element with one of these class words, in page order."""
        return [self.nodes[at] for at in self._places_of(words)]

    def below(self, box: HtmlElement, *words: str) -> list[HtmlElement]:
        """The elements inside one that have one of these class words, in page order."""
        places = self._places_of(words)
        if not places:
            return []
        start = bisect_left(places, self._order[box] + 1)
        if start == len(places):
            return []
        return [self.nodes[at] for at in places[start : bisect_left(places, self._end_of(box), start)]]

    def outermost(self, box: HtmlElement, *words: str) -> list[HtmlElement]:
        """Those of them that stand in no other of them."""
        found: list[HtmlElement] = []
        end = 0
        for node in self.below(box, *words):
            if self._order[node] >= end:
                found.append(node)
                end = self._end_of(node)
        return found

    def _places_of(self, words: tuple[str, ...]) -> Sequence[int]:
        if words not in self._known:
            spellings = {spelling for word in words for spelling in self._spellings_with.get(word, ())}
            self._known[words] = sorted(at for spelling in spellings for at in self._spellings[spelling])
        return self._known[words]

    @cached_property
    def _spellings_with(self) -> Mapping[str, Sequence[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for spelling in self._spellings:
            for word in spelling.split():
                found[word].append(spelling)
        return found

    @cached_property
    def _order(self) -> Mapping[HtmlElement, int]:
        return {node: at for at, node in enumerate(self.nodes)}

    def _end_of(self, box: HtmlElement) -> int:
        """Where the page goes on behind an element. All that end there remember it: deep nesting must not multiply the way."""
        ended: list[HtmlElement] = []
        end = len(self.nodes)
        at: HtmlElement | None = box
        while at is not None and at is not self.nodes[0]:
            behind = at.getnext()
            if at in self._ends or behind is not None:
                end = self._ends[at] if behind is None else self._order[behind]
                break
            ended.append(at)
            at = at.getparent()
        self._ends.update(dict.fromkeys(ended, end))
        return end
