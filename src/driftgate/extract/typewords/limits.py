"""Reads the limits printed beside a type: ``<= 10 characters``, ``[ 1 .. 100 ]``, ``(0 .. 1]``, ``non-empty``, ``>= 0``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import NamedTuple

from driftgate.contract import FactValue

Facts = dict[str, FactValue]
#: From one match to the limits that it states.
Reading = Callable[[re.Match[str]], "Iterable[_Limit]"]

_NUMBER = r"(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)"
_UNIT = r"( ?(?:characters?|chars?|bytes|items?|elements|properties|keys)\b)?"
_RANGE = re.compile(rf"([\[(]) ?{_NUMBER} ?(?:\.\.\.?|…) ?{_NUMBER} ?([\])]){_UNIT}", re.IGNORECASE)
_COMPARED = re.compile(rf"(<=|>=|≤|≥|<|>|=) {{0,2}}{_NUMBER}(?!>){_UNIT}", re.IGNORECASE)
_MULTIPLE = re.compile(rf"(?:multiple of|decimal places <=) {_NUMBER}", re.IGNORECASE)
_NON_EMPTY = re.compile(r"\bnon-empty\b", re.IGNORECASE)
#: behind a dot: ``string · min: 1 · max: 16``
_LABELLED = re.compile(rf" ?· ?(min|max)(?:imum)?: ?{_NUMBER}", re.IGNORECASE)
_PATTERN = re.compile(r" (\^\S{1,200}\$)$")
#: in the place of a unit: what the limit counts is told by the type
_OF_ITS_KIND = "-"
_STEMS = {"c": "length", "b": "length", "i": "items", "e": "items", "p": "properties", "k": "properties"}
_BOUNDS = {"<=": "maximum", "≤": "maximum", ">=": "minimum", "≥": "minimum", "<": "exclusive_maximum", ">": "exclusive_minimum"}


class _Limit(NamedTuple):
    """One limit as printed. name: the fact it would be of a number; unit: what it counts."""

    name: str
    value: str
    unit: str = ""


def without_limits(text: str) -> tuple[str, Callable[[str], Facts]]:
    """The text without its limits, and a function from the type to the facts these limits mean for it."""
    found: list[_Limit] = []
    rest = text
    for pattern, read, left in _READINGS:
        rest = pattern.sub(partial(_taken, found, read, left), rest)
    return rest.strip(), lambda kind: _named(found, kind)


def _taken(found: list[_Limit], read: Reading, left: str, match: re.Match[str]) -> str:
    """What is left in the place of a limit, which goes to those found."""
    found.extend(read(match))
    return left


def _range(match: re.Match[str]) -> Iterator[_Limit]:
    yield _Limit("minimum" if match[1] == "[" else "exclusive_minimum", match[2], match[5] or "")
    yield _Limit("maximum" if match[4] == "]" else "exclusive_maximum", match[3], match[5] or "")


def _compared(match: re.Match[str]) -> Iterator[_Limit]:
    names = ("minimum", "maximum") if match[1] == "=" else (_BOUNDS[match[1]],)
    yield from (_Limit(name, match[2], match[3] or "") for name in names)


def _multiple(match: re.Match[str]) -> Iterator[_Limit]:
    if match[0][0] in "mM":
        yield _Limit("multiple_of", match[1])


#: What is looked for, one after the other, and what is left in its place.
_READINGS: tuple[tuple[re.Pattern[str], Reading, str], ...] = (
    (_PATTERN, lambda match: (_Limit("pattern", match[1]),), ""),
    (_RANGE, _range, " "),
    (_LABELLED, lambda match: (_Limit(f"{match[1].lower()}imum", match[2], _OF_ITS_KIND),), ""),
    (_MULTIPLE, _multiple, " "),
    (_NON_EMPTY, lambda _: (_Limit("minimum", "1", _OF_ITS_KIND),), " "),
    (_COMPARED, _compared, " "),
)


def _named(found: list[_Limit], kind: str) -> Facts:
    """The limits under the names that fit the unit, or else the type."""
    facts: Facts = {}
    for name, value, unit in found:
        stem = _STEMS.get(unit.strip()[:1].lower(), "")
        if unit == _OF_ITS_KIND:
            stem = "items" if kind.startswith("array") else "length" if kind == "string" else ""
        if name == "pattern":
            facts[name] = value
        elif not stem:
            facts.setdefault(name, _number(value))
        elif "." not in value and "exclusive" not in name:
            facts.setdefault(f"{name[:3]}_{stem}", int(float(value)))
    return facts


def _number(text: str) -> int | float:
    value = float(text)
    return int(value) if value.is_integer() and "." not in text else value
