"""Lines of tables whose cells a capture has joined with spaces or tabs: told apart by the words of the header."""

from __future__ import annotations

import re
from collections.abc import Sequence

from driftgate.extract.tables.rows.nesting import named
from driftgate.extract.tables.wording.words import Role, role_of, says_yes
from driftgate.extract.typewords.read import read_type

_FEWEST = 3
_MOST_COLUMNS = 8
_MOST_WORDS = 3
_LONGEST_HEADER = 120
_TELLING = frozenset((Role.TYPE, Role.REQUIRED))
_TEXTS = frozenset((Role.DESCRIPTION, Role.NOTES, Role.MEANING))
#: a type that is not known, but is spelled like one: "phone[]", "decimal(8,2)"
_KIND = re.compile(r"[A-Za-z]\w{0,30}(?:\[\]|\(\d[\d,]{0,8}\))$")


def spaced_header(line: str) -> list[str]:
    """The headers of a table that a line is nothing but: the name first, a type or "required", text last; else none.

    >>> spaced_header("Field Type Is required Description")
    ['Field', 'Type', 'Is required', 'Description']
    """
    if len(line) > _LONGEST_HEADER or "|" in line or not line.strip():
        return []
    heads = [part.strip() for part in line.strip().split("\t")] if "\t" in line.strip() else _headers(line.split())
    roles = [role_of(head) for head in heads]
    fits = _FEWEST <= len(heads) <= _MOST_COLUMNS and len(set(roles)) == len(heads) and None not in roles
    return heads if fits and roles[0] is Role.NAME and _TELLING & set(roles) and roles[-1] in _TEXTS else []


def _headers(words: Sequence[str]) -> list[str]:
    """The headers that the words are made of, one after the other, of as few words each as may be; none where some is left."""
    if len(words) > _MOST_COLUMNS * 2 or (role_of(words[0]) is not Role.NAME and role_of(" ".join(words[:2])) is not Role.NAME):
        return []
    rest: list[list[str] | None] = [None] * len(words) + [[]]
    for at in range(len(words) - 1, -1, -1):
        for end in range(at + 1, min(at + _MOST_WORDS, len(words)) + 1):
            behind, head = rest[end], " ".join(words[at:end])
            if behind is not None and role_of(head):
                rest[at] = [head, *behind]
                break
    return rest[0] or []


def spaced_row(line: str, roles: Sequence[Role | None]) -> list[str] | None:
    """The cells of a line that answers such a header, an absent answer left empty; None where it does not."""
    if "\t" in line.strip():
        cells = [part.strip() for part in line.strip().split("\t")]
        return [*cells, *[""] * (len(roles) - len(cells))][: len(roles)] if named(cells[0]) and len(cells) > 1 else None
    words = line.split()
    if len(words) < 2 or not words[0].isascii() or named(words[0]) is None:
        return None
    cells, told = [words.pop(0)], False
    for role in roles[1:-1]:
        word = words[0] if words else ""
        fits = _fits(word, role)
        told |= fits and role in _TELLING
        cells.append(words.pop(0) if fits else "")
    return [*cells, " ".join(words)] if told else None


def _fits(word: str, role: Role | None) -> bool:
    if role is Role.REQUIRED:
        return says_yes(word) is not None
    return bool(read_type(word) or _KIND.match(word)) if role is Role.TYPE else bool(word)
