"""Reads references whose elements bear no known marks, by form alone: names with their types, below labels and a method's badge."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from driftgate.contract import Operation
from driftgate.extract.document import Document
from driftgate.extract.draft import Draft
from driftgate.extract.extraction import Extraction, GapKind
from driftgate.extract.markup.tables import table_block
from driftgate.extract.outline.badges import Badge, badges
from driftgate.extract.outline.entries import Entry, entries
from driftgate.extract.outline.facts import facts_of, states_required
from driftgate.extract.outline.labels import sections
from driftgate.extract.outline.levels import parents, variants
from driftgate.extract.outline.roots import root_arrays
from driftgate.extract.outline.places import place_of
from driftgate.extract.outline.runs import Run, runs
from driftgate.extract.rendered.dom import gathered
from driftgate.extract.rendered.fieldrows import Row, add_rows, seen_at
from driftgate.extract.tables.columns import columns_of
from driftgate.extract.tables.sections import Kind

NAME = "outlined"

_TYPES = re.compile(r">\s{0,20}(?:string|integer|boolean|object|number|array)\b")
_PARTLY = re.compile(r"(?:one|any|all) of\b|[\[{]", re.IGNORECASE)
_MAP = re.compile(r"(?:dictionary|map|record)\b", re.IGNORECASE)
_LEAST = 3


def recognises(document: Document) -> bool:
    """Whether several elements of the page hold a type and little else."""
    if document.kind != "html":
        return False
    return sum(1 for _, _ in zip(range(_LEAST), _TYPES.finditer(document.text), strict=False)) == _LEAST


def extract(document: Document, wanted: Operation | None) -> Extraction:
    """Every operation that has a badge on the page, each with the fields in its part."""
    if "<th" in document.text and any(_tells_fields(table) for table in document.tree.iter("table")):
        return Extraction(platform=NAME)
    texts = runs(document.tree)
    stated = badges(texts)
    found = entries(texts) if stated else []
    if not found:
        return Extraction(platform=NAME)
    drafts: dict[Operation, Draft] = {}
    for badge, part in _parts(stated, found):
        if badge.operation not in drafts and part:
            drafts[badge.operation] = _operation(document, badge, texts, part)
    return gathered(document, NAME, tuple(drafts.values()), wanted)


def _tells_fields(node: HtmlElement) -> bool:
    """Whether a table of the page says by its header that it holds fields: then other readers know more of the page."""
    table = table_block(node, "")
    return table is not None and columns_of(table).tells_fields


def _parts(stated: Sequence[Badge], found: Sequence[Entry]) -> Iterator[tuple[Badge, list[Entry]]]:
    """Each operation with its fields: all of the page's, or those in the largest element around it that shows no other one."""
    if len({badge.operation for badge in stated}) == 1:
        yield stated[0], list(found)
        return
    around: dict[HtmlElement, set[Operation]] = {}
    for badge in stated:
        for node in (badge.node, *badge.node.iterancestors()):
            around.setdefault(node, set()).add(badge.operation)
    for badge in stated:
        part = badge.node
        for node in badge.node.iterancestors():
            if len(around[node]) > 1:
                break
            part = node
        yield badge, [entry for entry in found if any(node is part for node in entry.head.iterancestors())]


def _operation(document: Document, badge: Badge, texts: Sequence[Run], found: Sequence[Entry]) -> Draft:
    draft = Draft(badge.operation, seen_at(document, badge.node, NAME, str(badge.operation)))
    draft.servers = [badge.server] if badge.server else []
    where = sections(texts, found)
    unions = variants(texts, found)
    rows: list[Row] = []
    marked = states_required(texts, found)
    for at, entry in enumerate(found):
        row = Row(entry.head, "" if at in unions else entry.name, "", quote=f"{entry.name} {entry.type}")
        row.facts.update(facts_of(row, entry, texts, marked=marked))
        rows.append(row)
    holders = parents([entry.head for entry in found], [_kind(row, entry) for row, entry in zip(rows, found, strict=True)], where)
    roots = root_arrays(texts, found, where)
    below = [Row(row.node, "*", "", row) if _MAP.match(entry.type) else row for row, entry in zip(rows, found, strict=True)]
    placed: list[Row] = []
    for row, holder, section in zip(rows, holders, where, strict=True):
        row.parent = roots.get(section) if holder is None and section is not None else None if holder is None else below[holder]
        if row.parent is not None and row.parent.misread:  # the name of a model stands where its type should
            row.parent.facts["type"], row.parent.misread = "object", False
        row.in_header = section is not None and section.kind is Kind.RESPONSE_HEADER
        row.place = rows[holder].place if holder is not None else place_of(section, row, draft.operation)
        if not row.name:
            continue
        if row.place:
            placed.append(row)
        else:
            draft.miss(GapKind.PARAMETER_PLACE, seen_at(document, row.node, NAME, row.quote))
    add_rows(draft, placed, document, NAME)
    return draft


def _kind(row: Row, entry: Entry) -> str | None:
    """The type of a field where the page prints all of it."""
    kind = row.facts.get("type")
    return kind if isinstance(kind, str) and not _PARTLY.match(entry.type) else None

