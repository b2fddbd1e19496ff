"""Reads one printed type (``Array of strings <uuid> (Title)``, ``?integer``, ``[[Model](#x)]``, ``字符串数组``) into facts.

A type that cannot be named gives no facts: never a guess.
"""

from __future__ import annotations

import re
from functools import lru_cache

from driftgate.contract.types import array_of, union
from driftgate.extract.typewords.formats import with_format
from driftgate.extract.typewords.limits import without_limits
from driftgate.extract.typewords.literals import enum_of, literal_facts, literal_value, only_value
from driftgate.extract.typewords.table import GLUE, LINKS, NEUTRAL_WORDS, TYPE_BY_WORD, UNSTATED_WORDS, folded
from driftgate.extract.typewords.text import (
    ARRAY_WORDS,
    BRACKETS,
    FARTHEST,
    LONGEST,
    REFERENCE,
    Facts,
    closes_at,
    first_bracket,
    known_word,
    plain,
    union_members,
    without_flags,
)

_DEEPEST = 8
#: a union as a list of a programming language: ``['integer', 'null']``
_QUOTED_MEMBERS = re.compile(r"^\[((?:\s?['\"][a-z]{3,10}['\"],?){2,6})\]$")
_QUOTES = re.compile(r"['\"\s]")
_UNION_WORDS = ("union", "oneof", "one of", "anyof", "any of", "either")
_ALTERNATIVES = re.compile(r"^(?:one|any|all) of(?:: (.+)| (.+,.+))$", re.IGNORECASE)
_COMPOSED = re.compile(r" \((?:one|any|all)of\)", re.IGNORECASE)
#: how a list is spelled in an address says nothing of its type
_COLLECTED = re.compile(r"\barray ?\((?:multi|csv|ssv|tsv|pipes)\)")
_MAPPED = re.compile(r"(?:hash)?(?:map|dict(?:ionary)?)\s(?:of|from)\s", re.IGNORECASE)
#: behind a dot, a word that says that values are listed below
_VALUES_FOLLOW = re.compile(r" ?· ?enum\b")
_ENUMERATION = re.compile(r"^enum ?\(([^()]{1,2000},[^()]{1,2000})\)$", re.IGNORECASE)
_WORD = re.compile(r"^[A-Za-z][\w.:/+-]{0,80}$")
#: a value rather than the name of a model, which begins with a capital letter
_SMALL_WORD = re.compile(r"^[a-z][\w.-]{0,40}$")
#: Words for an array that titles of models end with, too: a "Path collection" may well be an object.
_TITLE_WORDS = ("collection", "set", "sequence")
_MAYBE_WORDS = ("optional", "nullable", "maybe")
_LITERAL_WORDS = ("literal", "enum", "const")


def read_type(text: str) -> Facts:
    """The facts that a printed type states: ``type``, and where printed ``format``, ``nullable``, ``enum``, ``required``,
    ``deprecated`` and limits. An empty mapping if the type could not be named.

    >>> read_type("string <date-time> <= 10 characters")
    {'type': 'string', 'format': 'date-time', 'max_length': 10}
    """
    return dict(_facts_of(text[:FARTHEST]))


@lru_cache(maxsize=4096)
def _facts_of(text: str) -> Facts:
    """Pages print few types and print them often. Only ``read_type`` may call this: the mapping is shared."""
    members = _QUOTED_MEMBERS.match(text)
    written = " | ".join(_QUOTES.sub("", members[1]).split(",")) if members else text
    printed = _COLLECTED.sub("array", _COMPOSED.sub("", _VALUES_FOLLOW.sub("", plain(written))))
    if not printed or len(printed) > LONGEST:
        return {}
    listed = _ENUMERATION.match(printed)
    facts = _enumerated(listed[1], 0) if listed else _read(printed, 0)
    return {"type": facts.pop("type"), **facts} if facts.get("type") else {}


