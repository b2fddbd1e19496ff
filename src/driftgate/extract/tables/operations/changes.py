"""Changelogs, and what a documentation site says of itself to programs, name operations and fields that the page does not
describe: what stands below their headings is set aside."""

from __future__ import annotations

import re
from collections.abc import Sequence

from driftgate.extract.blocks import Block, Heading, Paragraph

_CHANGES = re.compile(
    r"\bchange ?logs?\b|\brelease notes\b|\b(?:revision|version) history\b|\bapi updates\b|更新日志|更新记录|变更记录|变更日志"
    r"|修订记录|更新日誌|変更履歴|更新履歴|改訂履歴|변경 ?이력|업데이트 내역|история изменений|änderungsprotokoll"
    r"|historique des modifications|registro de cambios|histórico de alterações|^agent instructions\b",
    re.IGNORECASE,
)
_LONGEST = 80
_NOTHING = Paragraph("")


def without_changes(blocks: Sequence[Block]) -> Sequence[Block]:
    """The same blocks, those below the heading of a changelog empty, so that every other keeps its number."""
    kept: list[Block] = []
    level: int | None = None
    for block in blocks:
        if isinstance(block, Heading) and (level is None or block.level <= level):
            level = block.level if len(block.text) <= _LONGEST and _CHANGES.search(block.text) else None
        kept.append(block if level is None else _NOTHING)
    return kept
