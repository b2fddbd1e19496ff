"""Reads references whose elements bear no known marks, by form alone: names with types, below labels and a method's badge."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from driftgate.contract import Operation
from driftgate.extract.blocks import Block, Table
from driftgate.extract.document import Document
from driftgate.extract.draft import Draft, gathered
from driftgate.extract.extraction import Extraction, GapKind
from driftgate.extract.outline.badges import Badge, badges
from driftgate.extract.outline.entries import Entry, entries
from driftgate.extract.outline.forms import TELLING
from driftgate.extract.outline.rows import rows_of
from driftgate.extract.outline.runs import Run, runs
from driftgate.extract.prose.withdrawals import may_say_so
from driftgate.extract.rendered.fieldrows import Row, add_rows, seen_at
from driftgate.extract.tables.assembly import read_blocks
from driftgate.extract.tables.rows.columns import columns_of
from driftgate.extract.tables.withdrawn import with_withdrawals

NAME = "outlined"

_TYPES = re.compile(r">\s{0,20}(?:[Ss]tring|[Ii]nteger|[Bb]oolean|[Oo]bject|[Nn]umber|[Aa]rray)\b")
_LEAST = 2
#: So many times as many fields as in its headed tables, and those tables are part of a description.
_MANY = 3
_ITEMS = frozenset({"li"})


def recognises(document: Document) -> bool:
    """Whether several elements of the page hold a type and little else, or one and a class says that a field has it."""
    if document.kind != "html":
        return False
    shown = sum(1 for _ in zip(range(_LEAST), _TYPES.finditer(document.text), strict=False))
    return shown == _LEAST or (shown > 0 and TELLING.search(document.text) is not None)


def extract(document: Document, wanted: Operation | None) -> Extraction:
    """Every operation that has a badge on the page, each with the fields in its part."""
    told = sum(map(_fields_told, document.blocks)) if "<th" in document.text else 0
    if told and sum(1 for _ in _TYPES.finditer(document.text)) <= told * (_MANY + 1):
        return Extraction(platform=NAME)
    texts = runs(document.tree)
    stated = badges(texts)
    found = entries(texts) if stated else []
    if told * _MANY >= len(found) > 0:
        return Extraction(platform=NAME)
    if ("<dt" in document.text or _listed(found)) and _fields(read_blocks(document, NAME)) >= len(found):
        return Extraction(platform=NAME)
    drafts: dict[Operation, Draft] = {}
    for badge, part in _parts(stated, found):
        if badge.operation not in drafts and part:
            drafts[badge.operation] = _operation(document, badge, texts, part)
    found_all = gathered(NAME, drafts.values(), wanted)
    return with_withdrawals(found_all, document.blocks) if may_say_so(document.text) else found_all


def _listed(found: Sequence[Entry]) -> bool:
    """Whether most fields stand in lists, which other readers may know how to read as such."""
    listed = sum(1 for entry in found if any(node.tag in _ITEMS for node in (entry.head, *entry.head.iterancestors())))
    return 2 * listed > len(found)


def _fields(extraction: Extraction) -> int:
    return sum(len(contract.fields) for contract in extraction.contracts)


def _fields_told(block: Block) -> int:
    """How many rows a table has that says by its header that it holds fields: other readers know more of those."""
    return len(block.rows) if isinstance(block, Table) and columns_of(block).tells_fields else 0


def _parts(stated: Sequence[Badge], found: Sequence[Entry]) -> Iterator[tuple[Badge, Sequence[Entry]]]:
    """Each operation with its fields: all of the page's, or those in the largest element around it that shows no other one."""
    around: dict[HtmlElement, set[Operation]] = {}
    for badge in stated:
        for node in (badge.node, *badge.node.iterancestors()):
            around.setdefault(node, set()).add(badge.operation)
    inside: dict[HtmlElement, list[Entry]] = {}
    for entry in found:
        for node in entry.head.iterancestors():
            inside.setdefault(node, []).append(entry)
    for badge in stated:
        alone = [node for node in badge.node.iterancestors() if len(around[node]) == 1]
        yield badge, inside.get(alone[-1], ()) if alone else ()


def _operation(document: Document, badge: Badge, texts: Sequence[Run], found: Sequence[Entry]) -> Draft:
    """The operation of a badge with these fields."""
    draft = Draft(badge.operation, seen_at(document, badge.node, NAME, str(badge.operation)))
    draft.servers = [badge.server] if badge.server else []
    placed: list[Row] = []
    for row in rows_of(texts, found, badge.operation):
        if row.place:
            placed.append(row)
        else:
            draft.miss(GapKind.PARAMETER_PLACE, seen_at(document, row.node, NAME, row.quote))
    add_rows(draft, placed, document, NAME)
    return draft