def states_no_type(text: str) -> bool:
    """Whether the words say that any type will do, or nothing at all: not a type that was misread."""
    word = folded(plain(text)).strip("<>")
    return not word or word in UNSTATED_WORDS or word in NEUTRAL_WORDS


def _read(text: str, depth: int) -> Facts:
    """Facts of one type expression; without ``type`` where it could not be named."""
    if depth > _DEEPEST:
        return {}
    rest, facts = without_flags(text)
    alternatives = _ALTERNATIVES.match(rest)
    listed = (alternatives[1] or alternatives[2]) if alternatives else ""
    members = listed.split(",") if "," in listed else union_members(listed or rest)
    if len(members) > 1:
        words = [member.strip() for member in members]
        values = bool(listed) and all(map(_SMALL_WORD.match, words)) and not any(map(known_word, words))
        return {**(enum_of(list(words)) if values else _union(words, depth)), **facts}
    bare, limits = without_limits(listed or rest)
    inner = _one(bare, depth) if bare else {}
    for name, value in limits(str(inner.get("type", ""))).items():
        inner.setdefault(name, value)
    return {**inner, **facts}


def _union(members: list[str], depth: int) -> Facts:
    literals = [literal_value(member) for member in members]
    if all(literal is not None for literal in literals):
        return enum_of([literal[0] for literal in literals if literal])
    if _is_array_of_plurals(members):
        items = _union([_after_array_word(members[0]) or "", *members[1:]], depth + 1)
        return {"type": array_of(str(items["type"]))} if "type" in items else {"type": "array"}
    facts: Facts = {}
    types: list[str] = []
    for member in members:
        read = literal_facts(member) or _read(member, depth + 1)
        if not read.get("type"):
            return {}
        types.append(str(read.pop("type")))
        facts.update(read)
    if "null" in types and len(set(types)) > 1:
        facts["nullable"] = True
    facts = {name: value for name, value in facts.items() if name in ("nullable", "format")}
    named = union(types)
    return {"type": named, **facts} if named else {}


def _is_array_of_plurals(members: list[str]) -> bool:
    return _after_array_word(members[0]) is not None and all(
        folded(member).endswith("s") and folded(member)[:-1] in TYPE_BY_WORD for member in members[1:]
    )


def _one(text: str, depth: int) -> Facts:
    """One member of a union, limits and flags cut off."""
    text = text.strip(" ,;:.")
    if text.startswith(REFERENCE):
        return known_word(text[1:]) or ({"type": "object"} if text[1:].strip() else {})
    if _MAPPED.match(text):
        return {"type": "object"}
    return known_word(text) or only_value(text) or _array(text, depth) or _bracketed(text, depth) or _phrase(text, depth)


def _bracketed(text: str, depth: int) -> Facts:
    """``[x]``, ``x[]``, ``List<x>``, ``string(int)``, ``integer <int64>``, ``string:uuid``, ``object (Title)``."""
    if text.startswith("[]") and len(text) > 2:
        return _items(text[2:], depth)
    if text.startswith("[") and text.endswith("]") and closes_at(text) == len(text) - 1:
        inside = text[1:-1]
        return _read(inside, depth + 1) if _after_array_word(inside) else _items(inside, depth)
    if text.startswith(("(", "<")) and closes_at(text) == len(text) - 1:
        return _read(text[1:-1], depth + 1)
    if text.endswith("[]"):
        head = text[:-2].strip()
        first, _, last = head.rpartition(" ")
        return _items(last if folded(first) in ARRAY_WORDS else head, depth)
    if text[:1] == "*" and text[1:2].isalpha():
        return {**_read(text[1:], depth + 1), "nullable": True}
    head, opening, _ = first_bracket(text)
    if head and opening:
        closing = len(head) + closes_at(text[len(head) :])
        if closing >= len(head):
            return _applied(head.strip(), opening, text[len(head) + 1 : closing], text[closing + 1 :].strip(), depth)
    name, colon, form = text.partition(":")
    return with_format(_one(name, depth + 1), form.strip()) if colon else {}


