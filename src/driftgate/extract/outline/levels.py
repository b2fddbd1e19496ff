"""Which field holds which: the nearest one before it that can hold others and whose element stands higher on the page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from driftgate.contract.types import members_of
from driftgate.extract.outline.entries import Entry
from driftgate.extract.outline.runs import Run
from driftgate.extract.outline.shapes import UNION

_ORDINAL = re.compile(r"^\d{1,2}$")
_HOLDING = ("object", "array")


class Level:
    """Where the head of one field stands: the elements around it, outermost first, itself last."""

    def __init__(self, head: HtmlElement) -> None:
        chain = [head, *head.iterancestors()]
        chain.reverse()
        self.chain = chain

    def holds(self, inner: Level) -> bool:
        """Whether the other field stands deeper than this one, in an element of another form than this one's."""
        shared = 0
        for own, other in zip(self.chain, inner.chain, strict=False):
            if own is not other:
                break
            shared += 1
        if shared == len(self.chain):
            return len(inner.chain) > shared
        if shared == len(inner.chain) or len(inner.chain) <= len(self.chain):
            return False
        return _form(self.chain[shared]) != _form(inner.chain[shared])


def parents(heads: Sequence[HtmlElement], types: Sequence[str | None], sections: Sequence[object]) -> list[int | None]:
    """The number of the field that each field is below, ``None`` for one at the top.

    types: None where not known; sections: what a field stands in, where another one begins nothing is held any more."""
    levels = [Level(head) for head in heads]
    found: list[int | None] = []
    around: list[int] = []
    for at, level in enumerate(levels):
        if at and sections[at] != sections[at - 1]:
            around.clear()
        while around and not levels[around[-1]].holds(level):
            around.pop()
        found.append(around[-1] if around else None)
        if may_hold(types[at]):
            around.append(at)
    return found


def variants(runs: Sequence[Run], found: Sequence[Entry]) -> frozenset[int]:
    """The numbers of those fields that are none: the titles of the variants below the word "One of"."""
    said: set[int] = set()
    for at, entry in enumerate(found):
        begin = found[at - 1].start if at else 0
        between = [run for run in runs[begin : entry.first] if not run.in_prose]
        union = between[-1] if between else None
        if _chosen(between, entry.name):
            said.add(at)
        if union is not None and _ORDINAL.match(union.text) and union.node.getparent() is runs[entry.at].node.getparent():
            said.add(at)
        if union is None or not UNION.match(union.text):
            continue
        level, around = Level(entry.head), {union.node, *union.node.iterancestors()}
        box = next((node for node in level.chain if node not in around), entry.head)
        for number in range(at, len(found)):
            head = found[number].head
            chain = [head, *head.iterancestors()]
            if box not in chain:
                break
            if len(chain) == len(level.chain):
                said.add(number)
    return frozenset(said)


def _chosen(between: Sequence[Run], name: str) -> bool:
    """Whether a name stands behind "One of" already, as the variant that is shown."""
    union = next((at for at, run in enumerate(between) if UNION.match(run.text)), None)
    return union is not None and any(run.text == name for run in between[union + 1 :])


def may_hold(kind: str | None) -> bool:
    """Whether a field of this type can have fields below it."""
    return kind is None or any(member.startswith(_HOLDING) for member in members_of(kind))


def _form(node: HtmlElement) -> tuple[str, str]:
    return str(node.tag), node.get("class") or ""
