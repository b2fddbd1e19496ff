"""What stands in brackets behind a scalar type: a format, a flag, a length, values, or a title that says nothing."""

from __future__ import annotations

import re

from driftgate.extract.typewords.literals import literal_value
from driftgate.extract.typewords.table import FLAG_BY_WORD, FORMAT_NAMES, NEUTRAL_WORDS, folded
from driftgate.extract.typewords.text import Facts

_FORMAT_NAME = re.compile(r"^[a-z][a-z0-9_.-]{1,30}$")
_LENGTHS = re.compile(r"^(?:(\d{1,9})\s*(?:-|~|,|\.\.)\s*)?(\d{1,9})$")

#: Formats that only a string can have.
TEXT_FORMATS = frozenset((
    "date-time", "date", "time", "uuid", "uri", "url", "email", "hostname", "ipv4", "ipv6", "byte", "binary", "password",
))  # fmt: skip


def with_format(outer: Facts, inside: str, *, angled: bool = True) -> Facts:
    """What stands in brackets behind a scalar: a format, a flag, a length, or a title that says nothing."""
    if not outer or not inside:
        return outer
    kind = str(outer["type"])
    word = folded(inside)
    if word in FLAG_BY_WORD:
        name, value = FLAG_BY_WORD[word]
        return {**outer, name: value}
    if kind == "string" and (lengths := _LENGTHS.match(inside)):
        least = {"min_length": int(lengths[1])} if lengths[1] else {}
        return {**outer, **least, "max_length": int(lengths[2])}
    values = [literal_value(part.strip()) for part in inside.split(",")]
    if kind != "array" and len(values) > 1 and all(values):
        return {**outer, "enum": tuple(v for value in values if value for v in value if not isinstance(v, tuple))}
    if kind.startswith("array"):
        return outer
    if inside in FORMAT_NAMES or (angled and _FORMAT_NAME.match(inside) and word not in NEUTRAL_WORDS):
        return {**outer, "format": inside}
    return outer
