"""Turns Markdown, as vendors and mirrors really write it, into blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from driftgate.extract.blocks import Block, Code
from driftgate.extract.markdown.definitions import definitions_end, read_definitions
from driftgate.extract.markdown.front_matter import after_front_matter, operation_in
from driftgate.extract.markdown.grids import grid_end, read_grid
from driftgate.extract.markdown.inline import as_html, shown_of_component
from driftgate.extract.markdown.objects import read_objects
from driftgate.extract.markdown.pipes import MOST_ROWS, read_table, starts_table
from driftgate.extract.markdown.tokens import blocks_of_library
from driftgate.extract.page import Unreadable

#: characters of one Markdown page
LARGEST = 2 * 1024 * 1024

_FENCE = re.compile(r"^ {0,8}(`{3,}|~{3,})")
_SAMPLE = re.compile(r"^(`{3,}(?=[^`]*$)|~{3,})")
_INDENTED_MARKER = re.compile(r"^\s{4,}(?=[↳└├»])")
#: a component alone on its line would hide the heading below it from the Markdown library
_COMPONENT = re.compile(r"^\s{0,12}</?[A-Z][\w.]{0,60}(?:\s[^<>]{0,1000})?>\s*$")
_HTML_BLOCK = re.compile(r"^\s{0,8}<(table|h[1-6]|dl|ul|ol)\b", re.IGNORECASE)


def blocks(text: str) -> tuple[Block, ...]:
    """The page as blocks, each with its line. Raises UnparsableError for a page beyond the limits."""
    from driftgate.extract.markup import UnparsableError

    if len(text) > LARGEST:
        raise UnparsableError(Unreadable.TOO_LARGE)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    rows, found = 0, []
    for block in _all_blocks(lines):
        rows += len(getattr(block, "rows", ()))
        if rows > MOST_ROWS:
            raise UnparsableError(Unreadable.TOO_MANY_ROWS)
        found.append(block)
    return tuple(found)


def _all_blocks(lines: list[str]) -> Iterator[Block]:
    """Tables and HTML fragments are cut out; what lies between them is left to the Markdown library."""
    position = start = after_front_matter(lines)
    fence = ""
    defines = any(line.lstrip(" ").startswith((": ", ":\t")) for line in lines)
    yield from operation_in(lines[:start])
    while position < len(lines):
        if not fence and (end := _end_of_sample(lines, position)):
            apart: tuple[int, Iterator[Block]] | None = end, iter((_sample(lines, position, end),))
        else:
            fence = _fence_after(lines[position], fence)
            apart = None if fence else _apart(lines, position, defines=defines)
        if apart is None:
            position += 1
            continue
        yield from _plain(lines, start, position)
        yield from apart[1]
        position = start = apart[0]
    yield from _plain(lines, start, len(lines))


def _apart(lines: list[str], at: int, *, defines: bool) -> tuple[int, Iterator[Block]] | None:
    """The table, definition list, component or HTML fragment that begins at a line: the line behind it, and its blocks."""
    if starts_table(lines, at):
        read = read_table(lines, at)
        return read.end, iter((read.table,))
    if "#|" in lines[at] and (end := grid_end(lines, at)) is not None:
        return end, iter((read_grid(lines, at, end),))
    if defines and (end := definitions_end(lines, at)) is not None:
        return end, iter((read_definitions(lines, at, end),))
    if "<" in lines[at] and (listed := read_objects(lines, at)):
        return listed.end, iter(listed.blocks)
    if html := _HTML_BLOCK.match(lines[at]):
        end = _closing(lines, at, html[1].lower())
        return end, _fragment("\n".join(lines[at:end]), at)
    return None


def _fence_after(line: str, fence: str) -> str:
    """The fence that is open behind this line."""
    mark = _FENCE.match(line)
    if not mark:
        return fence
    if not fence:
        return mark[1]
    closes = mark[1][0] == fence[0] and len(mark[1]) >= len(fence) and not line.strip().strip(fence[0])
    return "" if closes else fence


def _end_of_sample(lines: Sequence[str], at: int) -> int:
    """The line behind a fenced sample that opens here, at the margin and below a blank line: nothing can hold such a one.

    0 where none opens here or it never closes. Samples are the larger part of many pages, and the library reads them slowly.
    """
    opening = _SAMPLE.match(lines[at])
    if opening is None or (at and lines[at - 1].strip()):
        return 0
    mark = opening[1]
    for position in range(at + 1, len(lines)):
        line = lines[position]
        if mark in line and len(line) - len(line.lstrip(" ")) < 4 and not line.strip().strip(mark[0]):
            return position + 1
    return 0


def _sample(lines: Sequence[str], at: int, end: int) -> Code:
    inside = "".join(f"{_seen(line)}\n" for line in lines[at + 1 : end - 1])
    return Code(inside, lines[at].strip().lstrip("`~").strip(), at + 1)


def _seen(line: str) -> str:
    """The line without what would keep the library from understanding those around it."""
    return _INDENTED_MARKER.sub("", _COMPONENT.sub(lambda tag: shown_of_component(tag[0]), line))


def _closing(lines: Sequence[str], at: int, name: str) -> int:
    """The line behind the element that opens here; the next line if it is never closed."""
    depth = 0
    for position in range(at, min(len(lines), at + MOST_ROWS)):
        lowered = lines[position].lower()
        depth += lowered.count(f"<{name}") - lowered.count(f"</{name}>")
        if depth <= 0:
            return position + 1
    return at + 1


def _fragment(source: str, line: int) -> Iterator[Block]:
    """A fragment of HTML within Markdown, read as HTML is; what stands below an empty line in it is Markdown."""
    from dataclasses import replace

    from driftgate.extract.markup import blocks as html_blocks
    from driftgate.extract.markup import parse

    told = _with_markdown(source) if "\n\n" in source else source
    whole = f"<html><body>{told}</body></html>"
    for block in html_blocks(parse(whole.encode(), whole)):
        yield replace(block, line=line + 1)


def _with_markdown(source: str) -> str:
    """A fragment with the Markdown in it, up to the next line that begins with a tag, as HTML."""
    told: list[str] = []
    within = False
    for line in source.split("\n"):
        within = not line.strip() or (within and not line.lstrip().startswith("<"))
        told.append(as_html(line) if within and line.strip() else line)
    return "\n".join(told)


def _plain(lines: Sequence[str], start: int, end: int) -> Iterator[Block]:
    """Blocks of the lines that are no table."""
    source = "\n".join(map(_seen, lines[start:end]))
    if not source.strip():
        return
    yield from blocks_of_library(source, start)
