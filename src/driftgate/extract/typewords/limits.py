"""Reads the limits printed beside a type: ``<= 10 characters``, ``[ 1 .. 100 ]``, ``(0 .. 1]``, ``non-empty``, ``>= 0``."""

from __future__ import annotations

import re
from collections.abc import Callable

from driftgate.contract import FactValue

Facts = dict[str, FactValue]

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


def without_limits(text: str) -> tuple[str, Callable[[str], Facts]]:
    """The text without its limits, and a function from the type to the facts these limits mean for it."""
    found: list[tuple[str, str, str]] = []  # (bound, number, unit)
    facts: Facts = {}

    def take_range(match: re.Match[str]) -> str:
        low = "minimum" if match[1] == "[" else "exclusive_minimum"
        high = "maximum" if match[4] == "]" else "exclusive_maximum"
        found.extend(((low, match[2], match[5] or ""), (high, match[3], match[5] or "")))
        return " "

    def take_bound(match: re.Match[str]) -> str:
        names = ("minimum", "maximum") if match[1] == "=" else (_BOUNDS[match[1]],)
        found.extend((name, match[2], match[3] or "") for name in names)
        return " "

    def take_labelled(match: re.Match[str]) -> str:
        found.append((f"{match[1].lower()}imum", match[2], _OF_ITS_KIND))
        return ""

    def take_pattern(match: re.Match[str]) -> str:
        facts["pattern"] = match[1]
        return ""

    def take_non_empty(_: re.Match[str]) -> str:
        found.append(("minimum", "1", _OF_ITS_KIND))
        return " "

    def take_multiple(match: re.Match[str]) -> str:
        if match[0][0] in "mM":
            facts["multiple_of"] = _number(match[1])
        return " "

    rest = _PATTERN.sub(take_pattern, text)
    for pattern, take in (
        (_RANGE, take_range),
        (_LABELLED, take_labelled),
        (_MULTIPLE, take_multiple),
        (_NON_EMPTY, take_non_empty),
        (_COMPARED, take_bound),
    ):
        rest = pattern.sub(take, rest)
    return rest.strip(), lambda kind: {**facts, **_named(found, kind)}


def _named(found: list[tuple[str, str, str]], kind: str) -> Facts:
    """The limits under the names that fit the unit, or else the type."""
    facts: Facts = {}
    for bound, number, unit in found:
        stem = _STEMS.get(unit.strip()[:1].lower(), "")
        if unit == _OF_ITS_KIND or not stem:
            stem = "items" if kind.startswith("array") else "length" if kind == "string" and unit == _OF_ITS_KIND else ""
        if not stem:
            facts.setdefault(bound, _number(number))
        elif "." not in number and "exclusive" not in bound:
            facts.setdefault(f"{bound[:3]}_{stem}", int(float(number)))
    return facts


def _number(text: str) -> int | float:
    value = float(text)
    return int(value) if value.is_integer() and "." not in text else value
