"""Harmless values that a documented string or number allows, and whether a value keeps a documented format or pattern.

A pattern comes from a page: only patterns without groups and alternatives are tried, on short strings, so that no page can
make matching slow. Of the others nothing is claimed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

#: An example and the form of each string format that is known.
FORMATS: Mapping[str, tuple[str, str]] = {
    "date-time": ("2000-01-01T00:00:00Z", r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:[Zz]|[+-]\d\d:\d\d)"),
    "date": ("2000-01-01", r"\d{4}-\d\d-\d\d"),
    "time": ("00:00:00Z", r"\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:[Zz]|[+-]\d\d:\d\d)?"),
    "uuid": ("00000000-0000-4000-8000-000000000000", r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}"),
    "email": ("user@example.com", r"[^@\s]{1,64}@[^@\s]{1,255}"),
    "uri": ("https://example.com", r"[A-Za-z][A-Za-z0-9+.-]{0,30}:\S{1,2000}"),
    "url": ("https://example.com", r"[A-Za-z][A-Za-z0-9+.-]{0,30}://\S{1,2000}"),
    "ipv4": ("192.0.2.1", r"\d{1,3}(?:\.\d{1,3}){3}"),
    "hostname": ("example.com", r"[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,10}"),
}
#: How large whole numbers of a format may be.
RANGES: Mapping[str, tuple[int, int]] = {"int32": (-(2**31), 2**31 - 1), "int64": (-(2**63), 2**63 - 1)}

PLAIN = "text"
#: Longer strings are no small example.
LONGEST_TEXT = 5_000
_ALPHABET = (
    "a1A-_./: @#" + "bcdefghijklmnopqrstuvwxyz" + "BCDEFGHIJKLMNOPQRSTUVWXYZ" + "023456789" + "!$%&'()*+,;<=>?[]^`{|}~\"\\"
)
_LONGEST_PATTERN = 200
_LONGEST_TRIED = 256
_MOST_OPEN = 4
_PIECE = re.compile(
    r"(?P<one>\\[dwsDWS]|\\[^A-Za-z0-9]|\[(?:\\[dws]|\\[^A-Za-z0-9]|[^\]\\\[])+\]|\.|[^\\\[\](){}|*+?^$.])"
    r"(?P<times>\{\d{1,3}(?:,\d{0,3})?\}|[*+?])?"
)


def text_for(facts: Mapping[str, object]) -> str:
    """The shortest placeholder for a JSON Schema of a string: by format, else by pattern, else by length."""
    known = FORMATS.get(str(facts.get("format")))
    if known:
        return known[0]
    shortest, longest = facts.get("minLength"), facts.get("maxLength")
    lowest = min(shortest, LONGEST_TEXT) if isinstance(shortest, int) else 0
    highest = longest if isinstance(longest, int) else max(lowest, len(PLAIN))
    pattern = facts.get("pattern")
    if isinstance(pattern, str) and (found := _matching(pattern, lowest)) is not None:
        return found
    return (PLAIN * (lowest // len(PLAIN) + 1))[: max(lowest, min(len(PLAIN), highest))]


def keeps_format(name: str, value: object) -> bool:
    """Whether a value has a format, as far as that is known here; an unknown format is kept by everything."""
    if isinstance(value, str) and name in FORMATS:
        return re.fullmatch(FORMATS[name][1], value) is not None
    if isinstance(value, int) and not isinstance(value, bool) and name in RANGES:
        return RANGES[name][0] <= value <= RANGES[name][1]
    return True


def is_tried(pattern: str) -> bool:
    """Whether a pattern is simple enough to be tried."""
    return _pieces(pattern) is not None


def keeps_pattern(pattern: str, value: str) -> bool:
    """Whether a string matches a pattern; a pattern that is not tried is kept by everything."""
    if not is_tried(pattern) or len(value) > _LONGEST_TRIED:
        return True
    return re.search(_python(pattern), value) is not None


def _matching(pattern: str, lowest: int) -> str | None:
    """A short string that matches a simple pattern, filled up to the least length where the pattern has room."""
    pieces = _pieces(pattern)
    if pieces is None:
        return None
    parts = [(_letter(one), least, most) for one, least, most in pieces]
    if any(letter is None and least for letter, least, _ in parts):
        return None
    missing = lowest - sum(least for _, least, _ in parts)
    found = ""
    for letter, least, most in parts:
        more = max(0, min(missing, most - least)) if letter else 0
        missing -= more
        found += (letter or "") * (least + more)
    found += PLAIN[: max(missing, 0)] if not pattern.endswith("$") else ""
    return found if keeps_pattern(pattern, found) else None


@cache
def _pieces(pattern: str) -> tuple[tuple[str, int, int], ...] | None:
    """The characters of a simple pattern with how often each may stand; None for any other pattern."""
    if len(pattern) > _LONGEST_PATTERN:
        return None
    body, at = pattern.removeprefix("^"), 0
    body = body[:-1] if body.endswith("$") and not body.endswith("\\$") else body
    found: list[tuple[str, int, int]] = []
    while at < len(body):
        piece = _PIECE.match(body, at)
        if piece is None:
            return None
        found.append((piece["one"], *_times(piece["times"] or "")))
        at = piece.end()
    open_ended = sum(least != most for _, least, most in found)
    return tuple(found) if open_ended <= _MOST_OPEN and _compiles(pattern) else None


def _times(written: str) -> tuple[int, int]:
    if written.startswith("{"):
        least, comma, most = written[1:-1].partition(",")
        return int(least), int(most) if most else (_LONGEST_TRIED if comma else int(least))
    return {"": (1, 1), "?": (0, 1), "*": (0, _LONGEST_TRIED), "+": (1, _LONGEST_TRIED)}[written]


def _compiles(pattern: str) -> bool:
    try:
        re.compile(_python(pattern))
    except (re.error, OverflowError):
        return False
    return True


def _python(pattern: str) -> str:
    """``$`` is the very end in the docs' dialect, where Python also allows a line break after it."""
    return f"{pattern[:-1]}\\Z" if pattern.endswith("$") and not pattern.endswith("\\$") else pattern


@cache
def _letter(one: str) -> str | None:
    return next((char for char in _ALPHABET if re.fullmatch(one, char)), None)
