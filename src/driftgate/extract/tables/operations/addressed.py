"""Operations of which a page prints no method: an address whose query has variables is one to open, which is GET."""

from __future__ import annotations

import re
from collections.abc import Sequence

from driftgate.extract.blocks import Block, Code, Paragraph
from driftgate.extract.tables.operations.found import Found, operation_at

#: an address and its query; a variable is in brackets of any kind, or between signs
_ADDRESS = re.compile(r"https?://[^\s/?]{1,200}(/[^\s?]{1,300})\?([^\s]{1,1000})")
_VARIABLE = re.compile(r"=(?:[<{\[$]|#\w{1,40}#|%\w{1,40}%)|…|&<")
_SIGNED = re.compile(r"#(\w{1,40})#")
_MOST_LINES = 3
_LONGEST = 600


def addressed_operations(blocks: Sequence[Block]) -> list[Found]:
    """The operations of addresses with variables in their query, in code or at the end of a paragraph."""
    found: list[Found] = []
    for at, block in enumerate(blocks):
        if not isinstance(block, Code | Paragraph) or len(block.text) > _LONGEST or "://" not in block.text:
            continue
        text = _SIGNED.sub(r"{\1}", block.text.strip())
        match = _ADDRESS.search(text)
        if match is None or text.count("\n") >= _MOST_LINES or match.end() < len(text) or not _VARIABLE.search(match[0]):
            continue
        read = operation_at("GET", match[1])
        if read:
            found.append(Found(at, read[0], "", block.line, block.element, match[0][:200]))
    return found
