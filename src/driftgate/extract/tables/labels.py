"""Short paragraphs that serve as the heading of the table, list or sample below them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from driftgate.extract.blocks import Block, Code, Listing, Paragraph, Table
from driftgate.extract.tables.sections import Kind, Section, section_below, sides_of

LONGEST_LABEL = 60
_LONGEST_SENTENCE = 240
#: beside a label in bold: "Response `200 OK`"
_STATUS = re.compile(r"[1-5]\d\d\b")
#: an answer's status and its description
_LED = re.compile(r"([1-5](?:\d\d|XX)|default)(?: \S.{0,400})?$")

_MEDIA_TYPE = re.compile(r"[`(]?(?:application|text|multipart)/[\w.+*-]{1,60}[`)]?$")


def words_of(block: Block) -> str:
    """What a paragraph, or a list of a single entry, says; "" of one that names a field."""
    if isinstance(block, Listing):
        return block.items[0].text.strip() if len(block.items) == 1 and not block.items[0].term else ""
    if not isinstance(block, Paragraph) or (block.strong and block.code and not all(map(_STATUS.match, block.code))):
        return ""
    return block.text


def status_led(block: Block, section: Section | None) -> str:
    """The status that the only entry of a list begins with, where answers are announced: "- 404 There is no such ship."."""
    if section is None or section.kind is not Kind.RESPONSE or not isinstance(block, Listing) or len(block.items) != 1:
        return ""
    led = _LED.match(block.items[0].text)
    return led[1] if led else ""


def label_of(blocks: Sequence[Block], at: int, titles: Iterable[str] = ()) -> str:
    """The heading that a paragraph serves as, "" where it is none: a label, or of a sentence that opens a table or list of names
    the side that it speaks of, "Response"."""
    if is_label(blocks, at, titles):
        return words_of(blocks[at]).rstrip(":： ")
    block, behind = blocks[at], _behind(blocks, at)
    opens = isinstance(behind, Table | Code) or (isinstance(behind, Listing) and bool(behind.items[0].term))
    if not isinstance(block, Paragraph) or not opens or len(block.text) > _LONGEST_SENTENCE:
        return ""
    lines = [line for line in block.text.split("\n") if line.rstrip(" \\").endswith((":", "："))]
    sides = sides_of(lines[-1]) - {"body"} if lines else frozenset()
    return next(iter(sides)).capitalize() if len(sides) == 1 else ""


def is_label(blocks: Sequence[Block], at: int, titles: Iterable[str] = ()) -> bool:
    """Whether a short paragraph serves as the heading of the table, list or sample below it; titles: of the headings above."""
    block = blocks[at]
    text = words_of(block)
    if not text or len(text) > LONGEST_LABEL or "\n" in text or text.endswith((".", "。", "!")):
        return False  # a sentence, or nothing that stands alone
    section = section_below(text, titles)
    says_sense = section is not None and section.kind is Kind.FIELDS and section.required is not None
    if section is None or (section.kind in (Kind.MEDIA_TYPE, Kind.FIELDS, Kind.MODELS) and not says_sense):
        return False
    behind = _behind(blocks, at)
    if section.status and len(text) <= 24:
        return True
    if isinstance(block, Listing):
        return isinstance(behind, Table)
    if section.kind is Kind.EXAMPLE and isinstance(behind, Paragraph) and len(behind.text) <= LONGEST_LABEL:
        return False  # of one value
    return isinstance(behind, Table | Listing | Code) or text.rstrip().endswith((":", "："))


def _behind(blocks: Sequence[Block], at: int) -> Block | None:
    """The block below a label, past a line that says no more than a media type."""
    behind = blocks[at + 1 : at + 3]
    first = behind[0] if behind else None
    if len(behind) > 1 and isinstance(first, Paragraph) and _MEDIA_TYPE.match(first.text):
        return behind[1]
    return first
