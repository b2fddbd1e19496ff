"""Operations that a page itself calls deprecated: in their title, in a badge beside it, or in a sentence before the fields.

Marks that a generator sets are its reader's own business; this is what any page of blocks says in words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from driftgate.contract import Contract
from driftgate.extract.blocks import Block, Heading, Listing, Paragraph, Table
from driftgate.extract.extraction import Extraction
from driftgate.extract.match import is_wanted
from driftgate.extract.prose.withdrawals import is_badge, may_say_so, says_so, withdrawal
from driftgate.extract.tables.operations.endpoints import stated_operations
from driftgate.extract.tables.operations.found import Found
from driftgate.extract.tables.sections import is_title, section_of

#: One of these stands in every page that says so; looking for them first costs next to nothing.
#: How far below the operation's line a sentence may stand.
_NEAR = 12


def with_withdrawals(extraction: Extraction, blocks: Sequence[Block]) -> Extraction:
    """The extraction, its operations deprecated where these blocks of the page say so."""
    words = any(may_say_so(block.text) for block in blocks if isinstance(block, Heading | Paragraph))
    if not extraction.contracts or not words:
        return extraction
    stated = stated_operations(blocks)
    alone = len(extraction.operations) == 1
    return replace(
        extraction, contracts=tuple(_told(one, tuple(_near(one, blocks, stated, alone=alone))) for one in extraction.contracts)
    )


def _told(contract: Contract, near: Sequence[Heading | Paragraph]) -> Contract:
    if "deprecated" in contract.facts or not any(map(_says_so, near)):
        return contract
    return replace(contract, facts={**withdrawal([block.text for block in near]), **contract.facts})


def _says_so(block: Heading | Paragraph) -> bool:
    return says_so(block.text, is_title=isinstance(block, Heading))


def _near(contract: Contract, blocks: Sequence[Block], stated: Sequence[Found], *, alone: bool) -> Iterator[Heading | Paragraph]:
    """What stands around the title of an operation and around its line, before any fields."""
    own = [found.at for found in stated if is_wanted(contract, found.operation)]
    first = next((at for at, block in enumerate(blocks) if isinstance(block, Heading)), None) if alone else None
    at = own[0] if own else first
    if at is None:
        return
    others = {found.at for found in stated}.difference(own)
    low = max((other for other in others if other < at), default=-1)
    high = min((other for other in others if other > at), default=len(blocks))
    title = next((up for up in range(at, low, -1) if _is_title(blocks[up])), at)
    yield from _before_fields(blocks[title - (0 < title == first) : at])
    yield from _before_fields(blocks[at : min(at + _NEAR, high)])


def _is_title(block: Block) -> bool:
    return isinstance(block, Heading) and is_title(block.text) and not is_badge(block.text)


def _before_fields(blocks: Sequence[Block]) -> Iterator[Heading | Paragraph]:
    """Titles and sentences up to the first fields."""
    ahead = takewhile(lambda block: not _begins_fields(block), blocks)
    yield from (block for block in ahead if isinstance(block, Heading | Paragraph))


def _begins_fields(block: Block) -> bool:
    return isinstance(block, Table | Listing) or (isinstance(block, Heading) and section_of(block.text) is not None)
