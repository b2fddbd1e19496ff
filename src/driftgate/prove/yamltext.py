"""YAML as lines with offsets: the blocks of an OpenAPI document, to be edited without printing it anew."""

from __future__ import annotations

import re


def block(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The block of the key at an offset: its line and all lines indented deeper. None where it is no block mapping's key."""
    line = text.rfind("\n", 0, start) + 1
    quoted = text[end : end + 1] in ("'", '"')
    if text[line:start].strip("\"' ") or not text.startswith(":", end + quoted):
        return None
    return line, _deeper(text, text.find("\n", end) + 1, indent_of(text, line))


def indent_of(text: str, line: int) -> int:
    """The blanks that a line begins with."""
    found = re.compile(r"[ ]*").match(text, line)
    return found.end() - line if found else 0


def _deeper(text: str, position: int, indent: int) -> int:
    """Where the lines that are indented deeper end."""
    while 0 < position < len(text):
        stop = text.find("\n", position)
        stop = len(text) if stop < 0 else stop
        line = text[position:stop]
        if line.strip() and indent_of(text, position) <= indent:
            return position
        position = stop + 1
    return len(text)


def parent(text: str, line: int) -> tuple[int, int] | None:
    """The line of the mapping that holds a block (``properties:``), and of the one that holds that: the schema."""
    indent = indent_of(text, line)
    for start in _lines_before(text, line):
        if indent_of(text, start) < indent and text[start : text.find("\n", start)].strip():
            return start, indent_of(text, start)
    return None


def _lines_before(text: str, line: int) -> list[int]:
    starts = [match.end() for match in re.finditer("\n", text[:line])]
    return [start for start in reversed([0, *starts]) if start < line]


def siblings(text: str, line: int) -> dict[str, tuple[int, int]]:
    """The keys beside the one on a line, itself included, and their blocks."""
    indent = indent_of(text, line)
    first = line
    for start in _lines_before(text, line):
        if not text[start : text.find("\n", start)].strip():
            continue
        if indent_of(text, start) < indent:
            break
        first = start if indent_of(text, start) == indent else first
    end = _deeper(text, line, indent - 1)
    key = re.compile(rf"(?m)^[ ]{{{indent}}}['\"]?(?P<key>[^\s'\":#-][^'\":\n]*)['\"]?:(?=[ \n])")
    starts = [(match["key"], match.start()) for match in key.finditer(text, first, end)]
    ends = [*(start for _, start in starts[1:]), end]
    return {name: (start, stop) for (name, start), stop in zip(starts, ends, strict=True)}
