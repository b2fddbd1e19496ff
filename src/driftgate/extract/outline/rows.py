"""The fields of one operation as rows: what holds what, where each is sent or answered, what is said of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from driftgate.contract import Operation
from driftgate.contract.types import array_of, union
from driftgate.extract.outline.entries import Entry
from driftgate.extract.outline.facts import facts_of, sides_marked
from driftgate.extract.outline.labels import is_answer, sections
from driftgate.extract.outline.levels import parents, variants
from driftgate.extract.outline.places import place_of
from driftgate.extract.outline.roots import root_arrays
from driftgate.extract.outline.runs import Run
from driftgate.extract.outline.shapes import ANY_KEY
from driftgate.extract.rendered.fieldrows import Row
from driftgate.extract.tables.sections import Kind, Section

#: A type that names some of its alternatives only, or an opening bracket.
_PARTLY = re.compile(r"(?:one|any|all) of\b|[\[{]", re.IGNORECASE)
#: What stands where the name of a field would, for the items of an array.
#: some viewers print this for a name, in an array of which they say no more
_ITEMS = "items"
_ITEM = re.compile(r"\[(?:i|n|index|item)\]$")
_MAP = re.compile(r"(?:dictionary|map|record)\b", re.IGNORECASE)


def rows_of(runs: Sequence[Run], found: Sequence[Entry], operation: Operation) -> list[Row]:
    """A row for every field; its place is ``""`` where the page does not say it. Titles of variants are left out."""
    where = sections(runs, found)
    rows = list(_described(runs, found, where))
    holders = parents([entry.head for entry in found], list(map(_kind, rows, found)), where)
    inside = list(map(_inside, rows, found))
    roots = root_arrays(runs, found, where)
    for row, holder, section in zip(rows, holders, where, strict=True):
        row.in_header = section is not None and section.kind is Kind.RESPONSE_HEADER
        if holder is not None:
            row.parent, row.place = inside[holder], rows[holder].place
        else:
            row.parent = None if section is None else roots.get(section)
            row.place = place_of(section, row, operation)
    _take_variants(rows, holders)
    _fold_items(rows)
    holding = {id(row.parent) for row in rows}
    return [row for row, section in zip(rows, where, strict=True) if _is_field(row, section, holds=id(row) in holding)]


def _fold_items(rows: Sequence[Row]) -> None:
    """A row for the items of an array, innermost first, is none of its own: the array around it has what is said of them."""
    beside = Counter(id(row.parent) for row in rows)
    for row in reversed(rows):
        if row.parent is None or not row.parent.is_array:
            continue
        alone = row.name == _ITEMS and beside[id(row.parent)] == 1 and row.parent.facts.get("type") == "array"
        if not alone and not _ITEM.match(row.name):
            continue
        kind = row.facts.pop("type", None)
        if isinstance(kind, str):
            row.parent.facts["type"] = array_of(kind)
        row.name = ""


def _is_field(row: Row, section: Section | None, *, holds: bool) -> bool:
    """Whether a row is a field of the contract: it has a name, and any key says more than that others are allowed."""
    if not row.name or (section is not None and section.kind is Kind.ASIDE):
        return False
    return row.name != ANY_KEY or "type" in row.facts or holds


def _described(runs: Sequence[Run], found: Sequence[Entry], where: Sequence[Section | None]) -> Iterator[Row]:
    """Each field with its facts; the title of a variant has no name."""
    titles, marked = variants(runs, found), sides_marked(runs, found, where)
    for at, (entry, section) in enumerate(zip(found, where, strict=True)):
        row = Row(entry.head, "" if at in titles else entry.name, "", quote=f"{entry.name} {entry.type}".strip())
        row.facts.update(facts_of(row, entry, runs, unmarked=marked.get(is_answer(section))))
        yield row


def _take_variants(rows: Sequence[Row], holders: Sequence[int | None]) -> None:
    """What holds the titles of variants has all of their types; a bracket before them says nothing."""
    types: dict[int, list[str]] = {}
    for row, holder in zip(rows, holders, strict=True):
        kind = row.facts.get("type")
        if not row.name and holder is not None and isinstance(kind, str):
            types.setdefault(holder, []).append(kind)
    for holder, kinds in types.items():
        if rows[holder].facts.get("type") == "object" and (joined := union(kinds)):
            rows[holder].facts["type"] = joined


def _kind(row: Row, entry: Entry) -> str | None:
    """The type of a field where the page prints all of it."""
    kind = row.facts.get("type")
    return kind if isinstance(kind, str) and not _PARTLY.match(entry.type) else None


def _inside(row: Row, entry: Entry) -> Row:
    """What holds the fields below a row: itself, or the values of a map."""
    return Row(row.node, "*", "", row) if _MAP.match(entry.type) else row
