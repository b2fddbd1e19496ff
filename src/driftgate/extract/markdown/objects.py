"""Components that are given their fields as a list of objects: ``<ParamTable rows={[{ name: "id", type: "string" }]} />``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from driftgate.extract.blocks import Block, Cell, Heading, Table

_OPENING = re.compile(r"^\s{0,12}<[A-Z][\w.]{0,60}(?:\s|$)")
_LIST = re.compile(r"\b[a-z]\w{0,40}\s{0,3}=\s{0,3}\{\s{0,40}(?=\[\s{0,40}\{)")
_TITLE = re.compile(r"\stitle=[\"']([^\"'\n]{1,100})[\"']")
_TOKEN = re.compile(
    r"""(?P<key>(?:[A-Za-z_$][\w$]{0,60}|"[\w$-]{1,60}"|'[\w$-]{1,60}')\s{0,5}:(?!:))
    |(?P<string>"(?:[^"\\\n]|\\.){0,2000}"|'(?:[^'\\\n]|\\.){0,2000}'|`(?:[^`\\]|\\.){0,2000}`)
    |(?P<sign>[{}\[\]])
    |(?P<word>[\w.+-]{1,60})""",
    re.VERBOSE,
)
_NAMES = frozenset(("name", "field", "param", "parameter", "property", "prop", "key"))
_TOLD = frozenset(("type", "required", "description", "desc"))
#: lines of attributes before the list
_MOST_ATTRIBUTES = 20
_MOST_LINES = 600
_LARGEST = 60_000
_MOST_OBJECTS = 500
_DEEPEST = 20
_IN_LIST = 1
_IN_OBJECT = 2


class Objects(NamedTuple):
    """What a component shows. end: the line behind it."""

    end: int
    blocks: tuple[Block, ...]


def read_objects(lines: Sequence[str], at: int) -> Objects | None:
    """The table of the component that begins at a line, below its title if it has one; None where it lists no fields."""
    if not _OPENING.match(lines[at]):
        return None
    last = next((n for n in range(at, min(at + _MOST_ATTRIBUTES, len(lines))) if ">" in lines[n] or "[" in lines[n]), at)
    opening = _LIST.search("\n".join(lines[at : last + 2]))
    if opening is None:
        return None
    text = "\n".join(lines[at : at + _MOST_LINES])[:_LARGEST]
    if ">" in text[: opening.start()]:
        return None
    found, end = _objects(text, opening.end())
    heads = list(dict.fromkeys(key for members in found for key in members))
    first = next((head for head in heads if head in _NAMES), "")
    if not end or not first or not _TOLD & set(heads) or not all(first in members for members in found):
        return None
    heads.sort(key=lambda head: head != first)
    line = at + text.count("\n", 0, opening.start()) + 1
    rows = tuple(tuple(Cell(members.get(head, "")) for head in heads) for members in found)
    table = Table(tuple(map(Cell, heads)), rows, line)
    title = _TITLE.search(text[:end])
    closing = text.find(">", end)
    behind = at + text.count("\n", 0, closing if closing >= 0 else end) + 1
    return Objects(behind, (Heading(7, title[1], at + 1), table) if title else (table,))


def _objects(text: str, start: int) -> tuple[list[dict[str, str]], int]:
    """The members of every object in a list that hold a single value, and where the list ends, 0 if it never does."""
    found: list[dict[str, str]] = []
    depth, key = 0, ""
    for token in _tokens(text, start):
        sign = token["sign"]
        if sign in ("{", "["):
            depth += 1
            key = ""
            if depth > _DEEPEST:
                return found, 0
            if sign == "{" and depth == _IN_OBJECT:
                found.append({})
        elif sign:
            depth -= 1
            if depth < _IN_LIST or len(found) > _MOST_OBJECTS:
                return found, token.end() if depth < _IN_LIST else 0
        elif token["key"]:
            markup = text[token.end() : token.end() + 40].lstrip().startswith(("<", "("))
            key = "" if markup or depth != _IN_OBJECT else token["key"].rstrip(": \t\n").strip("\"'")
        elif key and found:
            found[-1].setdefault(key, token[0].strip("\"'`").replace("\\'", "'").replace('\\"', '"'))
            key = ""
    return found, 0


def _tokens(text: str, start: int) -> Iterator[re.Match[str]]:
    return _TOKEN.finditer(text, start)
