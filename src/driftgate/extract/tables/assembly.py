"""Assembles the contracts of a page of tables, lists and lines: its operations, the rows around each, models and samples."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from driftgate.contract import Operation, Source
from driftgate.extract.blocks import Block
from driftgate.extract.document import Document
from driftgate.extract.draft import Draft, gathered
from driftgate.extract.extraction import Extraction
from driftgate.extract.tables.assembler import Assembler
from driftgate.extract.tables.groups.group import Group
from driftgate.extract.tables.groups.walk import groups_of
from driftgate.extract.tables.operations.addressed import addressed_operations
from driftgate.extract.tables.operations.alternatives import stated_together
from driftgate.extract.tables.operations.apart import ended_at_titles, stating, told_apart, with_coded, within_reach
from driftgate.extract.tables.operations.behind import begun_at_titles, shows
from driftgate.extract.tables.operations.changes import without_changes
from driftgate.extract.tables.operations.endpoints import base_urls, coded_operations, spoken_operations, stated_operations
from driftgate.extract.tables.operations.found import Found
from driftgate.extract.tables.operations.halves import half_labelled_operations
from driftgate.extract.tables.operations.indexed import indexed_operations
from driftgate.extract.tables.operations.regions import Region, models_of, regions_of, the_only, without_copies, without_instances
from driftgate.extract.tables.placing import Models
from driftgate.extract.tables.rows.torn import mended
from driftgate.extract.tables.rows.unfolding import unfolded
from driftgate.extract.tables.rows.unlisted import unlisted
from driftgate.extract.tables.scalars import scalars_of
from driftgate.extract.tables.sections import announces_fields
from driftgate.extract.tables.shown.inferred import fill_from_samples, samples_of, statuses_described
from driftgate.extract.tables.shown.sampled import fill_from_models, models_by_sample
from driftgate.extract.tables.shown.samples import sampled_operations
from driftgate.extract.tables.shown.schemasamples import fill_from_schemas
from driftgate.extract.tables.shown.unstated import fill_unstated
from driftgate.extract.tables.withdrawn import with_withdrawals


class _Told(NamedTuple):
    """The operations of a page. apart: sentences or samples tell of several, each below a title of its own; inferred: no more
    than one is told of, and no line states it."""

    founds: Sequence[Found]
    apart: bool = False
    inferred: bool = False


def read_blocks(
    document: Document,
    reader: str,
    wanted: Operation | None = None,
    blocks: Sequence[Block] | None = None,
    *,
    pseudo: frozenset[str] = frozenset(),
    samples_are_schemas: bool = False,
) -> Extraction:
    """Every operation that the page's blocks state, the wanted one first, with the fields of its tables, lists and lines.

    pseudo: names of rows that stand for what they hold; samples_are_schemas: the generator makes its samples from the schema."""
    blocks = document.blocks if blocks is None else blocks
    near = Source(url=document.page.reached, reader=reader)
    blocks = unfolded(unlisted(without_changes(mended(blocks))))
    told = _told(blocks)
    regions = _regions(told, blocks)
    groups = groups_of(blocks, set() if told.inferred else {region.start for region in regions if region.start}, near)
    models = Models(models_of(groups), pseudo, scalars=scalars_of(groups, blocks))
    if told.inferred and told.founds:
        groups = within_reach(groups, blocks, told.founds[0].at)
    assemblers = [Assembler(region, blocks, groups, models, near, inferred=told.inferred) for region in regions]
    for assembler in assemblers:
        assembler.draft.generated = samples_are_schemas
    drafts = [assembler.assembled() for assembler in assemblers]
    if samples_are_schemas:
        sampled = models_by_sample(blocks, models)
        for assembler in assemblers:
            _fill_from_shown(assembler, sampled)
    elif _is_told_by_samples(told, drafts, groups):
        alone = len({region.start for region in regions}) == len(regions)
        parts = begun_at_titles(regions, blocks, shows) if alone else regions
        for assembler, part in zip(assemblers, parts, strict=True):
            fill_unstated(assembler.draft, blocks[part.start : part.end], near)
    servers = base_urls(blocks)
    for draft in drafts:
        draft.servers += [server for server in servers if server not in draft.servers]
    return with_withdrawals(gathered(reader, without_copies(drafts), wanted), blocks)


def _is_told_by_samples(told: _Told, drafts: Sequence[Draft], groups: Sequence[Group]) -> bool:
    """Whether samples are all that a page says of fields: it describes none, not even in a form that is not understood, and
    includes no document."""
    fields = [field for draft in drafts for field in draft.fields.values() if field.place != "header"]
    if told.inferred or fields or any(draft.gaps for draft in drafts):
        return False
    described = any(group.table and announces_fields(group.section) for group in groups)
    return not described and not any(found.quote.startswith("{%") for found in told.founds)


def _told(blocks: Sequence[Block]) -> _Told:
    """The operations that lines state, else those that sentences or samples tell of."""
    stated = stated_operations(blocks) or half_labelled_operations(blocks)
    if stated:
        return _Told(with_coded(stated, coded_operations(blocks), blocks))
    indexed = indexed_operations(blocks)
    spoken = spoken_operations(blocks)
    called = [] if spoken else without_instances(sampled_operations(blocks), blocks)
    apart = told_apart(spoken or stating(called, blocks), blocks) or with_coded((), coded_operations(blocks), blocks)
    if indexed and len(indexed) >= len(apart):
        return _Told(indexed)
    if apart:
        return _Told(apart, apart=True)
    return _Told(the_only(spoken) or the_only(called) or the_only(addressed_operations(blocks)), inferred=True)


def _regions(told: _Told, blocks: Sequence[Block]) -> Sequence[Region]:
    """The part of the page that belongs to each operation; alternatives have theirs in common."""
    if told.inferred or told.apart:
        regions = regions_of(told.founds, blocks)
        return regions if told.inferred else ended_at_titles(begun_at_titles(regions, blocks), blocks)
    together = {founds[-1]: founds for founds in stated_together(told.founds)}
    own = begun_at_titles(regions_of(list(together), blocks), blocks)
    return [replace(region, found=found) for region in own for found in together[region.found]]


def _fill_from_shown(assembler: Assembler, sampled: Mapping[str, str]) -> None:
    """Adds what the samples of one operation show. sampled: the model that each sample on the page was made from."""
    filling, draft, part = assembler.filling, assembler.draft, assembler.part
    tables = ((group.table, group.columns) for group in part.groups if group.table and group.columns)
    shown = list(samples_of(part.own, draft.operation.method, statuses_described(tables)))
    samples = [sample for sample in shown if not sample.is_schema]
    fill_from_schemas(filling, (sample for sample in shown if sample.is_schema), assembler.near)
    fill_from_models(draft, samples, sampled, filling.models)
    fill_from_samples(draft, samples, assembler.near)
