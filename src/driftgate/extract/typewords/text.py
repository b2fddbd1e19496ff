"""The text of a printed type taken apart: its marks and qualifying words, the members of a union, brackets, known words."""

from __future__ import annotations

import re

from driftgate.contract import FactValue
from driftgate.extract.typewords.table import (
    FLAG_BY_WORD,
    FORMAT_BY_WORD,
    NEUTRAL_WORDS,
    ORS,
    SUFFIXES,
    TYPE_BY_WORD,
    folded,
)

Facts = dict[str, FactValue]

LONGEST = 300
FARTHEST = 4 * LONGEST  # of a printed text with its links and marks
REFERENCE = "\x02"  # stands before a word that was a link: the name of a model, so an object
BRACKETS = {"(": ")", "[": "]", "<": ">", "{": "}"}

_LINK = re.compile(r"\[([^\[\]()]{1,120})\]\([^()\s]{0,300}\)")
_SPACE = re.compile(r"\s+")
_WIDE = str.maketrans(
    dict(zip("（）［］＜＞，：｜“”‘’\u00a0", "()[]<>,:|\"\"'' ", strict=True)) | {"\u200b": None},
)
_GLUED_NULL = re.compile(r"^(\w{1,60}?)nullable$")
_ARRAYS = [word for word, kind in TYPE_BY_WORD.items() if kind == "array"]
ARRAY_WORDS = tuple(sorted((*_ARRAYS, *(f"{word}s" for word in _ARRAYS if word.isascii())), key=len, reverse=True))


def plain(text: str) -> str:
    """The text with links, emphasis, entities and full-width signs undone."""
    linked = _LINK.sub(lambda m: REFERENCE + m[1].strip("`* "), text[:FARTHEST])
    linked = linked.translate(_WIDE).replace("\\", "").replace("`", "").replace("**", "")
    for entity, char in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#124;", "|"), ("&nbsp;", " ")):
        linked = linked.replace(entity, char)
    return _SPACE.sub(" ", linked).strip(" *_.,;—–")


def without_flags(text: str) -> tuple[str, Facts]:
    """The text without qualifying words at either end, and what these state."""
    facts: Facts = {}
    if text.startswith("?") and len(text) > 1:
        text, facts["nullable"] = text[1:].strip(), True
    if text.endswith("?") and len(text) > 1:
        text = text[:-1].strip()  # of some languages "or null", of others "may be left out"
    for _ in range(6):
        shorter = _without_one_flag(text, facts)
        if shorter is None:
            break
        text = shorter.strip(" —–")
    return text, facts


def _without_one_flag(text: str, facts: Facts) -> str | None:
    glued = _GLUED_NULL.match(text)
    if glued and folded(glued[1]) in TYPE_BY_WORD:
        facts["nullable"] = True
        return glued[1]
    for left, right in _ends(text):
        word = folded(right.strip("()[],;:. "))
        if not left.strip(" ,;:"):
            continue
        if word in FLAG_BY_WORD:
            name, value = FLAG_BY_WORD[word]
            facts[name] = value
            return left.strip(" ,;:|")
        if word in NEUTRAL_WORDS:
            return left.strip(" ,;:|")
    return None


def _ends(text: str) -> list[tuple[str, str]]:
    """Ways to cut a last or first word, or a last bracket, off: (rest, cut)."""
    cuts = []
    if text.endswith((")", "]")) and (opening := text.rfind("(" if text.endswith(")") else "[")) > 0:
        cuts.append((text[:opening], text[opening:]))
    for mark in (",", ":", " "):
        head, found, tail = text.rpartition(mark)
        cuts += [(head, tail)] if found else []
        head, found, tail = text.partition(mark)
        cuts += [(tail, head)] if found else []
    words = text.split(" ")
    if len(words) > 2:
        cuts.append((" ".join(words[:-2]), " ".join(words[-2:])))
    return cuts


def union_members(text: str) -> list[str]:
    """The members of a union, split outside brackets and quotes at ``|``, ``┃``, ``/``, ``、``, ``or`` and its translations."""
    members, start, closing, quote = [], 0, [], ""
    for position, char in enumerate(text):
        if quote:
            quote = "" if char == quote else quote
        elif char in "\"'" and (position == 0 or text[position - 1] in " |¦┃,/([<"):
            quote = char
        elif char in BRACKETS and not _is_limit_sign(text, position):
            closing.append(BRACKETS[char])
        elif closing and char == closing[-1]:
            closing.pop()
        elif not closing and char in "|¦┃/、或":
            members.append(text[start:position])
            start = position + 1
    members.append(text[start:])
    members = [part for member in members for part in _split_at_or(member)]
    members = [member.strip(" ,") for member in members if member.strip(" ,")]
    named = [part.strip() for part in text.split(",")]
    return named if len(members) == 1 and len(named) > 1 and all(map(known_word, named)) else members


def _is_limit_sign(text: str, position: int) -> bool:
    """Whether ``<`` is "less than" rather than a bracket."""
    return text[position] == "<" and text[position + 1 : position + 2] in ("=", " ")


def _split_at_or(text: str) -> list[str]:
    """Splits at a free-standing "or" outside brackets."""
    parts: list[list[str]] = [[]]
    depth = 0
    for word in text.split(" "):
        if depth == 0 and folded(word) in ORS and parts[-1] and folded(parts[-1][-1]) not in ARRAY_WORDS:
            parts.append([])
        else:
            parts[-1].append(word)
        depth += sum(word.count(o) for o in "([{") - sum(word.count(c) for c in ")]}")
    return [" ".join(part) for part in parts]


def first_bracket(text: str) -> tuple[str, str, str]:
    """The text before the first opening bracket, that bracket, and what stands behind it; two empty texts where there is none."""
    positions = [position for position in map(text.find, BRACKETS) if position >= 0]
    at = min(positions, default=-1)
    return (text[:at], text[at], text[at + 1 :]) if at >= 0 else (text, "", "")


def closes_at(text: str) -> int:
    """Where the bracket that opens the text is closed, or -1."""
    opening, depth = text[0], 0
    for position, char in enumerate(text):
        depth += (char == opening) - (char == BRACKETS[opening])
        if depth == 0:
            return position
    return -1


def known_word(text: str) -> Facts:
    """A single known word, also in the plural or with a suffix such as 型."""
    word = folded(text)
    for spelling in (word, word.removesuffix("s"), *(word.removesuffix(folded(end)) for end in SUFFIXES)):
        if spelling in FORMAT_BY_WORD:
            name, form = FORMAT_BY_WORD[spelling]
            return {"type": name, "format": form} if form else {"type": name}
        if spelling in TYPE_BY_WORD:
            return {"type": TYPE_BY_WORD[spelling]}
    return {}
