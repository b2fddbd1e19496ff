"""Text to plain data, strictly: JSON first, YAML 1.2 else. What is refused is refused with fixed words."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from driftgate.extract.openapi.yaml12 import MAX_DEPTH, RefusedError, finite, integer, load_yaml

__all__ = ["Loaded", "RefusedError", "load", "load_json"]

MAX_CHARACTERS = 8 * 1024 * 1024
_LONGEST_INTEGER = 20
_BLANK = re.compile(r"[ \t\r\n]*")
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


@dataclass(frozen=True, slots=True)
class Loaded:
    """Plain data and where it stood. lines: 0-based line of each mapping's start by identity, empty for JSON;
    first_line: the 1-based line of the page on which the text began."""

    data: object
    text: str = field(default="", repr=False)
    lines: Mapping[int, int] = field(default_factory=dict, repr=False)
    first_line: int = 1


def load(text: str, first_line: int = 1) -> Loaded:
    """The data of a JSON or YAML text. Raises RefusedError for text that is neither or breaks a limit."""
    if len(text) > MAX_CHARACTERS:
        raise RefusedError("larger than the limit")
    if text.lstrip("\ufeff \t\r\n")[:1] in ("{", "["):
        try:
            return Loaded(load_json(text.lstrip("\ufeff")), text, {}, first_line)
        except json.JSONDecodeError:  # YAML's flow style looks much the same
            pass
    data, lines = load_yaml(text.lstrip("\ufeff"))
    return Loaded(data, text, lines, first_line)


def load_json(text: str) -> object:
    """The data of a JSON text. Raises json.JSONDecodeError where it is not JSON, RefusedError where it breaks a limit."""
    data, end = load_json_at(text, 0)
    if text[end:].strip():
        raise json.JSONDecodeError("more than one value", "", 0)
    return data


def load_json_at(text: str, start: int) -> tuple[object, int]:
    """The JSON value that begins at a position of a text, and where it ends. Raises as ``load_json``."""
    begin = _BLANK.match(text, start)
    try:
        data, end = _DECODER.raw_decode(text, begin.end() if begin else start)
    except RecursionError:
        raise RefusedError("nested deeper than the limit") from None
    _check_depth(data)
    if _SURROGATE.search(text, start, end) and not _encodes(data):
        raise RefusedError("text that is no Unicode")
    return data, end


def _pairs(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise RefusedError("a key stands twice")
    return found


def _constant(_name: str) -> object:
    raise RefusedError("a number that JSON does not have")


def _integer(digits: str) -> int | float:
    return integer(int(digits)) if len(digits) <= _LONGEST_INTEGER else _float(digits)


def _float(digits: str) -> float:
    return finite(float(digits))


_DECODER = json.JSONDecoder(
    object_pairs_hook=_pairs, parse_constant=_constant, parse_int=_integer, parse_float=_float, strict=True
)


def _check_depth(data: object) -> None:
    """Level by level, without recursion. Raises RefusedError."""
    level = [data]
    for _ in range(MAX_DEPTH + 1):
        deeper: list[object] = []
        for value in level:
            if isinstance(value, dict):
                deeper += [child for child in value.values() if isinstance(child, dict | list)]
            elif isinstance(value, list):
                deeper += [child for child in value if isinstance(child, dict | list)]
        if not deeper:
            return
        level = deeper
    raise RefusedError("nested deeper than the limit")


def _encodes(data: object) -> bool:
    try:
        json.dumps(data, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
