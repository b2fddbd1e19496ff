"""On which line a JSON pointer's value stands in printed JSON: found by the indentation, without reading the text twice."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from dataclasses import dataclass, field

from driftgate.extract.openapi.references import key_of

#: How many characters may be looked through for one document; beyond that lines are simply not known.
MOST_SCANNED = 400_000_000

_BREAK = re.compile(r"\n")
_NEXT_LINE = re.compile(r"\n([ \t]*)\S")
_OWN_LINE = re.compile(r"[ \t]*")


@dataclass(slots=True)
class JsonLines:
    """Lines of one text. Each found place is kept: (where it begins, where its container ends)."""

    text: str
    places: dict[str, tuple[int, int] | None] = field(default_factory=dict)
    breaks: list[int] = field(default_factory=list)
    scanned: int = 0
    on_one_line: bool | None = None

    def line(self, pointer: str) -> int | None:
        """The 0-based line of the value at a pointer, None where the text is not printed one value a line."""
        if self.on_one_line is None:
            self.on_one_line = "\n" not in self.text.strip()
        if self.on_one_line:
            return 0
        place = self._place(pointer)
        if not self.breaks:
            self.breaks = [found.start() for found in _BREAK.finditer(self.text)]
        return None if place is None else bisect_left(self.breaks, place[0])

    def _place(self, pointer: str) -> tuple[int, int] | None:
        if not pointer:
            return self._container(max(0, self.text.find("{")))
        if pointer not in self.places:
            above, _, token = pointer.rpartition("/")
            parent = self._place(above)
            self.places[pointer] = None if parent is None else self._below(parent, key_of(token))
        return self.places[pointer]

    def _below(self, parent: tuple[int, int], token: str) -> tuple[int, int] | None:
        start, end = parent
        child = _NEXT_LINE.search(self.text, start, end)
        if child is None or self.scanned > MOST_SCANNED:
            return None
        found = self._find(f"\n{child[1]}{json.dumps(token, ensure_ascii=False)}", child.start(), end)
        if found < 0 and token.isdecimal() and len(token) < 6:
            found = self._nth(f"\n{child[1]}{{", child.start(), end, int(token))
        return None if found < 0 else self._container(found + 1)

    def _nth(self, mark: str, start: int, end: int, number: int) -> int:
        found = self._find(mark, start, end)
        for _ in range(number):
            found = self._find(mark, found + 1, end) if found >= 0 else -1
        return found

    def _find(self, mark: str, start: int, end: int) -> int:
        found = self.text.find(mark, start, end)
        self.scanned += (end if found < 0 else found) - start
        return found

    def _container(self, start: int) -> tuple[int, int]:
        """A value's extent: up to the bracket that closes it, at the indentation of the line on which it opened."""
        line = self.text.rfind("\n", 0, start) + 1
        own = _OWN_LINE.match(self.text, line)
        indent = own[0] if own else ""
        first_end = self.text.find("\n", start)
        opened = self.text[start : first_end if first_end >= 0 else len(self.text)].rstrip()
        if not opened.endswith(("{", "[")):
            return (start, start + len(opened))
        end = self._find(f"\n{indent}{'}' if opened.endswith('{') else ']'}", start, len(self.text))
        return (start, end if end >= 0 else len(self.text))
