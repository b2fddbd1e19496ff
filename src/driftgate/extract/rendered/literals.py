"""Printed values into scalars: ``"json"``, ``0.5``, ``true``, ``null`` as they stand in defaults, enums and limits."""

from __future__ import annotations

import json
import re

from driftgate.contract import FactValue, Scalar
from driftgate.contract.types import members_of

_NUMBER = re.compile(r"-?\d{1,30}(?:\.\d{1,30})?(?:[eE][+-]?\d{1,3})?")
_BETWEEN = re.compile(rf"({_NUMBER.pattern})\s*(<=?|≤)\s*\w+\s*(<=?|≤)\s*({_NUMBER.pattern})")
_ONE_SIDED = re.compile(rf"^\s*(?:[A-Za-z]\w*\s*)?(<=|>=|<|>|≤|≥)\s*({_NUMBER.pattern})")
_COUNTS = re.compile(r"(\d{1,12})\s*(?:-|–|to|\.\.)\s*(\d{1,12})")
_LOWER = {"<": "exclusive_minimum", "<=": "minimum", "≤": "minimum"}
_UPPER = {"<": "exclusive_maximum", "<=": "maximum", "≤": "maximum"}
_SIDES = {
    ">": "exclusive_minimum",
    ">=": "minimum",
    "≥": "minimum",
    "<": "exclusive_maximum",
    "<=": "maximum",
    "≤": "maximum",
}
_QUOTES = {'"': '"', "'": "'", "`": "`", "“": "”"}


def literal(text: str, kind: FactValue = None) -> Scalar:
    """The value that printed words mean for a field of this type; unquoted words of a string field stay words.

    Lists and objects become one canonical line of JSON.

    >>> literal("0.5", "number"), literal('"a"', "string"), literal("10", "string")
    (0.5, 'a', '10')
    """
    text = text.strip()
    bare = _unquoted(text)
    if bare is not None:
        return bare
    if text == "null":
        return None
    if kind is not None and not _may_be_more_than_words(kind):
        return text
    if text in ("true", "false", "True", "False"):
        return text.lower() == "true"
    number = number_of(text)
    return number if number is not None else _canonical(text)


def number_of(text: str) -> int | float | None:
    """The number that a text is, ``None`` if it is none."""
    if not _NUMBER.fullmatch(text.strip()):
        return None
    return float(text) if any(mark in text for mark in ".eE") else int(text)


def range_of(text: str) -> dict[str, FactValue]:
    """Numeric limits such as ``0 <= x <= 2``, ``x > 1`` or ``>= 1``."""
    facts: dict[str, FactValue] = {}
    between = _BETWEEN.search(text)
    if between:
        facts[_LOWER[between[2]]] = number_of(between[1])
        facts[_UPPER[between[3]]] = number_of(between[4])
        return facts
    side = _ONE_SIDED.search(text)
    return {_SIDES[side[1]]: number_of(side[2])} if side else {}


def counts_of(text: str, stem: str) -> dict[str, FactValue]:
    """Length limits such as ``1 - 64``, ``<= 10`` or ``x >= 1``; stem: ``length``, ``items`` or ``properties``."""
    between = _COUNTS.search(text)
    if between:
        return {f"min_{stem}": int(between[1]), f"max_{stem}": int(between[2])}
    facts: dict[str, FactValue] = {}
    for name, value in range_of(text).items():
        if name in ("minimum", "maximum") and isinstance(value, int):
            facts[f"{name[:3]}_{stem}"] = value
    return facts


def _unquoted(text: str) -> str | None:
    if len(text) < 2 or _QUOTES.get(text[0]) != text[-1]:
        return None
    return _json_string(text) if text[0] == '"' else text[1:-1]


def _json_string(text: str) -> str:
    try:
        value = json.loads(text)
    except ValueError:
        return text[1:-1]
    return value if isinstance(value, str) else text[1:-1]


def _may_be_more_than_words(kind: FactValue) -> bool:
    return not isinstance(kind, str) or members_of(kind) != ("string",)


def _canonical(text: str) -> str:
    if text[:1] not in "[{":
        return text
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return text
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
