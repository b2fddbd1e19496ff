"""A planted change as edits of a page's text, and what it should be noticed at."""

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
    ATTRIBUTES = "attributes reordered"
    NONCE = "nonces changed"
    WHITESPACE = "white space changed"
    TABLE = "unrelated table added"
    CHANGELOG = "changelog added"
    TIMESTAMP = "timestamp changed"
    EXAMPLE = "example values changed"


HARMLESS = frozenset(list(Kind)[list(Kind).index(Kind.PROSE) :])


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """What stands between two offsets of a text, replaced by other words."""

    start: int
    end: int
    words: str = ""


@dataclass(frozen=True, slots=True)
class Mutation:
    """Edits of one page. subjects: field keys (or ``operation``) of which one should be named; empty if harmless."""

    kind: Kind
    edits: tuple[Edit, ...]
    subjects: frozenset[str] = frozenset()

    @property
    def harmful(self) -> bool:
        return self.kind not in HARMLESS

    def planted_in(self, text: str) -> str:
        """The text with the change in it. Edits inside an earlier one are swallowed by it."""
        parts, done = [], 0
        for edit in sorted(set(self.edits)):
            if edit.start >= done:
                parts += [text[done : edit.start], edit.words]
                done = edit.end
        return "".join((*parts, text[done:]))

    def is_same_as(self, other: Mutation) -> bool:
        """Whether the two plant the same change, perhaps on two pages."""
        if self.kind is not other.kind:
            return False
        return self.subjects == other.subjects or bool(self.subjects & other.subjects)
