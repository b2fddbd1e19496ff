"""What stands nearest around an element of a page, looked up from below in time that deep nesting does not multiply."""

from __future__ import annotations

from typing import Generic, TypeVar

from lxml.html import HtmlElement

T = TypeVar("T")

#: So far up answers are not remembered: that is where new boxes open all the time.
_CLOSE = 32


class Nearest(Generic[T]):
    """Elements with what they stand for. Elements far above a place that was asked for remember the answer."""

    def __init__(self) -> None:
        self.rows: dict[HtmlElement, T] = {}
        self._far: dict[HtmlElement, T | None] = {}

    def put(self, box: HtmlElement, row: T) -> None:
        """Notes what an element stands for."""
        if box in self._far or box in self.rows:  # answers from below may become wrong: those elements were remembered together
            self._far.clear()
        self.rows[box] = row

    def around(self, node: HtmlElement) -> T | None:
        """What the nearest noted element around this one stands for."""
        passed: list[HtmlElement] = []
        found: T | None = None
        for steps, ancestor in enumerate(node.iterancestors()):
            if ancestor in self.rows:
                found = self.rows[ancestor]
                break
            if steps < _CLOSE:
                continue
            if ancestor in self._far:
                found = self._far[ancestor]
                break
            passed.append(ancestor)
        self._far.update(dict.fromkeys(passed, found))
        return found
