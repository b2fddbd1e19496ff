"""Which part of a page belongs to which operation, which tables describe models, and which descriptions are copies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from driftgate.contract import Operation
from driftgate.contract.paths import comparable_path
from driftgate.extract.blocks import Block, Heading
from driftgate.extract.draft import Draft
from driftgate.extract.tables.endpoints import Found
from driftgate.extract.tables.groups import Group
from driftgate.extract.tables.placing import Rows
from driftgate.extract.tables.rowfacts import model_key
from driftgate.extract.tables.sections import Kind
from driftgate.extract.typewords.table import folded


@dataclass(frozen=True, slots=True)
class Region:
    """The part of a page that belongs to one operation: from its line to the next operation's."""

    found: Found
    start: int
    end: int


def the_only(founds: Sequence[Found]) -> list[Found]:
    """Samples prove an operation only if they all call the same one."""
    if len({(found.operation.method, comparable_path(found.operation.path)) for found in founds}) != 1:
        return []
    return [founds[0]]


def regions_of(founds: Sequence[Found], blocks: Sequence[Block]) -> list[Region]:
    """One region per operation; the same line twice in a row is one statement."""
    distinct: list[Found] = []
    headings = [0, *accumulate(isinstance(block, Heading) and block.level < 7 for block in blocks)]
    for found in founds:
        if distinct and distinct[-1].operation == found.operation and headings[distinct[-1].at + 1] >= headings[found.at]:
            continue  # a heading between them would mean that the page describes the operation twice
        distinct.append(found)
    ends = [found.at for found in distinct[1:]] + [len(blocks)]
    return [Region(found, found.at, end) for found, end in zip(distinct, ends, strict=False)]


def without_copies(drafts: Sequence[Draft]) -> list[Draft]:
    """A second description of an operation whose fields the first one has already (another language) is left out."""
    kept: list[Draft] = []
    places: dict[Operation, list[int]] = {}
    for draft in drafts:
        twins = places.setdefault(draft.operation, [])
        if any(draft.fields.keys() <= kept[at].fields.keys() for at in twins):
            continue
        empty = next((at for at in twins if not kept[at].fields), None)
        if empty is not None:
            kept[empty] = draft
        else:
            twins.append(len(kept))
            kept.append(draft)
    return kept


def models_of(groups: Iterable[Group]) -> dict[str, Rows]:
    """Tables of fields that stand under the title of an object rather than in a request or response."""
    found: dict[str, Rows] = {}
    for group in groups:
        if not group.rows or not group.titles or not group.certain:
            continue
        if group.section is None or group.section.kind in (Kind.FIELDS, Kind.MODELS) or group.own_title:
            title = group.own_title or group.titles[-1]
            for key in (folded(title), model_key(title)):
                if key:
                    found.setdefault(key, group.rows)
    return found
