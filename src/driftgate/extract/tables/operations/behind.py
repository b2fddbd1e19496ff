"""Pages that print an address behind the fields that belong to it: where the part of each operation really begins."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from driftgate.contract import Source
from driftgate.extract.blocks import Block, Code, Heading
from driftgate.extract.tables.groups.walk import groups_of
from driftgate.extract.tables.operations.regions import Region
from driftgate.extract.tables.sections import announces_fields, is_title
from driftgate.extract.tables.shown.samples import value_of

Tells = Callable[[Sequence[Block]], bool]


def describes(blocks: Sequence[Block]) -> bool:
    """Whether fields stand between two blocks, under a heading that announces them."""
    groups = groups_of(blocks, (), Source())
    return any(g.rows and g.certain and announces_fields(g.section) for g in groups)


def shows(blocks: Sequence[Block]) -> bool:
    """Whether a sample that is an object or a list stands between two blocks."""
    return any(isinstance(block, Code) and value_of(block.text) is not None for block in blocks)


def begun_at_titles(regions: Sequence[Region], blocks: Sequence[Block], tells: Tells = describes) -> list[Region]:
    """The same regions, each from the title above its address, where the page tells of the first operation before it says
    its address; the habit of the first is taken for that of all. What stands above the title of all is nobody's.

    tells: whether blocks tell of one."""
    if not regions:
        return []
    first = _title(blocks, 0, regions[0].start, tells)
    if not tells(blocks[first or 0 : regions[0].start]) or _is_of_all(blocks, first, regions):
        return list(regions)
    starts: list[int] = []
    low = 0
    for region in regions:
        title = _title(blocks, low, region.start, tells)
        starts.append(title if title is not None else 0 if len(regions) == 1 else region.start)
        low = region.found.at + 1
    ends = [*starts[1:], len(blocks)]
    return [replace(region, start=start, end=end) for region, start, end in zip(regions, starts, ends, strict=True)]


def _is_of_all(blocks: Sequence[Block], first: int | None, regions: Sequence[Region]) -> bool:
    """Whether the title that the first operation would begin at is above that of the second, too."""
    if first is None or len(regions) < 2:
        return False
    second = next(_titles(blocks, regions[0].found.at + 1, regions[1].start), None)
    title, other = blocks[first], blocks[second] if second is not None else None
    return isinstance(title, Heading) and isinstance(other, Heading) and title.level < other.level


def _title(blocks: Sequence[Block], low: int, high: int, tells: Tells) -> int | None:
    """The nearest title above a block with fields between the two, or else the nearest one."""
    titles = list(_titles(blocks, low, high))
    return next((at for at in titles if tells(blocks[at:high])), titles[0] if titles else None)


def _titles(blocks: Sequence[Block], low: int, high: int) -> Iterator[int]:
    """The titles above a block that are no deeper than any heading between the two, from the nearest outwards."""
    level = 99
    for at in range(high - 1, low - 1, -1):
        block = blocks[at]
        if isinstance(block, Heading) and block.level < level:
            if is_title(block.text):
                yield at
            level = block.level
