"""Fields that a single line names one after another behind a label: "Query parameters: `yard` (string), `masts`"."""

from __future__ import annotations

import re
from collections.abc import Collection

from driftgate.extract.blocks import Item
from driftgate.extract.tables.sections import announces_fields, section_of

_PART = re.compile(
    r"([A-Za-z_$][\w$.\[\]-]{0,80})[?*]?(\s?[(（][^()（）]{1,120}[)）])?"
    r"(?:\s?[,、，;；]\s{0,2}(?:(?:and|und|y|e|et|ou|or|и)\s)?|\s(?:and|und|y|e|et|и)\s|\s?[和与및]\s?|\s?[.。]?$)"
)
_LONGEST_LABEL = 40
_MOST = 30
_VALUES = frozenset(("true", "false", "null", "none", "string", "object", "array", "integer", "number", "boolean"))


def inlined(line: str, code: Collection[str], number: int | None) -> tuple[str, tuple[Item, ...]] | None:
    """The label of a line and the fields that it names, all of them in code; None where the line is anything else."""
    if not code or (":" not in line[:_LONGEST_LABEL] and "：" not in line[:_LONGEST_LABEL]):
        return None
    label, _, rest = line.replace("：", ":").partition(":")
    label, rest = label.strip(" *"), rest.strip(" *")
    first = _PART.match(rest)
    if first is None or first[1] not in code or not announces_fields(section_of(label)):
        return None
    items: list[Item] = []
    at = 0
    while at < len(rest) and len(items) < _MOST:
        part = _PART.match(rest, at)
        if part is None or part[1] not in code or part[1] in _VALUES:
            return None
        items.append(Item(0, f"{part[1]}{part[2] or ''}", part[1], number, (part[1],)))
        at = part.end()
    alone = len(items) == 1 and (items[0].text == items[0].term or items[0].term[0].isupper())
    return (label, tuple(items)) if at == len(rest) and not alone else None
