"""Groups of lines: fields written one thing per line, headings among them, and lines that name the model of a body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from driftgate.contract import Source
from driftgate.extract.blocks import Block, Code, Heading, Listing, Paragraph
from driftgate.extract.tables.groups.group import Group, group_below
from driftgate.extract.tables.rows.lines import as_field_line, as_field_name, line_rows
from driftgate.extract.tables.rows.nesting import Named
from driftgate.extract.tables.rows.row import Row, Rows
from driftgate.extract.tables.sections import Kind, announces_fields, described_section
from driftgate.extract.tables.shown.shapes import looks_declared
from driftgate.extract.tables.trail import Trail

_LONGEST_NAMING = 160
_MOST_LINES = 20
#: a header and its value
_SENT = re.compile(r"[-*•]?\s{0,3}([A-Z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*|[a-z][a-z0-9]*(?:-[a-z0-9]+)+)\s?:\s{1,4}\S.{0,300}$")
_BODIES = (Kind.REQUEST, Kind.BODY, Kind.RESPONSE)


def line_groups(run: list[tuple[int, Block]], trail: Trail, source: Source) -> Iterator[Group]:
    """Fields written one thing per line; only where the headings announce fields."""
    section = described_section(trail.section(), trail.innermost())
    if not run or not announces_fields(section):
        return
    rows = line_rows([block for _, block in run], source)
    if rows:
        pairs: Rows = [(row, row.source) for _, row in rows]
        yield replace(group_below(run[rows[0][0]][0], pairs, trail), section=section)


def header_groups(at: int, block: Paragraph | Code, trail: Trail, source: Source) -> Iterator[Group]:
    """The headers of a message as they go over the wire, below a heading that announces headers: ``X-Api-Key: <key>``."""
    section = trail.section()
    if section is None or section.kind is not Kind.HEADER or trail.own_title():
        return
    lines = block.text.strip().split("\n")
    sent = [match for line in lines[:_MOST_LINES] if (match := _SENT.match(line.strip()))]
    if sent and len(sent) == len(lines):
        stands = replace(source, line=block.line, element=block.element)
        found = ((match[1], replace(stands, quote=match[0][:200])) for match in sent)
        yield group_below(at, [(Row(Named(name), {}, here), here) for name, here in found], trail)


def field_heading(blocks: Sequence[Block], at: int, trail: Trail) -> Paragraph | None:
    """A heading that is a field's line: ``name string required``, or a bare name with its type in the paragraph below."""
    heading, behind = blocks[at], blocks[at + 1] if at + 1 < len(blocks) else None
    if not isinstance(heading, Heading) or not announces_fields(trail.section()):
        return None
    return as_field_line(heading) or (as_field_name(heading, behind) if isinstance(behind, Paragraph) else None)


def naming_groups(at: int, block: Paragraph | Listing, trail: Trail) -> Iterator[Group]:
    """Short lines where a body is announced: one of them may be nothing but the name of its model."""
    section = trail.section()
    if section is not None and section.kind in _BODIES and not trail.in_models():
        texts = block.text.split("\n") if isinstance(block, Paragraph) else [item.text for item in block.items[:_MOST_LINES]]
        lines = tuple(text for text in texts[:_MOST_LINES] if _may_name(text))
        if lines:
            yield Group(at, [], section, lines=lines)


def _may_name(text: str) -> bool:
    """Whether a line may be the name of a model, or a declaration; a sentence is not."""
    return bool(text) and not text.endswith((".", "。", "!", "?")) and (len(text) <= _LONGEST_NAMING or looks_declared(text))
