"""Where a sample ends that plain text shows without a mark: JSON by its brackets, a command by its quotes and joined lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

_MOST_LINES = 2_000
#: words that name the sample's language or status, glued to its first bracket
_OPENS = re.compile(r"^([^{}\[\]\"'|]{0,40}?)([{\[])(?=\s*$|\s*[\"'{\[}\]]|\s*[A-Za-z_]\w*\s?:)")
_COMMAND = re.compile(r"^(?:\w{1,12}(?=curl ))?\$?\s?curl\s")
_TOKEN = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|[{}\[\]]")


def sample_at(lines: Sequence[str], at: int) -> tuple[str, str, int, str] | None:
    """What stands on a line before a sample, the sample, the line behind it, and what is glued behind its end; None where no
    sample begins."""
    line = lines[at]
    if _COMMAND.match(line):
        return _command(lines, at)
    opens = _OPENS.match(line) if "{" in line or "[" in line else None
    return _value(lines, at, opens) if opens else None


def _value(lines: Sequence[str], at: int, opens: re.Match[str]) -> tuple[str, str, int, str] | None:
    """An object or a list, up to the bracket that closes it; cut off, it is the rest of the page."""
    depth, told = 0, []
    for end in range(at, min(len(lines), at + _MOST_LINES)):
        start = opens.start(2) if end == at else 0
        for token in _TOKEN.finditer(lines[end], start):
            depth += {"{": 1, "[": 1, "}": -1, "]": -1}.get(token[0], 0)
            if depth == 0:
                told.append(lines[end][start : token.end()])
                sample = "\n".join(told)
                return (opens[1].strip(), sample, end + 1, lines[end][token.end() :].strip()) if '"' in sample or ":" in sample else None
        told.append(lines[end][start:])
    return (opens[1].strip(), "\n".join(told), len(lines), "") if len(told) > 1 and at + len(told) >= len(lines) else None


def _command(lines: Sequence[str], at: int) -> tuple[str, str, int, str]:
    quotes, end = 0, at
    while end < min(len(lines), at + _MOST_LINES):
        quotes += lines[end].count("'")
        end += 1
        if quotes % 2 == 0 and not lines[end - 1].rstrip().endswith("\\"):
            break
    return "", "\n".join(lines[at:end]), end, ""
