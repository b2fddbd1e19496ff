"""Which column a header announces, what yes and no are, and which place a word names, in any language of the table."""

from __future__ import annotations

import re
from functools import lru_cache

from driftgate.extract.tables.answertable import NO, PLACES, YES
from driftgate.extract.tables.wordtable import HEADERS, Role
from driftgate.extract.typewords.table import folded

__all__ = ["Role", "place_of", "role_of", "says_yes"]

ROLE_BY_WORD = {folded(word): role for role, words in HEADERS.items() for word in reversed(words)}
_YES = frozenset(map(folded, YES))
_NO = frozenset(map(folded, NO))
_PLACE_BY_WORD = {folded(word): place for place, words in PLACES.items() for word in words}
_LONGEST = 200  # what is longer is no word of these tables
_EDGES = " *_:：?？()（）[]【】`|.\u200b"


def role_of(header: str) -> Role | None:
    """The role of a column with this header, None for an unknown one."""
    return _role_of(header[:_LONGEST])


@lru_cache(maxsize=1024)
def _role_of(header: str) -> Role | None:
    text = folded(header.replace("\n", " ")).strip()
    for candidate in (text, re.split(r"[(\[（【]", text, maxsplit=1)[0], text.split("/")[0]):
        if candidate.strip(_EDGES) in ROLE_BY_WORD:
            return ROLE_BY_WORD[candidate.strip(_EDGES)]
    return None


def says_yes(text: str) -> bool | None:
    """True for yes, False for no, None for anything else: ``**true**``, ``是``, ``いいえ``, ``Required``, ``false(see note)``."""
    return _says_yes(text[:_LONGEST])


@lru_cache(maxsize=1024)
def _says_yes(text: str) -> bool | None:
    word = folded(text).strip(_EDGES + ",;!")
    if word in _YES or word in _NO:
        return word in _YES
    first = re.split(r"[\s(（,，;；、。.:]", word, maxsplit=1)[0] if word else ""
    if first in _NO or first in _YES:
        return first in _YES
    return None


def place_of(text: str) -> str | None:
    """The place that a cell of a place column names."""
    return _PLACE_BY_WORD.get(folded(text[:_LONGEST]).strip(_EDGES))
