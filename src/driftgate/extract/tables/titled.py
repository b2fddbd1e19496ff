"""Tables under the name of a field: which object or array field, of those read before, a title names."""

from __future__ import annotations

import re
from collections.abc import Collection

from driftgate.contract import Field
from driftgate.extract.tables.rows.modelnames import model_key
from driftgate.extract.tables.sections import Kind, Section
from driftgate.extract.typewords.table import folded

#: words of a title that is a sentence, and the signs of one without spaces
_SENTENCE = 6
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_HOLDS_FIELDS = re.compile(r"(?:array|object)|.*\| (?:array|object)|$")


def is_sentence(title: str) -> bool:
    """Whether a title in bold says when the fields below it are there, rather than what they belong to."""
    return len(title.split()) >= _SENTENCE or len(_CJK.findall(title)) >= 2 * _SENTENCE


def field_titled(fields: Collection[Field], title: str, place: str, *, loosely: bool = False) -> str | None:
    """The path of the object or array field of a place that a title names; loosely: the title may say a few words more."""
    key = model_key(title)
    words = {folded(word) for word in re.findall(r"[\w.\[\]*-]+", title)}
    spelled = {f"{word.rstrip('.*').removesuffix('[]')}" for word in words if word.endswith(("[]", ".*", "[]."))}
    for field in fields:
        if field.place != place or not _HOLDS_FIELDS.match(field.type or ""):
            continue
        names = {folded(field.name), folded(field.path)}
        if key in names or (names & spelled) or (loosely and names & words and len(words) <= 4):
            return f"{field.path}[]" if (field.type or "").startswith("array") else field.path
    return None


def below_field(fields: Collection[Field], heading: str) -> tuple[Section, str] | None:
    """Where a table belongs whose heading is the name of an object or array field, whatever its place; None if it is not."""
    for place in dict.fromkeys(field.place for field in fields if field.place not in ("path", "header")):
        path = field_titled(fields, heading, place)
        if path is not None:
            kind = Kind.RESPONSE if place[0].isdigit() or place == "default" else Kind(place)
            return Section(kind, place if kind is Kind.RESPONSE else ""), path
    return None
