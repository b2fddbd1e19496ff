"""Operations of which only the method has a label, where the address is the one that the title or the words above mention."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from driftgate.extract.blocks import Block, Heading, Listing, Paragraph
from driftgate.extract.tables.operations.found import Found, lines_of, operation_at
from driftgate.extract.tables.operations.pairs import labelled_method

_PATH = re.compile(r"/[\w{<:][\w/{}<>:.-]{0,200}")
_MENTIONED = re.compile(r"(?<![\w/:.])/[\w{<:][\w/{}<>:.-]{0,200}(?<![.:])")
#: how many blocks above are looked at
_NEAR = 8


def half_labelled_operations(blocks: Sequence[Block]) -> list[Found]:
    """The operations of all labelled methods that stand below the mention of exactly one path."""
    found: list[Found] = []
    for at, block in enumerate(blocks):
        method = next(filter(None, map(labelled_method, lines_of(block))), "") if isinstance(block, Paragraph | Listing) else ""
        paths = dict.fromkeys(_mentioned(blocks[max(0, at - _NEAR) : at])) if method else {}
        read = operation_at(method, next(iter(paths))) if len(paths) == 1 else None
        if read:
            found.append(Found(at, read[0], read[1], block.line, block.element, f"{method} {next(iter(paths))}"[:200]))
    return found


def _mentioned(blocks: Sequence[Block]) -> Iterator[str]:
    """The paths in headings, and in code within words."""
    for block in blocks:
        if isinstance(block, Heading):
            yield from _MENTIONED.findall(block.text)
        elif isinstance(block, Paragraph):
            yield from (span for span in block.code if _PATH.fullmatch(span))
