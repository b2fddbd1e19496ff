"""A page's form in one short line: which elements, class words and heading levels it is built of, not what it says.

The line is a MinHash sketch of the set of these words. A vendor's change of content leaves it nearly as it was; a move to another
platform or a redesign does not. Hashed class names (``sc-1x2y3z``, ``css-1a2b``) take no part.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from driftgate.extract.markup import Marked

_SLOTS = 64
_DIGITS = 4
_MASK = 0xFFFF
_EMPTY = "-" * _DIGITS
_TAG = re.compile(r"<([a-z][a-z0-9-]{0,40})[\s>/]")
#: Begins with a literal, which the search looks for in C.
_CLASS = re.compile(r"class=[\"']([^\"'<>]{1,2000})[\"']")
_LONGEST = 80  # words are longer where a generator put numbers or addresses into them
_HASHED = re.compile(
    r"[A-Z][^a-z]*[a-z][^0-9]*[0-9]|[0-9][^a-z]*[a-z][^A-Z]*[A-Z]|[a-z][A-Z][a-z]*[A-Z]|__?[A-Za-z0-9]{4,8}$|^(?:sc|css|jsx|svelte|emotion)-"
)
_MARKDOWN_LINE = re.compile(r"^(#{1,6} |[-*] |\| |```[a-z]*|> |<[A-Z]\w*)", re.MULTILINE)


def template(text: str, kind: str, marked: Marked | None = None) -> str:
    """A digest of the page's form that nonces, counts and words do not change; marked: what a reader has found of its elements
    already. Compare two with :func:`likeness`."""
    if kind == "html":
        return sketch(_words_of(text, marked))
    return sketch(f"{kind}:{mark}" for mark in set(_MARKDOWN_LINE.findall(text)))


def likeness(first: str, second: str) -> float:
    """How much of their form two pages share, 0 to 1 (an estimate of the Jaccard similarity of their word sets)."""
    if len(first) != len(second):
        return 0.0
    slots = [(first[at : at + _DIGITS], second[at : at + _DIGITS]) for at in range(0, len(first), _DIGITS)]
    telling = [slot for slot in slots if slot != (_EMPTY, _EMPTY)]
    return sum(one == other for one, other in telling) / len(telling) if telling else 1.0


def sketch(words: Iterable[str]) -> str:
    """The one-permutation MinHash of a set of words: the hashes fall into slots, and each slot keeps its smallest."""
    smallest: dict[int, int] = {}
    for value in map(_hash, set(words)):
        slot, value = value % _SLOTS, (value // _SLOTS) & _MASK  # noqa: PLW2901 - two parts of one number
        if value < smallest.get(slot, _MASK + 1):
            smallest[slot] = value
    return "".join([f"{smallest[slot]:04x}" if slot in smallest else _EMPTY for slot in range(_SLOTS)])


@lru_cache(maxsize=8192)
def _hash(word: str) -> int:
    return zlib.crc32(word.encode("utf-8", "replace"))


def _words_of(text: str, marked: Marked | None) -> set[str]:
    """Read off the text, which is many times faster than walking the tree, unless a reader has walked it already."""
    if marked is not None:
        tags, spellings = marked.tags, marked.spellings
    else:
        tags, spellings = set(_TAG.findall(text)), set(_CLASS.findall(text))
    return tags.union(*map(_names_in, spellings))


@lru_cache(maxsize=8192)
def _names_in(attribute: str) -> tuple[str, ...]:
    """The telling words of one class attribute: the pages of a site have most attributes in common."""
    return tuple(f".{name}" for name in attribute.split() if len(name) <= _LONGEST and not _HASHED.search(name))
