"""A planted change, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What is planted. The first group changes the contract, the second must not matter."""

    RENAME = "field renamed"
    REMOVE = "field removed"
    ADD_REQUIRED = "required field added"
    REQUIRED = "required flipped"
    TYPE = "type changed"
    ENUM = "enum value dropped"
    DEPRECATE = "field deprecated"
    PATH = "path changed"
    METHOD = "method changed"

    PROSE = "prose rewritten"
    NAVIGATION = "navigation changed"
    ORDER = "order changed"
    CLASSES = "classes changed"
    NONCE = "nonces changed"
    WHITESPACE = "white space changed"
    TABLE = "unrelated table added"


HARMLESS = frozenset({Kind.PROSE, Kind.NAVIGATION, Kind.ORDER, Kind.CLASSES, Kind.NONCE, Kind.WHITESPACE, Kind.TABLE})


@dataclass(frozen=True, slots=True)
class Mutation:
    """One edit of a page's text. subjects: field keys (or ``operation``) of which one should be named; empty if harmless."""

    kind: Kind
    text: str
    subjects: frozenset[str] = frozenset()

    def is_same_as(self, other: Mutation) -> bool:
        """Whether the two plant the same change, perhaps on two pages."""
        if self.kind is not other.kind:
            return False
        return self.subjects == other.subjects or bool(self.subjects & other.subjects)

    @property
    def harmful(self) -> bool:
        return self.kind not in HARMLESS
