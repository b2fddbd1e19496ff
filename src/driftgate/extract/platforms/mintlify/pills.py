"""One pill beside a field's name: its type, place or default, required, or deprecated."""

from __future__ import annotations

from lxml.html import HtmlElement

from driftgate.extract.markup import visible_text
from driftgate.extract.platforms.mintlify import marks
from driftgate.extract.rendered.fieldrows import Row
from driftgate.extract.rendered.literals import literal


def take_pill(row: Row, pill: HtmlElement, part: str, text: str) -> str:
    """Adds what the pill states to the row; gives the place of the field if the pill names one, else ``""``.

    part: which sort of pill it is; text: its words."""
    if part == marks.REQUIRED_PILL:
        row.facts["required"] = True
    elif part == marks.DEPRECATED_PILL:
        row.facts["deprecated"] = True
    else:
        return _take_info(row, pill, text)
    return ""


def _take_info(row: Row, pill: HtmlElement, text: str) -> str:
    label = visible_text(pill[0]).rstrip(":： ").lower() if len(pill) > 1 else ""
    if label in marks.DEFAULT_WORDS:
        row.facts["default"] = literal(visible_text(pill[-1]), row.facts.get("type"))
    elif text.lower().startswith("default:"):
        row.facts["default"] = literal(text[len("default:") :], row.facts.get("type"))
    elif text in marks.LOCATIONS and row.quote != row.name:
        return text
    elif row.quote == row.name:  # the first pill is the type
        row.take_type(text)
    return ""
