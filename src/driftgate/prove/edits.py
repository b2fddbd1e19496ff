"""Text edits that plant one change at one field: text and spot in, text out, or None where the page offers no way."""

from __future__ import annotations

import re
from collections.abc import Mapping

from driftgate.prove.spots import Spot

#: A printed type and what it is turned into.
OTHER_TYPE: Mapping[str, str] = {
    "string": "integer",
    "integer": "string",
    "number": "string",
    "boolean": "string",
    "array": "string",
    "object": "string",
    "String": "Integer",
    "Integer": "String",
    "Number": "String",
    "Boolean": "String",
}
_TYPE = re.compile(r"\b(?:" + "|".join(OTHER_TYPE) + r")\b")

#: A word that states requiredness and its opposite.
OTHER_REQUIRED: Mapping[str, str] = {
    "required": "optional",
    "Required": "Optional",
    "REQUIRED": "OPTIONAL",
    "optional": "required",
    "Optional": "Required",
    "true": "false",
    "false": "true",
    "Yes": "No",
    "No": "Yes",
    "YES": "NO",
    "NO": "YES",
    "是": "否",
    "否": "是",
}
_CELL = re.compile(r"\|[ \t]*(?P<word>" + "|".join(OTHER_REQUIRED) + r")[ \t]*(?=\|)")
_ELEMENT = re.compile(r">\s*(?P<word>" + "|".join(OTHER_REQUIRED) + r")\s*(?=<)")


def renamed(text: str, spot: Spot, name: str) -> str:
    """The name at the spot replaced."""
    return text[: spot.start] + name + text[spot.end :]


def retyped(text: str, spot: Spot) -> str | None:
    """The first printed type after the name replaced by another."""
    found = _TYPE.search(text, spot.end, spot.until)
    return None if found is None else text[: found.start()] + OTHER_TYPE[found[0]] + text[found.end() :]


def flipped(text: str, spot: Spot, kind: str) -> str | None:
    """The word that states whether the field is required turned into its opposite."""
    found = (_ELEMENT if kind == "html" else _CELL).search(text, spot.end, line_end(text, spot, kind))
    if found is None:
        return None
    start, end = found.span("word")
    return text[:start] + OTHER_REQUIRED[found["word"]] + text[end:]


def line_end(text: str, spot: Spot, kind: str) -> int:
    """Where what belongs to the spot's own row ends: the next field in HTML, the end of the line elsewhere."""
    if kind == "html":
        return spot.until
    end = text.find("\n", spot.end)
    return len(text) if end < 0 else end


def without_value(text: str, spot: Spot, value: str) -> str | None:
    """One of several documented values taken out."""
    word = re.escape(value)
    listed = re.compile(rf"(?m)^[ \t]*- ['\"]?{word}['\"]?[ ]*\n|<code[^>]*>{word}</code>(?:,\s*)?|`{word}`(?:,\s*)?")
    found = listed.search(text, spot.end, spot.until)
    return None if found is None else text[: found.start()] + text[found.end() :]


def block(text: str, spot: Spot) -> tuple[int, int] | None:
    """The YAML block of the property at the spot: its line and all lines indented deeper."""
    start = text.rfind("\n", 0, spot.start) + 1
    indent = len(text[start : spot.start]) - len(text[start : spot.start].lstrip(" "))
    if text[start : spot.start].strip("\"' ") or not text.startswith(":", spot.end + (text[spot.end] in "\"'")):
        return None
    end = text.find("\n", spot.end) + 1
    while 0 < end < len(text):
        line_stop = text.find("\n", end)
        line = text[end : line_stop if line_stop >= 0 else len(text)]
        if line.strip() and len(line) - len(line.lstrip(" ")) <= indent:
            break
        end = line_stop + 1 if line_stop >= 0 else len(text)
    return (start, end) if end > start else None


def row(text: str, spot: Spot) -> tuple[int, int] | None:
    """The Markdown table row that the spot's cell is in."""
    start = text.rfind("\n", 0, spot.start) + 1
    end = text.find("\n", spot.end)
    end = len(text) if end < 0 else end + 1
    return (start, end) if text[start:end].count("|") >= 3 else None


def element(text: str, spot: Spot) -> tuple[int, int] | None:
    """The HTML table row or list entry around the spot, where it opens and closes without another of its kind inside."""
    for tag in ("tr", "li"):
        start = max(text.rfind(f"<{tag}>", 0, spot.start), text.rfind(f"<{tag} ", 0, spot.start))
        closed = text.rfind(f"</{tag}>", 0, spot.start)
        end = text.find(f"</{tag}>", spot.end)
        if start > closed and end > 0:
            inner = text[start + 1 : end]
            return None if f"<{tag}>" in inner or f"<{tag} " in inner else (start, end + len(tag) + 3)
    return None


def unit(text: str, spot: Spot, kind: str) -> tuple[int, int] | None:
    """All that the page says of one field, where it stands in one piece."""
    return element(text, spot) if kind == "html" else block(text, spot) or row(text, spot)


def listed_as_required(text: str, name: str, start: int, end: int) -> tuple[int, int] | None:
    """The ``- name`` line of a YAML ``required:`` list nearest to a property's block, before it or after it."""
    entry = re.compile(rf"(?m)^[ ]*- ['\"]?{re.escape(name)}['\"]?[ ]*\n")
    before = [match.span() for match in entry.finditer(text, max(0, start - 8000), start)]
    after = entry.search(text, end, end + 8000)
    candidates = [*before[-1:], *([after.span()] if after else [])]
    return min(candidates, key=lambda span: min(abs(span[0] - start), abs(span[0] - end)), default=None)
