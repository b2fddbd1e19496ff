"""Types that a page describes apart and that are no objects: by a table of their values, or by a line that says what they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from driftgate.contract import Facts
from driftgate.extract.blocks import Block, Heading, Paragraph
from driftgate.extract.tables.groups.group import Group
from driftgate.extract.tables.rows.modelnames import model_key
from driftgate.extract.tables.trail import without_number
from driftgate.extract.tables.wording.words import Role, role_of
from driftgate.extract.typewords.read import read_type

_HEADS = (Role.VALUE, Role.ENUM)
_VALUE = re.compile(r"[\w.:/+-]{1,80}$")
_MOST_COLUMNS = 3
_STATED = re.compile(r"^(?:data ?)?type\s?[:：]\s?(\S[^\n]{0,2000})$", re.IGNORECASE)


def scalars_of(groups: Iterable[Group], blocks: Sequence[Block]) -> Mapping[str, Facts]:
    """The facts of every such type by its folded title."""
    return {**_stated(blocks), **_listed(groups)}


def _listed(groups: Iterable[Group]) -> dict[str, Facts]:
    """The types of which a table lists the values."""
    found: dict[str, Facts] = {}
    for group in groups:
        heads = group.table.heads if group.table is not None else ()
        if not group.own_title or group.rows or not heads or len(heads) > _MOST_COLUMNS or role_of(heads[0]) not in _HEADS:
            continue
        values = tuple(row[0].text.strip() for row in (group.table.rows if group.table else ()) if row)
        if values and all(map(_VALUE.match, values)):
            found.setdefault(model_key(group.own_title), {"type": "string", "enum": values})
    return found


def _stated(blocks: Sequence[Block]) -> dict[str, Facts]:
    """The types of which nothing stands below the title but words and a line such as "Type : string (date)"."""
    found: dict[str, Facts] = {}
    title, told = "", ""
    for block in (*blocks, Heading(1, "")):
        if isinstance(block, Heading):
            facts = read_type(told) if title and told else {}
            if facts and facts["type"] != "array" and "object" not in str(facts["type"]):
                found.setdefault(model_key(without_number(title)), facts)
            title, told = block.text, ""
        elif not isinstance(block, Paragraph):
            title = ""
        elif line := next(filter(None, map(_STATED.match, block.text.split("\n"))), None):
            told = line[1]
    return found
