"""Quoted words and numbers in the place of a type: they are the values that are allowed."""

from __future__ import annotations

import re

from driftgate.contract import FactValue
from driftgate.contract.types import union
from driftgate.extract.typewords.text import Facts

_QUOTED = re.compile(r"""^(?:"([^"]*)"|'([^']*)')$""")
_NUMBER = re.compile(r"^-?\d+(?:\.\d+)?$")


def literal_value(text: str) -> tuple[FactValue] | None:
    """The value that a quoted word or a number is, as a tuple of one; None of any other text."""
    quoted = _QUOTED.match(text)
    if quoted:
        return (quoted[1] if quoted[1] is not None else quoted[2],)
    if _NUMBER.match(text):
        return (float(text) if "." in text else int(text),)
    return None


def only_value(text: str) -> Facts:
    """A quoted word in the place of a type is its only value."""
    value = literal_value(text) if _QUOTED.match(text) else None
    return enum_of([value[0]]) if value else {}


def literal_facts(text: str) -> Facts:
    """The facts of a member of a union that is a value: a quoted word, a number, true or false."""
    value = literal_value(text)
    return enum_of([value[0]]) if value else {"type": "boolean"} if text.lower() in ("true", "false") else {}


def enum_of(values: list[FactValue]) -> Facts:
    """The values as the facts of a type: what they are, and which."""
    kinds = {"string" if isinstance(v, str) else "integer" if isinstance(v, int) else "number" for v in values}
    scalars = tuple(v for v in values if not isinstance(v, tuple))
    return {"type": union(kinds), "enum": scalars}
