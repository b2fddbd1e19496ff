"""Groups of lines: fields written one thing per line, headings among them, and lines that name the model of a body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, takewhile

from driftgate.contract import Source
from driftgate.extract.blocks import Block, Cell, Code, Heading, Listing, Paragraph, Table
from driftgate.extract.tables.groups.group import Group, group_below
from driftgate.extract.tables.rows.lines import as_field_line, as_field_name, line_rows
from driftgate.extract.tables.rows.nesting import Named
from driftgate.extract.tables.rows.row import Row, Rows
from driftgate.extract.tables.sections import Kind, announces_fields, described_section
from driftgate.extract.tables.shown.shapes import looks_declared
from driftgate.extract.tables.trail import Trail
from driftgate.extract.tables.wording.words import Role

_LONGEST_NAMING = 160
_MOST_LINES = 20
#: a header and its value
_SENT = re.compile(r"[-*•]?\s{0,3}([A-Z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*|[a-z][a-z0-9]*(?:-[a-z0-9]+)+)\s?:\s{1,4}\S.{0,300}$")
#: names that are titles of their own: as programs write them, and where the place is said a word in small letters
_WRITTEN = re.compile(r"(?=\S*(?:_|[a-z][A-Z]))[A-Za-z_$][\w$.\[\]-]{0,80}$")
_PLAIN = re.compile(r"[a-z_$][\w$.\[\]-]{0,80}$")
_TITLED = {
    Kind.PATH: _PLAIN,
    Kind.QUERY: _PLAIN,
    Kind.HEADER: re.compile(r"(?:[A-Za-z][A-Za-z0-9]{0,40}(?:-[A-Za-z0-9]{1,40}){1,8}|Authorization|Accept|Cookie)$"),
}
#: the type of a field that holds others
_HOLDER = re.compile(r"(?:object|array|\[\])\)?$", re.IGNORECASE)
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
    if isinstance(behind, Table) and _HOLDER.search(heading.text):
        return None  # the title of the fields in it
    return as_field_line(heading) or (as_field_name(heading, behind) if isinstance(behind, Paragraph) else None)


def titled_groups(at: int, blocks: Sequence[Block], trail: Trail, source: Source) -> Iterator[Group]:
    """A heading that is the name of a field, right below the one that announces fields, with nothing but words about it."""
    heading, section = blocks[at], trail.section()
    if not isinstance(heading, Heading) or section is None or trail.in_models():
        return
    above = next((said for level, _, said in reversed(trail.headings) if level < heading.level), None)
    if not announces_fields(above):
        return
    below = list(takewhile(lambda block: not isinstance(block, Heading), islice(blocks, at + 1, at + _MOST_LINES)))
    if not below or not isinstance(below[0], Paragraph) or not all(isinstance(block, Paragraph | Listing) for block in below):
        return
    if _TITLED[section.kind].match(heading.text) if section.kind in _TITLED else _WRITTEN.match(heading.text):
        told = "\n".join(block.text for block in below if isinstance(block, Paragraph))
        stands = replace(source, line=heading.line, element=heading.element, quote=heading.text[:200])
        row = Row(Named(heading.text), {Role.DESCRIPTION: Cell(told)}, stands)
        yield replace(group_below(at, [(row, stands)], trail), own_title="", heading="")  # what stands above is another field


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
