"""A value out of a YAML or JSON file that knows where it stands, with getters that say what was expected."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from driftgate.contract import Scalar
from driftgate.errors import SnapshotError

#: No file of ours nests deeper; a file that does is not one of ours.
MAX_DEPTH = 20

#: The number of an entry stands right behind the list: ``waivers[0]``.
_NUMBERED = re.compile(r"\.(\[\d+\])")


@dataclass(frozen=True, slots=True)
class Node:
    """One value. file: as the user knows it; line: 1-based or None; path: the keys that lead here."""

    value: Scalar | dict[str, Node] | list[Node]
    file: str
    line: int | None = None
    path: tuple[str, ...] = ()

    @property
    def where(self) -> str:
        """File, line and key path, safe to print."""
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        path = _NUMBERED.sub(r"\1", ".".join(self.path))
        return f"{place}: {printable(path)}" if path else place

    def error(self, expected: str, advice: str | None = None) -> SnapshotError:
        """The error for a value of another kind than the expected."""
        return SnapshotError(
            f"expected {expected}, found {kind_of(self.value)}", where=self.where, advice=advice or "correct this value"
        )

    def mapping(self) -> dict[str, Node]:
        if not isinstance(self.value, dict):
            raise self.error("a mapping")
        return self.value

    def items(self) -> list[Node]:
        if not isinstance(self.value, list):
            raise self.error("a list")
        return self.value

    def text(self) -> str:
        if not isinstance(self.value, str):
            raise self.error("text", "put it in quotes" if isinstance(self.value, bool | int | float) else None)
        return self.value

    def flag(self) -> bool:
        if not isinstance(self.value, bool):
            raise self.error("true or false")
        return self.value

    def number(self) -> int | float:
        if isinstance(self.value, bool) or not isinstance(self.value, int | float):
            raise self.error("a number")
        return self.value

    def count(self) -> int:
        if isinstance(self.value, bool) or not isinstance(self.value, int) or self.value < 0:
            raise self.error("a whole number, zero or more")
        return self.value

    def scalar(self) -> Scalar:
        if isinstance(self.value, dict | list):
            raise self.error("a single value")
        return self.value

    def texts(self) -> tuple[str, ...]:
        return tuple(item.text() for item in self.items())

    def get(self, key: str) -> Node | None:
        return self.mapping().get(key)

    def need(self, key: str) -> Node:
        """The value under a key. Raises SnapshotError where it is missing."""
        found = self.get(key)
        if found is None:
            raise SnapshotError(f"the key '{key}' is missing", where=self.where, advice="restore the file from git")
        return found

    def optional_text(self, key: str) -> str:
        found = self.get(key)
        return "" if found is None else found.text()

    def entries(self, key: str) -> Iterator[tuple[str, Node]]:
        """The pairs of the mapping under a key; none where the key is absent."""
        found = self.get(key)
        yield from () if found is None else found.mapping().items()

    def only(self, *known: str) -> None:
        """Raises SnapshotError for the first key that is not known, with a near match."""
        for key, child in self.mapping().items():
            if key not in known:
                raise unknown(f"unknown key '{printable(key)}'", key, known, child)


def unknown(what: str, word: str, known: tuple[str, ...], node: Node) -> SnapshotError:
    """The error for a word that is not in a closed list."""
    near = get_close_matches(word[:100], known, n=1)
    return SnapshotError(
        what,
        where=node.where,
        why=f"known here: {', '.join(known)}" if len(known) <= 20 else None,
        advice=f"did you mean '{near[0]}'?" if near else "remove it, or upgrade driftgate if a newer one wrote this file",
    )


def kind_of(value: object) -> str:
    """What a value is, in words, without the value."""
    if value is None:
        return "null"
    names: tuple[tuple[type, str], ...] = (
        (bool, "true or false"),
        (int, "a whole number"),
        (float, "a number"),
        (str, "text"),
        (dict, "a mapping"),
        (list, "a list"),
    )
    return next(name for kind, name in names if isinstance(value, kind))


def printable(text: str) -> str:
    """Text in printable ASCII, shortened, for a message."""
    return "".join(char if " " <= char <= "~" else f"\\u{{{ord(char):x}}}" for char in text[:200])
