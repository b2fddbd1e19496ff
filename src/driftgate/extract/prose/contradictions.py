"""Where a page's own sentences state another type or another limit than its schema or tables do."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from driftgate.contract import Certainty, Contract, FactValue, Source
from driftgate.extract.blocks import Block, Code, Heading, Listing, Paragraph
from driftgate.extract.extraction import Contradiction
from driftgate.extract.markdown.blocks import blocks as markdown_blocks
from driftgate.extract.prose.mined import in_ticks, mined
from driftgate.extract.typewords.read import read_type

_EDGES = " `:*_"
_LONG_TEXT = 800
_BLOCK_TEXT = re.compile(r"^( {0,40})description: {0,4}[>|][+-]?\s*$")


def contradictions(contract: Contract, blocks: Sequence[Block], near: Source | None = None) -> tuple[Contradiction, ...]:
    """Where the page's own sentences state another type or another range for a request field than the contract does.

    Only an entry that opens with the field's name, or a heading that is the name, speaks of a field.
    """
    found: list[Contradiction] = []
    by_name: dict[str, str | None] = {}
    for known, candidate in contract.fields.items():
        if candidate.place == "body" and "." not in candidate.path:
            by_name[candidate.path] = None if candidate.path in by_name else known
    for name, text, line in _entries(blocks):
        found_key = by_name.get(name)
        if found_key is None:
            continue
        key, field = found_key, contract.fields[found_key]
        source = replace(near or Source(), line=line, quote=text[:200], certainty=Certainty.MINED)
        for fact, used, other in _disagreements(dict(field.facts), text):
            found.append(Contradiction(key, fact, used, other, field.source, source))
    return tuple(dict.fromkeys(found))


def _entries(blocks: Sequence[Block]) -> Iterator[tuple[str, str, int | None]]:
    """(name, what is said of it, line) for list entries, headings and paragraphs that open with one name."""
    for at, block in enumerate(blocks):
        behind = blocks[at + 1] if at + 1 < len(blocks) else None
        more = in_ticks(behind.text, behind.code) if isinstance(behind, Paragraph) and not _named(behind) else ""
        if isinstance(block, Listing):
            yield from ((item.term.strip(_EDGES), in_ticks(item.text, item.code), item.line) for item in block.items if item.term)
        elif isinstance(block, Heading) and more:
            yield block.text.strip(_EDGES), f"{block.text}\n{more}", block.line
        elif isinstance(block, Paragraph) and (name := _named(block)):
            yield name, f"{block.text}\n{more}", block.line
        elif isinstance(block, Code) and "description:" in block.text:
            for text in _descriptions(block.text):
                yield from _entries(markdown_blocks(text))


def _named(block: Paragraph) -> str:
    """The code or bold span that a paragraph opens with."""
    spans = [span for span in (*block.code, *block.strong) if span and block.text.startswith(span)]
    return min(spans, key=len).strip(_EDGES) if spans else ""


def _descriptions(source: str) -> Iterator[str]:
    """The long block texts of a YAML document within the page: whole pages of prose stand in them."""
    lines = source.split("\n")
    for at, line in enumerate(lines):
        opened = _BLOCK_TEXT.match(line)
        if not opened:
            continue
        inside = _deeper(lines[at + 1 :], len(opened[1]))
        if sum(map(len, inside)) >= _LONG_TEXT:
            yield textwrap.dedent("\n".join(inside))


def _deeper(lines: Sequence[str], indent: int) -> list[str]:
    return list(takewhile(lambda line: not line.strip() or len(line) - len(line.lstrip()) > indent, lines))


def _disagreements(facts: dict[str, FactValue], text: str) -> list[tuple[str, str, str]]:
    """(fact, the contract's value, the sentence's value) where both speak and differ."""
    kind = str(facts.get("type", ""))
    said = mined(text, kind if kind else "").facts
    found = []
    stated = _stated_type(text)
    if stated and kind and not _compatible(kind, stated):
        found.append(("type", kind, stated))
    for name in ("minimum", "maximum", "default"):
        if name in said and name in facts and said[name] != facts[name]:
            found.append((name, str(facts[name]), str(said[name])))
    return found


def _stated_type(text: str) -> str:
    """The type that an entry prints right behind its name: ``temperature number range 0-2``."""
    words = re.split(r"[\s:：(（,，)）—–-]{1,4}", text.split("\n")[0].strip(), maxsplit=3)
    read = read_type(words[1]) if len(words) > 1 else {}
    kind = read.get("type")
    return kind if isinstance(kind, str) and words[1].islower() else ""


def _compatible(kind: str, stated: str) -> bool:
    """Whether two spellings of a type may mean the same: an array is an array, an integer is a number stays a contradiction."""
    left = {member.split("<")[0] for member in kind.split(" | ")}
    right = {member.split("<")[0] for member in stated.split(" | ")}
    return bool(left & right)
