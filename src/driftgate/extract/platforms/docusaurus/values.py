"""Printed types and value lines of the plugin: ``Possible values: [a, b]``, limits, and titles where a type should stand."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from driftgate.contract import FactValue
from driftgate.extract.markup import visible_text
from driftgate.extract.rendered.fieldrows import Row
from driftgate.extract.rendered.literals import literal
from driftgate.extract.typewords.limits import without_limits
from driftgate.extract.typewords.read import read_type

_WORD = r"(?:string|integer|number|boolean|object|array|null)"
_TYPE = re.compile(rf"^{_WORD}(?:<[^<>]{{1,60}}>)?(?:\[\])*(?: \| {_WORD}(?:<[^<>]{{1,60}}>)?(?:\[\])*)*$")
_GROUPED = re.compile(r"^\(([^()]{1,200})\)(?:<([^<>]{1,60})>)?((?:\[\])*)$")
_PATTERN_WORDS = "regular expression"


def take_type(row: Row, text: str) -> None:
    """Adds the printed type. The plugin prints a schema's *title* in the type's place: of that only ``[]`` says something."""
    grouped = _GROUPED.match(text)
    bare = grouped[1] if grouped else text
    if _TYPE.match(bare):
        row.take_type(f"({bare})[]" if grouped and grouped[3] else bare)
        if grouped and grouped[2]:
            row.facts.setdefault("format", grouped[2])
    elif text.endswith("[]"):
        row.facts.setdefault("type", "array")


def type_of_label(text: str) -> str | None:
    """The type that a tab of a union names, ``None`` for a title."""
    return str(read_type(text).get("type", "")) or None if _TYPE.match(text) else None


def take_possible(row: Row, line: HtmlElement) -> None:
    """Adds what stands behind "Possible values": values in square brackets, limits, a pattern."""
    inside, before = False, ""
    values: list[str] = []
    for node in line:
        if node.tag == "code":
            text = visible_text(node)
            if inside:
                values.append(text)
            elif _PATTERN_WORDS in before:
                row.facts.setdefault("pattern", text)
            else:
                _take_limit(row, text)
        before = node.tail or ""
        inside = (inside or "[" in before) and "]" not in before
    row.take_values(values)
    _imply_string(row)


def _imply_string(row: Row) -> None:
    """Values are printed without quotes; words among them that mean no other JSON value can only be strings."""
    values = _values_of(row) if "type" not in row.facts else []
    if values and all(isinstance(value, str) for value in values):
        row.facts["type"] = "string"


def _values_of(row: Row) -> list[FactValue]:
    values = row.facts.get("enum")
    return [value for value in values if value is not None] if isinstance(values, tuple) else []


def _take_limit(row: Row, text: str) -> None:
    """A limit such as ``>= 1``; on an array it counts the items."""
    _, limits = without_limits(text)
    found: dict[str, FactValue] = limits(str(row.facts.get("type", "")))
    for name, value in found.items():
        if row.is_array and name in ("minimum", "maximum"):
            name = f"{name[:3]}_items"  # noqa: PLW2901 - the printed limit has no unit
        row.facts.setdefault(name, value)


def take_default(row: Row, line: HtmlElement) -> None:
    """Adds the value in the line's code span; beside a title in the type's place, true or false tells the type too."""
    for code in line.iterdescendants("code"):
        row.facts.setdefault("default", literal(visible_text(code), row.facts.get("type")))
        if isinstance(row.facts["default"], bool):
            row.facts.setdefault("type", "boolean")
        return
