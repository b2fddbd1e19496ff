"""Text to plain data, strictly: JSON first, YAML 1.2 else. What is refused is refused with fixed words."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import compress

from driftgate.extract.openapi.yaml12 import MAX_DEPTH, RefusedError, finite, integer, load_yaml

__all__ = ["Loaded", "RefusedError", "load", "load_json"]

MAX_CHARACTERS = 8 * 1024 * 1024
_LONGEST_INTEGER = 20
_BLANK = re.compile(r"[ \t\r\n]*")
CONTAINERS = frozenset((dict, list))
_SPACED = re.compile(r'"[ \t\r\n]+:')
_HIGH, _LOW = r"\\u[dD][89abAB][0-9a-fA-F]{2}", r"\\u[dD][c-fC-F]"
_HALF = re.compile(rf"{_HIGH}(?!{_LOW})|(?<!{_HIGH}){_LOW}")
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
    blank = _BLANK.match(text, start)
    begin = blank.end() if blank else start
    data, end = _decoded(_DECODER, text, begin)
    if _keys_in(data) != _keys_written(text, begin, end):
        del data
        data, end = _decoded(_KEY_BY_KEY, text, begin)
    if _SURROGATE.search(text, start, end) and _may_be_alone(text, start, end) and not _encodes(data):
        raise RefusedError("text that is no Unicode")
    return data, end


def _decoded(decoder: json.JSONDecoder, text: str, begin: int) -> tuple[object, int]:
    try:
        return decoder.raw_decode(text, begin)
    except RecursionError:
        raise RefusedError("nested deeper than the limit") from None


def _keys_written(text: str, begin: int, end: int) -> int:
    """How many keys stand in a JSON text: never fewer than there are, and -1 where a key ends in a backslash. What looks like
    a key inside a string counts too, so that the data of a text with two equal keys never has as many."""
    escaped = text.count('\\":', begin, end)
    if escaped and text.find('\\\\":', begin, end) >= 0:
        return -1
    return text.count('":', begin, end) - escaped + len(_SPACED.findall(text, begin, end))


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


_DECODER = json.JSONDecoder(parse_constant=_constant, parse_int=_integer, parse_float=_float)
#: Twice as slow: it is asked only where the count of keys leaves a doubt that each stands once.
_KEY_BY_KEY = json.JSONDecoder(object_pairs_hook=_pairs, parse_constant=_constant, parse_int=_integer, parse_float=_float)


def _keys_in(data: object) -> int:
    """How many keys the data has, counted level by level without recursion. Raises RefusedError beyond the depth."""
    keys, level = 0, [data]
    for _ in range(MAX_DEPTH + 1):
        below: list[object] = []
        for value in level:
            if isinstance(value, dict):
                keys += len(value)
                below += value.values()
            elif isinstance(value, list):
                below += value
        level = list(compress(below, map(CONTAINERS.__contains__, map(type, below))))
        if not level:
            return keys
    raise RefusedError("nested deeper than the limit")


def _may_be_alone(text: str, start: int, end: int) -> bool:
    """Whether a half of a surrogate pair may stand alone; behind an escaped backslash nothing is sure."""
    return _HALF.search(text, start, end) is not None or text.find("\\\\u", start, end) >= 0


def _encodes(data: object) -> bool:
    try:
        json.dumps(data, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
