"""Redoc's printed types: ``Array of objects (Title)``, ``Title (string) or Other (object)``, ``(string or null) or …``."""

from __future__ import annotations

import re

from driftgate.contract.types import array_of, union
from driftgate.extract.typewords.read import read_type

_DEEPEST = 8
_LONGEST = 4_000
_BASE = re.compile(r"^(string|integer|number|boolean|object|null|any)s?$")
_ARRAY = "Array of "


def union_type(text: str) -> tuple[str | None, bool]:
    """The type of a union, and whether null is one of its members. Each member may have its title before it."""
    names = _names(text[:_LONGEST], 0)
    if names is None:
        return None, False
    return union(names), "null" in names and len(names) > 1


def _names(text: str, depth: int) -> list[str] | None:
    """The types of all members, ``None`` if one cannot be told."""
    if depth > _DEEPEST:
        return None
    members = _members(text)
    of_items = members[0].startswith(_ARRAY) and len(members) > 1 and _base(members[0]) is not None and not _is_plural(members[0])
    if of_items:  # "Array of Tool (object) or ServerTool (object)": the union is of the items
        inner = _names(text.removeprefix(_ARRAY), depth + 1)
        return None if inner is None else [array_of(union(inner))]
    found: list[str] = []
    for member in members:
        named = _member(member, depth)
        if named is None:
            return None
        found += named
    return found


def _member(text: str, depth: int) -> list[str] | None:
    base = _base(text)
    if base is not None:
        return [array_of(base)] if text.startswith(_ARRAY) and base != "null" else [base]
    inside = _in_brackets(text)
    if inside is not None and " or " in inside:
        return _names(inside, depth + 1)
    read = read_type(text).get("type")
    return [read] if isinstance(read, str) else None


def _base(text: str) -> str | None:
    """The plain type that a member ends with: bare, or in brackets behind its title."""
    words = text.removeprefix(_ARRAY)
    inside = _in_brackets(words)
    match = _BASE.match(inside if inside is not None else words)
    return match[1] if match else None


def _is_plural(text: str) -> bool:
    return text.rstrip(") ").endswith("s")


def _in_brackets(text: str) -> str | None:
    """What stands in the brackets that close the text."""
    if not text.endswith(")"):
        return None
    depth = 0
    for position in range(len(text) - 1, -1, -1):
        depth += (text[position] == ")") - (text[position] == "(")
        if depth == 0:
            return text[position + 1 : -1]
    return None


def _members(text: str) -> list[str]:
    """Splits at "or" outside brackets."""
    parts: list[list[str]] = [[]]
    depth = 0
    for word in text.split():
        if word == "or" and depth == 0:
            parts.append([])
        else:
            parts[-1].append(word)
        depth += word.count("(") - word.count(")")
    return [" ".join(part) for part in parts]
