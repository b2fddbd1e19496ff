"""Pages that state no operation on a line of its own: which parts the operations of sentences and samples have to themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from driftgate.contract import Operation
from driftgate.extract.blocks import Block, Heading, Table
from driftgate.extract.tables.groups.group import Group
from driftgate.extract.tables.operations.found import Found
from driftgate.extract.tables.operations.regions import Region, the_only
from driftgate.extract.tables.sections import announces_fields, is_call, is_title, section_of
from driftgate.extract.tables.trail import Trail

Titles = tuple[str, ...]
#: a single operation in code is one that the words mention
_SEVERAL = 2


def told_apart(founds: Sequence[Found], blocks: Sequence[Block]) -> list[Found]:
    """The operations of sentences, where a page has several and each stands alone below a title of its own; else none.

    A part whose sentences tell of several is none of these."""
    if len(founds) < 2:
        return []
    parts: dict[Titles, list[Found]] = {}
    for found, titles in zip(founds, titles_above(blocks, [found.at for found in founds]), strict=True):
        parts.setdefault(titles, []).append(found)
    alone: dict[Operation, Found] = {}
    for titles, told in parts.items():
        for found in the_only(told) if titles else ():
            alone.setdefault(found.operation, found)
    return list(alone.values()) if len(alone) > 1 else []


def with_coded(stated: Sequence[Found], coded: Sequence[Found], blocks: Sequence[Block]) -> list[Found]:
    """The stated operations, and those in code within words, where most parts of the page tell theirs so: each the only one
    below its title."""
    known = {found.operation for found in stated}
    least = max(len(stated), _SEVERAL)
    if len({found.operation for found in coded} - known) < least:
        return list(stated)
    alone = [found for found in told_apart(coded, blocks) if found.operation not in known]
    taken = set(titles_above(blocks, [found.at for found in stated]))
    titles = titles_above(blocks, [found.at for found in alone])
    more = [found for found, above in zip(alone, titles, strict=True) if above not in taken]
    more = [found for found in more if not stated or _holds_table(blocks, found.at)]
    return sorted((*stated, *more), key=lambda found: found.at) if len(more) >= least else list(stated)


def _holds_table(blocks: Sequence[Block], at: int) -> bool:
    """Whether a table stands below a block, before the next title: else words may only mention an operation."""
    return any(isinstance(block, Table) for block in blocks[at : _next_title(blocks, at, len(blocks))])


def stating(founds: Sequence[Found], blocks: Sequence[Block]) -> Sequence[Found]:
    """The operations of samples, where such samples are how the page states them: one at least has a variable in its address,
    or each stands below a title of its own, above a heading that announces fields."""
    if any("{" in found.operation.path for found in founds):
        return founds
    return [found for found in founds if _announces(blocks, found.at)]


def _announces(blocks: Sequence[Block], at: int) -> bool:
    """Whether the next headings below a sample, up to the next title, announce fields, and one has a table of some below it."""
    announced = False
    for block in blocks[at + 1 :]:
        if isinstance(block, Heading):
            if is_title(block.text):
                return False
            announced = announces_fields(section_of(block.text))
        elif isinstance(block, Table) and announced:
            return True
    return False


def ended_at_titles(regions: Sequence[Region], blocks: Sequence[Block]) -> list[Region]:
    """The same regions, each at most as long as until the next title below its operation."""
    return [replace(region, end=_end(blocks, region)) for region in regions]


def _end(blocks: Sequence[Block], region: Region) -> int:
    return _next_title(blocks, max(region.start, region.found.at), region.end)


def _next_title(blocks: Sequence[Block], start: int, end: int) -> int:
    """Where the next title stands from one block on; the end where there is none before it."""
    return next((at for at in range(start, end) if isinstance(block := blocks[at], Heading) and is_title(block.text)), end)


def within_reach(groups: Sequence[Group], blocks: Sequence[Block], at: int) -> list[Group]:
    """The groups that the operation of the only sample may have: where several parts of the page announce fields of their
    own, as the functions of a library do, those of its own part and of the parts around it."""
    announced = [group.at for group in groups if group.rows and announces_fields(group.section)]
    above = dict(zip((*announced, at), titles_above(blocks, (*announced, at), outside=True), strict=True))
    if len({above[start] for start in announced}) < 2:
        own = next(titles_above(blocks, [at]))
        return [group for group in groups if not any(is_call(title) for title in group.titles if title not in own)]
    return [group for group in groups if group.at not in above or above[at][: len(above[group.at])] == above[group.at]]


def titles_above(blocks: Sequence[Block], places: Sequence[int], *, outside: bool = False) -> Iterator[Titles]:
    """The titles that each of the places stands below; outside: only those that are above every announcement of fields."""
    wanted = set(places)
    trail, at_place = Trail(), dict[int, Titles]()
    for at, block in enumerate(blocks):
        if isinstance(block, Heading):
            trail.heading(block.level, block.text)
        if at in wanted:
            at_place[at] = tuple(_outside(trail)) if outside else trail.titles()
    return (at_place[at] for at in places)


def _outside(trail: Trail) -> Iterator[str]:
    for _, text, section in trail.headings:
        if section is not None:
            return
        yield text
