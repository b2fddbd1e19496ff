"""Finds each row's path: nesting by markers (``>`` ``»`` ``└─`` ``↳``), indentation, dots, or pseudo-tag rows."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from driftgate.contract.paths import field_path

#: what stands before a nested name, once per level or once with indentation
MARKERS = "»›>→⇒↳↪⤷➥└├│┗┣┃╰∟‣▸▹·•—–-─━⎿+"
_LEADING = re.compile(rf"^(?:[\s{re.escape(MARKERS)}](?!\d)){{0,60}}")
_BRACKETED = re.compile(r"^\[([A-Za-z_][\w.-]{0,100})\]$")  # optional, as in a synopsis
_BARE = re.compile(r"[A-Za-z_]\w{0,199}", re.ASCII)  # most names: nothing stands beside them
_TAG = re.compile(r"^<(/?)([\w.$-]{1,100})>$")
_NAME = re.compile(r"^[^\s|,;，；()（）\"'“”!?=]{1,200}$")
_REQUIRED_WORDS = re.compile(r"[\s(（\[,*]*(?<!\.)\b(required|mandatory|optional|deprecated)\b[\s)）\],.]*$", re.IGNORECASE)
#: neither: on what it depends stands elsewhere
_CONDITIONAL = re.compile(
    r"[\s(（\[,*]+\b(?:conditional(?:ly)?)\b(?:\s(?:required|mandatory|optional))?[\s)）\],.*]*$", re.IGNORECASE
)
_REQUIRED_CJK = re.compile(r"[\s(（\[【]*(必填|必选|必須|必传|必需|可选|选填|任意|필수|선택)[\s)）\]】]*$")
_STAR = re.compile(r"^\*\s{0,3}|\s{0,3}\*+$|^†|†$")
_OPTIONAL_WORDS = ("optional", "可选", "选填", "任意", "선택")


class Named(NamedTuple):
    """What a name cell says: the name, how deep it stands (0 = top), and marks beside the name."""

    name: str
    level: int = 0
    marked: bool = False  # a nesting marker stood before it
    required: bool | None = None
    starred: bool = False  # a star or the word "required": elsewhere in the table its absence may mean optional
    question: bool = False  # ``name?``
    deprecated: bool = False
    tag: str = ""  # ``open`` or ``close`` for a pseudo-tag row
    conditional: bool = False  # required on a condition: whatever the other names bear, it is neither


def named(text: str, indent: int = 0) -> Named | None:
    """Reads a name cell, None where no name can be read in it.

    >>> named("»» role") == Named("role", level=2, marked=True)
    True
    """
    if _BARE.fullmatch(text):
        return Named(text, indent)
    lines = text.split("\n")
    first = lines[0].strip()
    rest = " ".join(lines[1:]).strip()
    tag = _TAG.match(first)
    if tag:
        return Named(tag[2], indent, tag="close" if tag[1] else "open")
    bracketed = _BRACKETED.match(first)
    if bracketed:
        return Named(field_path(bracketed[1]), indent, required=False)
    leading = _LEADING.match(first)
    marks = leading[0] if leading else ""
    name = first[len(marks) :].strip() or first
    if not name.strip(MARKERS):
        return None
    level = _level(marks, indent)
    required, deprecated, starred = None, False, False
    conditional = _CONDITIONAL.search(name) is not None or _CONDITIONAL.search(f" {rest}") is not None
    name, rest = _CONDITIONAL.sub("", name), _CONDITIONAL.sub("", f" {rest}").strip()
    for _ in range(3):
        name, rest, said = _without_word(name, rest)
        if not said:
            break
        if said == "deprecated":
            deprecated = True
        else:
            required, starred = said not in _OPTIONAL_WORDS, starred or said not in _OPTIONAL_WORDS
    if _STAR.search(name) and not name.strip("*").startswith("*") and len(name.strip("*† ")) > 0 and name != "*":
        name = _STAR.sub("", name).strip()
        if not name.endswith("?"):  # behind "may be left out" a star is a footnote
            required, starred = True, True
    question = name.endswith("?") and len(name) > 1
    name = name.removesuffix("?").strip(" `\"'“”:：").replace("->", ".")
    if not _NAME.match(name):
        return None
    return Named(field_path(name), level, bool(marks.strip()), required, starred, question, deprecated, conditional=conditional)


def _level(marks: str, indent: int) -> int:
    """A level that only ever is compared with others of the same table."""
    signs = [sign for sign in marks if not sign.isspace()]
    if not signs:
        return indent
    if len(set(signs)) == 1 and signs[0] in "»›>→·•-–—+" and not indent:
        return len(signs)
    return indent + len(signs)


def _without_word(name: str, rest: str) -> tuple[str, str, str]:
    """The name and what follows it without one "required", "optional" or "deprecated"; and that word."""
    for source in (rest, name):
        found = _REQUIRED_WORDS.search(source) or _REQUIRED_CJK.search(source)
        if found and (source is rest or found.start() > 0):
            kept = source[: found.start()].strip()
            word = found[1].lower()
            return (name, kept, "required" if word == "mandatory" else word) if source is rest else (kept, rest, _word(word))
    return name, rest, ""


def _word(word: str) -> str:
    return "required" if word == "mandatory" else word


class Place(NamedTuple):
    """Where a row stands: its level, its name, whether it is an array, and whether it is only a wrapper."""

    level: int
    name: str
    is_array: bool = False
    transparent: bool = False
    tag: str = ""


class Spot(NamedTuple):
    """The path of a row; for a row that only wraps others, the path that its children are under."""

    path: str
    is_field: bool = True


def paths(rows: Iterable[Place]) -> Iterator[Spot]:
    """The spot of every row, in order.

    A row is under the nearest row above it with a smaller level; one with nothing above it is under the body itself.
    """
    stack: list[tuple[int, str]] = []  # (level, prefix for children)
    tags = 0
    for row in rows:
        if row.tag == "close":
            tags = max(0, tags - 1)
            yield Spot("", is_field=False)
            continue
        level = row.level + 100 * tags
        while stack and stack[-1][0] >= level:
            stack.pop()
        prefix = stack[-1][1] if stack else ""
        path = prefix if row.transparent else joined(prefix, _without_prefix(row.name, prefix))
        stack.append((level, f"{path}[]" if row.is_array else path))
        tags += row.tag == "open"
        yield Spot(path, is_field=not row.transparent)


def _without_prefix(name: str, prefix: str) -> str:
    """The name of a nested row that repeats what it is within: ``owner.id`` below ``owner`` is ``id``."""
    if not prefix or "." not in name:
        return name
    above = prefix.replace("[]", "").split(".")
    segments = name.split(".")
    repeated = len(segments) > len(above) and [part.removesuffix("[]") for part in segments[: len(above)]] == above
    return ".".join(segments[len(above) :]) if repeated else name


def joined(prefix: str, path: str) -> str:
    """A path below another.

    >>> joined("data[]", "id"), joined("", "id"), joined("rows", "[].id")
    ('data[].id', 'id', 'rows[].id')
    """
    if not prefix:
        return path
    if path.startswith("[]"):
        return f"{prefix.removesuffix('[]')}{path}"
    return f"{prefix}.{path}"


def through_arrays(path: str, arrays: Collection[str]) -> str:
    """A dotted path with ``[]`` put in after every array that the rows above it stated.

    >>> through_arrays("choices.message", {"choices"})
    'choices[].message'
    """
    if not arrays or "." not in path:
        return path
    segments = path.split(".")
    built = segments[0]
    for segment in segments[1:]:
        built = f"{built}[].{segment}" if built in arrays and not built.endswith("[]") else f"{built}.{segment}"
    return built
