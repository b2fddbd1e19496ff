"""Where on a page a field's name stands: found in the text alone, without asking the reader that is being put to the test."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from driftgate.contract import Contract, Field


@dataclass(frozen=True, slots=True)
class Spot:
    """A name in a name's position. start, end: of the name itself in the text; until: where the next field begins."""

    start: int
    end: int
    until: int
    keys: frozenset[str]
    fields: tuple[Field, ...]


def pattern(name: str, kind: str) -> re.Pattern[str]:
    """A name where it can only be the name of a field: a key of YAML or JSON, the whole of an element, a cell or a code span."""
    word = re.escape(name)
    if kind == "html":
        return re.compile(rf"(?<=>)\s*(?P<name>{word})(?=\s*<)")
    return re.compile(
        rf"""(?m)(?:^[ \t]*(?:-[ ])?["']?(?P<key>{word})["']?(?=[ ]*:(?:[ ]|$))"""
        rf"""|"(?P<json>{word})"(?=[ ]*:)"""
        rf"""|`(?P<code>{word})`"""
        rf"""|\*\*(?P<bold>{word})\*\*"""
        rf"""|\|[ \t>»└─↳]*(?P<cell>{word})[ \t]*(?=\|))"""
    )


def spots(text: str, kind: str, contract: Contract) -> tuple[Spot, ...]:
    """The fields whose name can be placed without doubt, in the order of the text."""
    lines = line_starts(text)
    found: dict[int, tuple[int, list[Field]]] = {}
    for name, fields in by_name(contract.fields.values()).items():
        places = [match_span(match) for match in pattern(name, kind).finditer(text)]
        for field, (start, end) in placed(fields, places, lines):
            found.setdefault(start, (end, []))[1].append(field)
    ordered = sorted(found)
    ends = [after for _, after in pairwise([*ordered, len(text)])]
    return tuple(
        Spot(start, found[start][0], until, frozenset(field.key for field in found[start][1]), tuple(found[start][1]))
        for start, until in zip(ordered, ends, strict=True)
    )


def placed(fields: list[Field], places: list[tuple[int, int]], lines: list[int]) -> Iterable[tuple[Field, tuple[int, int]]]:
    """Fields with their places: by the line the reader gives, else in order where there are just as many places as fields."""
    by_line: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for place in places:
        by_line[bisect_right(lines, place[0])].append(place)
    for number, field in enumerate(fields):
        here = by_line.get((field.source.line if field.source else None) or 0, [])
        if len(here) == 1:
            yield field, here[0]
        elif len(places) == len(fields):
            yield field, places[number]


def by_name(fields: Iterable[Field]) -> Mapping[str, list[Field]]:
    """Fields by the name that a page prints, the body's root left out."""
    grouped: dict[str, list[Field]] = defaultdict(list)
    for field in fields:
        if re.fullmatch(r"[A-Za-z_][\w.-]*", field.name):
            grouped[field.name].append(field)
    return grouped


def match_span(match: re.Match[str]) -> tuple[int, int]:
    """Start and end of the name in a match of :func:`pattern`."""
    group = next(name for name, value in match.groupdict().items() if value is not None)
    return match.span(group)


def line_starts(text: str) -> list[int]:
    """The offset at which each line begins."""
    return [0, *(match.end() for match in re.finditer("\n", text))]
