"""Lists whose entries are the sections of an operation: "Method", "URL", "Query parameters" with the fields below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from driftgate.extract.blocks import Block, Code, Heading, Item, Listing, Paragraph, Table
from driftgate.extract.tables.operations.oneline import operation_in
from driftgate.extract.tables.operations.pairs import labelled_method
from driftgate.extract.tables.rows.entries import ASSIGNED
from driftgate.extract.tables.rows.inlined import inlined
from driftgate.extract.tables.rows.records import as_records
from driftgate.extract.tables.sections import Kind, announces_fields, section_of

#: what no entry of a list announces by its name alone
_SAYS_NOTHING = (Kind.MEDIA_TYPE, Kind.FIELDS, Kind.MODELS)
_LEVEL = 7
#: what some pages begin lines with instead of making a list
_BULLETS = ("•", "●", "▪", "◦", "·", "°", "‣", "○", "■", "□")
_LONGEST = 60
_SMALL_NAME = re.compile(r"^[a-z_$][\w$.-]*$")


def unfolded(blocks: Sequence[Block]) -> list[Block]:
    """The same blocks, where a list's entry that announces fields has become a heading, and a list the entries within it; and
    a list of records a table."""
    found: list[Block] = []
    for given, behind in zip_longest(blocks, blocks[1:]):
        if isinstance(given, Paragraph) and given.code and (lines := _said(given)):
            found += lines
            continue
        block = _as_list(given) if isinstance(given, Paragraph) and given.text[:1] in _BULLETS else given
        for part in _by_operations(block) if isinstance(block, Listing) else (block,):
            if isinstance(part, Listing) and (records := as_records(part)):
                found.append(records)
            elif isinstance(part, Listing) and _has_sections(part, behind):
                found += _parts(part)
            else:
                found.append(part)
    return found


def _said(block: Paragraph) -> list[Block]:
    """The lines of a paragraph where one names fields behind a label: the label, and a list of them; else none."""
    lines = block.text.split("\n")
    told = [inlined(line, block.code, block.line) for line in lines]
    found: list[Block] = []
    for line, said in zip(lines, told, strict=True) if any(told) else ():
        found.append(Paragraph(f"{said[0]}:", block.line, block.element) if said else replace(block, text=line))
        found += [Listing(said[1], block.line, block.element)] if said else []
    return found


def _as_list(block: Paragraph) -> Block:
    """A paragraph each line of which begins with a bullet as the list that it is."""
    lines = block.text.split("\n")
    if not all(line[:1] in _BULLETS and line[1:].strip() for line in lines):
        return block
    items = []
    for line in lines:
        text = line[1:].strip()
        spans = [tuple(span for span in found if span in text) for found in (block.code, block.strong)]
        term = next((span for found in spans for span in found if text.startswith(span)), "")
        items.append(Item(0, text, term, block.line, *spans))
    return Listing(tuple(items), block.line, block.element)


def _by_operations(listing: Listing) -> Iterator[Block]:
    """A list of which entries state operations, what such an entry is followed by being its own: each entry a paragraph, and
    the entries beside and within it a list. Any other list as it is."""
    if sum(bool(labelled_method(item.text)) for item in listing.items) > 1 and any(item.depth for item in listing.items):
        yield from _outermost(listing)
        return
    stated = [at for at, item in enumerate(listing.items) if "/" in item.text and operation_in(item.text)]
    if not stated or len(listing.items) == len(stated) or listing.items[stated[0]].depth == 0:
        yield listing
        return
    depth = listing.items[stated[0]].depth
    held: list[Item] = []
    for at, item in enumerate(listing.items):
        if at in stated or item.depth < depth:
            yield from _list_of(held, listing.element)
            held = []
            yield Paragraph(item.text, item.line, listing.element, item.code, item.strong)
        else:
            held.append(replace(item, depth=item.depth - depth))
    yield from _list_of(held, listing.element)


def _outermost(listing: Listing) -> Iterator[Block]:
    """Each outermost entry with what is within it as a list of its own: an operation each."""
    held: list[Item] = []
    for item in listing.items:
        if not item.depth:
            yield from _list_of(held, listing.element)
            held = []
        held.append(item)
    yield from _list_of(held, listing.element)


def _list_of(items: list[Item], element: str) -> Iterator[Block]:
    if items:
        yield Listing(tuple(items), items[0].line, element)


def _has_sections(listing: Listing, behind: Block | None) -> bool:
    """Whether an entry announces fields of a request or a response, and holds them or ends the list: alone, or with more words
    right above a table or a sample. behind: the block below the list."""
    items = listing.items
    for at, item in enumerate(items):
        label = _label(item)
        section = section_of(label) if label else None
        if announces_fields(section):
            last = at + 1 == len(items)
            if inlined(item.text, item.code, item.line):
                return True
            above = last and isinstance(behind, Table | Code) and item.term in item.strong
            if above or _assigned(item) or (_is_bare(item) and (last or items[at + 1].depth)):
                return True
    return False


def _label(item: Item) -> str:
    """The words with which an outermost entry announces a section, else ""; a name in code or in small letters is a field."""
    first = item.text.partition("\n")[0].strip()
    named = item.term.rstrip(":： ") if item.term in item.strong else ""
    label = named or (first.rstrip(":： ") if first.endswith((":", "：")) else "")
    label = label or (said[0] if (said := inlined(item.text, item.code, item.line)) else "")
    if item.depth or not label or len(label) > _LONGEST or label in item.code or _SMALL_NAME.match(label):
        return ""
    section = section_of(label)
    return label if section is not None and section.kind not in _SAYS_NOTHING else ""


def _is_bare(item: Item) -> bool:
    """Whether an entry says no more than its label."""
    return "\n" not in item.text and item.text.strip().rstrip(":： ") == _label(item)


def _assigned(item: Item) -> bool:
    return any(ASSIGNED.match(line) for line in item.text.split("\n")[1:])


def _parts(listing: Listing) -> Iterator[Block]:
    held: list[Item] = []
    inside = 0  # how much deeper than the list the entries of a section are
    for item in listing.items:
        label = _label(item)
        if item.depth and inside:
            held.append(replace(item, depth=item.depth - inside))
            continue
        if label or inside:
            yield from _list_of(held, listing.element)
            held = []
        inside = 1 if label else 0
        if label:
            yield Heading(_LEVEL, label, item.line, listing.element)
            yield from _lines(item, label, listing.element)
        else:
            held.append(item)
    yield from _list_of(held, listing.element)


def _lines(item: Item, label: str, element: str) -> Iterator[Block]:
    """What an entry says behind its label: fields one per line, each run of them a list, and words."""
    if said := inlined(item.text, item.code, item.line):
        yield Listing(said[1], item.line, element)
        return
    held: list[Item] = []
    for line in item.text.removeprefix(label).lstrip(":： ").split("\n"):
        if field := ASSIGNED.match(line):
            held.append(Item(0, line, field[0], item.line, tuple(span for span in item.code if span in line)))
            continue
        yield from _list_of(held, element)
        held = []
        if line.strip():
            yield Paragraph(line.strip(), item.line, element, tuple(span for span in item.code if span in line))
    yield from _list_of(held, element)
