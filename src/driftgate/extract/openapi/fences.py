"""Fenced code blocks of a Markdown text, found line by line: fences inside fences, longer ones, and ones that never close."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_FENCE = re.compile(r"^([ \t]{0,12})(`{3,}|~{3,})[ \t]*([^\n]*)$")


@dataclass(frozen=True, slots=True)
class Fenced:
    """A fenced block. info: what follows the opening fence; line: 1-based line of the first line inside."""

    info: str
    text: str
    line: int
    closed: bool


def fenced_blocks(markdown: str) -> Iterator[Fenced]:
    """The outermost fenced blocks in order. A fence closes by one of the same kind, at least as long, not deeper indented."""
    lines = markdown.splitlines()
    number = 0
    while number < len(lines):
        opening = _FENCE.match(lines[number])
        number += 1
        if opening is None or (opening[2][0] == "`" and "`" in opening[3]):
            continue
        end = next((n for n in range(number, len(lines)) if _closes(lines[n], opening)), len(lines))
        indent = len(opening[1])
        inside = [line[indent:] if line[:indent].isspace() else line for line in lines[number:end]]
        yield Fenced(opening[3].strip(), "\n".join(inside) + "\n", number + 1, end < len(lines))
        number = end + 1


def _closes(line: str, opening: re.Match[str]) -> bool:
    if opening[2] not in line:
        return False
    stripped = line.strip()
    if len(stripped) < len(opening[2]) or stripped.strip(opening[2][0]):
        return False
    return len(line) - len(line.lstrip()) <= len(opening[1]) + 3
