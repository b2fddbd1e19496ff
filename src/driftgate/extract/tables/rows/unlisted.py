"""Lists that say one thing of a field per entry, each behind its label: lines about the name above them, and no fields."""

from __future__ import annotations

from collections.abc import Sequence

from driftgate.extract.blocks import Block, Item, Listing, Paragraph
from driftgate.extract.tables.wording.words import Role, role_of
from driftgate.extract.typewords.read import read_type

#: What a field has a label for, and which of them no list of fields has among its names.
_LABELS = frozenset((Role.TYPE, Role.REQUIRED, Role.DEFAULT, Role.ENUM, Role.PLACE, Role.DESCRIPTION, Role.FORMAT, Role.LIMITS))
_TELLING = frozenset((Role.TYPE, Role.REQUIRED))
_LONGEST = 40


def unlisted(blocks: Sequence[Block]) -> list[Block]:
    """The same blocks, with each list of labelled statements as the lines that it is."""
    return [_as_lines(block) if isinstance(block, Listing) and _says_of_one(block.items) else block for block in blocks]


def _as_lines(listing: Listing) -> Paragraph:
    text = "\n".join(item.text for item in listing.items)
    code = tuple(span for item in listing.items for span in item.code)
    return Paragraph(text, listing.line, listing.element, code)


def _says_of_one(items: Sequence[Item]) -> bool:
    """Whether every entry is a label in capitals and its answer, each label stands once, half of them are known, and one is the
    type or whether the field is required. Names in small letters, or with nothing but types behind them, are those of fields."""
    pairs = [_label(item) for item in items]
    labels = {label for label, _ in pairs}
    roles = {role for label in labels if (role := role_of(label)) in _LABELS}
    if "" in labels or not len(labels) == len(pairs) > 1 or 2 * len(roles) < len(pairs) or _TELLING.isdisjoint(roles):
        return False
    return not all(read_type(answer) for _, answer in pairs)


def _label(item: Item) -> tuple[str, str]:
    """The label of an entry that is one and its answer, and that; else ""."""
    label, _, answer = (part.strip() for part in item.text.replace("：", ":").partition(":"))
    is_label = not item.depth and answer and len(label) <= _LONGEST and label[:1].isupper() and label not in item.code
    return (label, answer) if is_label else ("", "")
