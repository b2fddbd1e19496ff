"""Which column a header announces, what yes and no are, and which place a word names, in any language of the table."""

from __future__ import annotations

import re
from functools import lru_cache

from driftgate.extract.tables.wording import furtherwords
from driftgate.extract.tables.wording.answertable import NO, PLACES, YES
from driftgate.extract.tables.wording.role import Role
from driftgate.extract.tables.wording.wordtable import HEADERS
from driftgate.extract.typewords.table import folded

__all__ = ["Role", "place_of", "role_of", "says_yes"]

_YES = frozenset(map(folded, (*YES, *furtherwords.YES)))
_NO = frozenset(map(folded, (*NO, *furtherwords.NO)))
_PLACE_BY_WORD = {folded(word): place for place, words in PLACES.items() for word in words}
_LONGEST = 200  # what is longer is no word of these tables
#: what makes a yes depend on something: "Yes, if no phone is given"
_CONDITION = re.compile(r"\b(?:if|when|unless|если|wenn|falls|jeśli|eğer|nếu|cuando|lorsque)\b|の場合|경우|时必")
_MOST_WORDS = 4
#: words between those of a header
_LINKS = frozenset(
    map(folded, ("of", "the", "a", "de", "del", "do", "da", "des", "du", "le", "la", "el", "der", "des", "di", "van"))
)
#: what a field has one of
_OF_A_NAME = frozenset((Role.TYPE, Role.DESCRIPTION, Role.DEFAULT))
_EDGES = " *_:：?？¿()（）[]【】`|.\u200b"
ROLE_BY_WORD = {
    folded(word).strip(_EDGES): role
    for table in (furtherwords.HEADERS, HEADERS)
    for role, words in table.items()
    for word in reversed(words)
}


def role_of(header: str) -> Role | None:
    """The role of a column with this header, None for an unknown one."""
    return _role_of(header[:_LONGEST])


@lru_cache(maxsize=1024)
def _role_of(header: str) -> Role | None:
    text = folded(header.replace("\n", " ")).strip()
    first_line = folded(header.partition("\n")[0])
    for candidate in (text, first_line, re.split(r"[(\[（【]", text, maxsplit=1)[0], text.split("/")[0]):
        word = candidate.strip(_EDGES)
        if word in ROLE_BY_WORD:
            return ROLE_BY_WORD[word]
        if word.endswith("s") and ROLE_BY_WORD.get(word[:-1]) is Role.NAME:
            return Role.NAME  # several of them
    return _composed(text)


def _composed(text: str) -> Role | None:
    """The role of a header in several words that each announce one: "field type", "name of the parameter"."""
    words = [word.strip(_EDGES) for word in text.split() if word.strip(_EDGES) not in _LINKS]
    roles = {ROLE_BY_WORD.get(word) for word in words}
    if len(words) > _MOST_WORDS or len(words) < 2 or Role.NAME not in roles:
        return None
    roles.discard(Role.NAME)
    return Role.NAME if not roles else next(iter(roles & _OF_A_NAME), None) if len(roles) == 1 else None


#: ``(*1)``: a condition told elsewhere
_FOOTNOTE = re.compile(r"^\s?[(（]?[*※†]{1,2}\s?\d{1,2}[)）]?\s?$")
#: ``0..1`` and ``1..n``: how often a field occurs
_CARDINALITY = re.compile(r"^\s?\[?([01])\s?(?:\.\.\.?|[-–:,])\s?(?:\d{1,4}|n|m|\*|unbounded)\]?\s?$", re.IGNORECASE)


def says_yes(text: str) -> bool | None:
    """True for yes, False for no, None for anything else: ``**true**``, ``是``, ``いいえ``, ``Required``, ``false(see note)``."""
    return _says_yes(text[:_LONGEST])


@lru_cache(maxsize=1024)
def _says_yes(text: str) -> bool | None:
    if _FOOTNOTE.match(text):
        return None
    if cardinality := _CARDINALITY.match(text):
        return cardinality[1] == "1"
    word = folded(text).strip(_EDGES + ",;!")
    sign, _, behind = word.partition(" ")
    if behind and sign not in _YES and sign not in _NO and not any(map(str.isalnum, sign)):
        word = behind.strip(_EDGES + ",;!")  # a picture before the word
    if word in _YES or word in _NO:
        return word in _YES
    first = re.split(r"[\s(（,，;；、。.:]", word, maxsplit=1)[0] if word else ""
    if first in _NO or first in _YES:
        return None if first in _YES and _CONDITION.search(word) else first in _YES
    return None


def place_of(text: str) -> str | None:
    """The place that a cell of a place column names."""
    return _PLACE_BY_WORD.get(folded(text[:_LONGEST]).strip(_EDGES)) if text else None
