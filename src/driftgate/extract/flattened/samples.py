"""Where a sample ends that plain text shows without a mark: JSON by its brackets, a command by its quotes and joined lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_MOST_LINES = 1_000
_MOST_FAILURES = 20
#: words that name the sample's language or status, glued to its first bracket
_OPENS = re.compile(r"^([^{}\[\]\"'|]{0,40}?)([{\[])(?=\s*$|\s*[\"'{\[}\]]|\s*[A-Za-z_]\w*\s?:)")
_COMMAND = re.compile(r"^(?:\w{1,12}(?=curl ))?\$?\s?curl\s")
_DEEPER = {"{": 1, "[": 1, "}": -1, "]": -1}
_TOKEN = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|[{}\[\]]")


class Sample(NamedTuple):
    """before: the words on its line in front of it; text: the sample; end: the line behind it; behind: words glued to its end."""

    before: str
    text: str
    end: int
    behind: str = ""


class Samples:
    """Finds the samples of a page; one of brackets that never close is not looked through from each of them."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self.failures = 0

    def at(self, at: int) -> Sample | None:
        """The sample that begins on a line; None where none does."""
        line = self.lines[at]
        if _COMMAND.match(line):
            return _command(self.lines, at)
        opens = _OPENS.match(line) if ("{" in line or "[" in line) and self.failures < _MOST_FAILURES else None
        found = _value(self.lines, at, opens) if opens else None
        self.failures += opens is not None and found is None
        return found


def _value(lines: Sequence[str], at: int, opens: re.Match[str]) -> Sample | None:
    """An object or a list, up to the bracket that closes it; cut off, it is the rest of the page."""
    depth = 0
    told: list[str] = []
    before = opens[1].strip()
    for end in range(at, min(len(lines), at + _MOST_LINES)):
        start = opens.start(2) if end == at else 0
        for token in _TOKEN.finditer(lines[end], start):
            depth += _DEEPER.get(token[0], 0)
            if depth == 0:
                sample = "\n".join((*told, lines[end][start : token.end()]))
                behind = lines[end][token.end() :].strip()
                return Sample(before, sample, end + 1, behind) if '"' in sample or ":" in sample else None
        told.append(lines[end][start:])
    is_cut = len(told) > 1 and at + len(told) >= len(lines)
    return Sample(before, "\n".join(told), len(lines)) if is_cut else None


def _command(lines: Sequence[str], at: int) -> Sample:
    quotes, end = 0, at
    while end < min(len(lines), at + _MOST_LINES):
        quotes += lines[end].count("'")
        end += 1
        if quotes % 2 == 0 and not lines[end - 1].rstrip().endswith("\\"):
            break
    return Sample("", "\n".join(lines[at:end]), end)
