"""The body of an answer as JSON values, strictly and within limits. Nothing of it ever appears in an error."""

from __future__ import annotations

import json
from typing import NoReturn

from driftgate.smoke.shape import DEEPEST

MOST_EVENTS = 20_000


class Undecodable(ValueError):
    """The body is not what its media type says; ``str()`` is fixed words."""


def json_value(body: bytes) -> object:
    """The one JSON value of a body. Raises Undecodable for anything else, duplicate keys, NaN or nesting without end."""
    try:
        value: object = json.loads(body.decode("utf-8-sig"), object_pairs_hook=_unique, parse_constant=_no_constant)
    except Undecodable:
        raise
    except (ValueError, RecursionError):
        raise Undecodable("its body is not valid JSON") from None
    _check_depth(value)
    return value


def events(body: bytes) -> tuple[tuple[object, ...], bool]:
    """The JSON values of a stream's events, and whether it ended with ``[DONE]``. Raises Undecodable."""
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Undecodable("its stream is not valid UTF-8") from None
    values: list[object] = []
    data: list[str] = []
    for line in [*text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), ""]:
        if line.startswith("data:"):
            data.append(line[5:].removeprefix(" "))
        elif not line and data:
            if data == ["[DONE]"]:
                return tuple(values), True
            values.append(json_value("\n".join(data).encode()))
            data = []
        if len(values) > MOST_EVENTS:
            raise Undecodable("its stream has more events than the limit")
    return tuple(values), False


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    value = dict(pairs)
    if len(value) != len(pairs):
        raise Undecodable("its body names a key twice")
    return value


def _no_constant(_: str) -> NoReturn:
    raise Undecodable("its body is not valid JSON")


def _check_depth(value: object) -> None:
    level = [value]
    for _ in range(DEEPEST):
        level = [child for each in level for child in _children(each)]
        if not level:
            return
    raise Undecodable("its body is nested deeper than the limit")


def _children(value: object) -> list[object]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []
