"""Rows of tabs: which one is open, and which parts of the page are their panels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeVar

from lxml.html import HtmlElement

from driftgate.extract.markup import main_class

T = TypeVar("T")

_OPEN = re.compile(r"(?:^|[\s_-])(?:active|selected|primary|current|checked)(?:$|[\s_-])")
_UNSEEN = re.compile(r"display:\s?none")
_STATES = ("aria-selected", "aria-pressed", "aria-checked", "aria-expanded")
#: How far above a row of tabs its panels may begin, and a tab's own element above its text.
_FARTHEST = 3
_NEAR = 4


def chosen_of(tabs: Sequence[HtmlElement], behind: HtmlElement) -> int | None:
    """The number of the tab that what follows belongs to: the only one, the one in whose part it stands, or the open one."""
    if len(tabs) == 1:
        return 0
    bar = _shared(tabs[0], tabs[-1])
    around = set(behind.iterancestors())
    for number in range(len(tabs) - 1, -1, -1):
        part = next((node for node in tabs[number].iterancestors() if node.getparent() is bar), None)
        if part in around:
            return number
    return next((number for number, tab in enumerate(tabs) if _is_open(tab)), None)


def panels_of(tabs: Sequence[HtmlElement], told: Sequence[T]) -> dict[HtmlElement, T]:
    """The panels of a row of tabs with what each tab tells: as many elements behind the row, or in the one that follows it.

    Where all but one tab's are hidden, a panel may consist of several elements."""
    bar = _shared(tabs[0], tabs[-1]) if len(tabs) > 1 else None
    for _ in range(_FARTHEST):
        if bar is None:
            break
        behind = [part for part in bar.itersiblings() if len(part) or (part.text or "").strip()]
        for parts in (behind, *(list(part) for part in behind[:2])):
            each = len(parts) // len(tabs)
            if each and each * len(tabs) == len(parts) and _are_panels(parts, each):
                return {part: told[at // each] for at, part in enumerate(parts)}
        bar = bar.getparent()
    return {}


def _are_panels(parts: Sequence[HtmlElement], each: int) -> bool:
    """Whether elements look alike, as the panels of one row do, or all of them but one panel's are hidden."""
    if each == 1:
        return len({(part.tag, main_class(part)) for part in parts}) == 1
    hidden = sum("hidden" in part.attrib or bool(_UNSEEN.search(part.get("style") or "")) for part in parts)
    return hidden == len(parts) - each


def _is_open(tab: HtmlElement) -> bool:
    """Whether a tab or button is the chosen one of its group."""
    node: HtmlElement | None = tab
    for _ in range(_NEAR):
        if node is None:
            break
        states = [node.get(name) for name in _STATES if node.get(name) is not None]
        if states or node.get("data-state") in ("active", "on"):
            return "true" in states or not states
        if node.tag == "button" or _OPEN.search(node.get("class") or ""):
            return _OPEN.search(node.get("class") or "") is not None
        node = node.getparent()
    return False


def _shared(one: HtmlElement, other: HtmlElement) -> HtmlElement | None:
    around = set(one.iterancestors())
    return next((node for node in other.iterancestors() if node in around), None)
