"""JSON bodies of a collection as values whose types mean what they say: placeholders and variables are no strings."""

from __future__ import annotations

import re

from driftgate.extract.examples import DEEPEST, UNSTATED
from driftgate.extract.platforms.postman.parameters import type_meant
from driftgate.extract.tables.shown.samples import value_of
from driftgate.extract.typewords.read import read_type

#: a variable where a value stands, without quotes
_BARE = re.compile(r"(?<=[:,\[])(\s{0,99})\{\{[^{}\"\n]{1,200}\}\}(?=\s{0,99}[,}\]])")
_STANDS_FOR_ONE = "\x00"
#: what converters write where they gave up
_GIVEN_UP = ("<Circular reference", "<Error: Too many levels")
_VALUES: dict[str, object] = {"integer": 0, "number": 0.5, "boolean": False, "string": "", "object": {}, "array": []}


def body_value(text: object) -> object | None:
    """The value of a JSON body; None where it is no object or list."""
    if not isinstance(text, str):
        return None
    value = value_of(_BARE.sub(r'\1"\\u0000"', text))
    return _meant(value, 0) if isinstance(value, dict | list) else None


def _meant(value: object, depth: int) -> object:
    if depth > DEEPEST:
        return value
    if isinstance(value, dict):
        return {key: _meant(inner, depth + 1) for key, inner in value.items()}
    if isinstance(value, list):
        return [_meant(inner, depth + 1) for inner in value]
    if not isinstance(value, str):
        return value
    if value == _STANDS_FOR_ONE or value.startswith(_GIVEN_UP):
        return UNSTATED
    kind = type_meant(value)
    return _VALUES.get(str(read_type(kind).get("type")), "") if kind else value