def _applied(head: str, opening: str, inside: str, after: str, depth: int) -> Facts:
    """A name applied to what stands in its brackets."""
    name = folded(head)
    if name in _UNION_WORDS:
        return _union([part.strip() for part in inside.replace("|", ",").split(",") if part.strip()], depth + 1)
    if name in _MAYBE_WORDS:
        return {**_read(inside, depth + 1), "nullable": True}
    if name in _LITERAL_WORDS:
        return _enumerated(inside, depth)
    if after == "[]":
        return _items(f"{head}{opening}{inside}{BRACKETS[opening]}", depth)
    outer = _one(head, depth + 1)
    if outer.get("type") == "array" and folded(head) in ARRAY_WORDS:
        return _items(inside, depth) if opening != "(" or known_word(inside) else outer
    if outer.get("type") == "object":
        return outer
    if not outer and opening in "<(" and (inner := known_word(inside)) and opening == "(":
        return inner if " " not in head else {}
    found = with_format(outer, inside.strip(), angled=opening == "<")
    if after and found:
        tail, extra = after, _applied(head, after[0], after[1:-1], "", depth + 1) if after[0] in BRACKETS else {}
        return {**extra, **found} if tail else found
    return found


def _enumerated(inside: str, depth: int) -> Facts:
    """``enum<string>`` names the type, ``enum("a", "b")``, ``enum (a, b)`` and ``Literal["a"]`` the values."""
    parts = [part.strip() for part in inside.split(",")]
    values = [literal_value(part) for part in parts]
    if values and all(value is not None for value in values):
        return enum_of([value[0] for value in values if value])
    if len(parts) > 1 and all(map(_WORD.match, parts)) and not any(map(known_word, parts)):
        return enum_of(list(parts))
    return _read(inside, depth + 1)


def _items(text: str, depth: int) -> Facts:
    """An array whose items are printed as this; items that cannot be named are not stated."""
    inner = _read(text.strip(), depth + 1)
    kind = inner.get("type")
    facts: Facts = {"type": array_of(kind if isinstance(kind, str) else None)}
    return facts


def _array(text: str, depth: int) -> Facts:
    """``Array of x``, ``x array``, ``xの配列``, ``x数组``."""
    items = _after_array_word(text)
    if items is not None:
        return _items(items, depth)
    word = folded(text)
    for ending in ARRAY_WORDS:
        if not word.endswith(ending) or word == ending:
            continue
        head = text[: len(text) - len(ending)] if len(word) == len(text) else word[: -len(ending)]
        if ending in _TITLE_WORDS and not known_word(head.strip()):
            return {}
        if head.endswith((" ", *GLUE)) or not ending.isascii():
            return _items(head.strip(" ").removesuffix("の").removesuffix("의").removesuffix("的"), depth)
    return {}


def _after_array_word(text: str) -> str | None:
    """What follows a leading array word, a linking word skipped."""
    first, _, rest = text.partition(" ")
    if folded(first) not in ARRAY_WORDS or not rest:
        return None
    link, _, items = rest.partition(" ")
    if folded(link) in LINKS and items:
        return items
    if folded(rest).startswith("d'"):
        return rest[2:]
    return rest if known_word(rest) or _phrase(rest, 0) else None


def _phrase(text: str, depth: int) -> Facts:
    """A short phrase whose last word names the type (``positive integer``, ``Message object``), or a Russian genitive."""
    for stem, kind in (("строк", "string"), ("чисел", "number"), ("объектов", "object"), ("целых чисел", "integer")):
        if folded(text) == folded(stem):
            return {"type": kind}
    words = text.split(" ")
    if 1 < len(words) <= 5 and depth <= _DEEPEST and folded(words[-1]) not in _TITLE_WORDS:
        return known_word(words[-1].strip("()"))
    for ending in ("对象", "オブジェクト", "객체"):
        if text.endswith(ending):
            return {"type": "object"}
    return {}
