"""Operations whose path is a heading and whose method is the heading below it: "/ships", then "GET" and "POST"."""

from __future__ import annotations

import re

from driftgate.contract.paths import METHODS
from driftgate.extract.blocks import Block, Heading
from driftgate.extract.tables.operations.found import Found, operation_at

_PATH = re.compile(r"^(?:(?:Path|URL|Endpoint|Resource):? )?(/[^\s`|]{1,300})$", re.IGNORECASE)
_METHOD = re.compile(rf"^({'|'.join(METHODS)})$", re.IGNORECASE)


class Below:
    """The path that stands above, until a heading of its level or a higher one ends its part of the page."""

    def __init__(self) -> None:
        self.path = ""
        self.level = 0

    def with_block(self, at: int, block: Block) -> list[Found]:
        """The operation, where the block is a method below a path."""
        if not isinstance(block, Heading):
            return []
        text = block.text.strip(" `*")
        method = _METHOD.match(text) if self.path and block.level > self.level else None
        read = operation_at(method[1], self.path) if method else None
        if read:
            return [Found(at, read[0], read[1], block.line, block.element, f"{text} {self.path}"[:200])]
        if path := _PATH.match(text):
            self.path, self.level = path[1], block.level
        elif block.level <= self.level:
            self.path = ""
        return []
