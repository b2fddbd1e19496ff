"""Turns Markdown, as vendors and mirrors really write it, into blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from driftgate.extract.blocks import Block, Code, Heading, Item, Listing, Paragraph
from driftgate.extract.markdown.definitions import definitions_end, read_definitions
from driftgate.extract.markdown.grids import grid_end, read_grid
from driftgate.extract.markdown.inline import read_inline, shown_of_component
from driftgate.extract.markdown.pipes import MOST_ROWS, read_table, starts_table
from driftgate.extract.page import Unreadable

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

#: characters of one Markdown page
LARGEST = 2 * 1024 * 1024

#: how many lists and quotes within one another are told apart (twice: a list and its entry); the rest is running text
_DEEPEST = 60
_FENCE = re.compile(r"^ {0,8}(`{3,}|~{3,})")
_SAMPLE = re.compile(r"^(`{3,}(?=[^`]*$)|~{3,})")
_BOLD_LINE = re.compile(r"^(?:\*\*|__)(?=\S)([^*\n]{1,120})(?<=\S)(?:\*\*|__)[:：]?$")
_INDENTED_MARKER = re.compile(r"^\s{4,}(?=[↳└├»])")
#: a component alone on its line would hide the heading below it from the Markdown library
_COMPONENT = re.compile(r"^\s{0,12}</?[A-Z][\w.]{0,60}(?:\s[^<>]{0,1000})?>\s*$")
_HTML_BLOCK = re.compile(r"^\s{0,8}<(table|h[1-6]|dl|ul|ol)\b", re.IGNORECASE)
_OPERATION = re.compile(
    r"""^(?:api|openapi):\s{0,4}["']?(?:[\w./:-]{0,200}\s)?(GET|POST|PUT|PATCH|DELETE)\s{1,4}(/[^\s"']{1,300}|https?://[^\s"']{1,300})["']?\s*$""",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"<!--[^<>]{0,2000}-->")
_IMPORT = re.compile(r"^(?:import|export) .{0,300}$", re.MULTILINE)


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
    position = start = _after_front_matter(lines)
    fence = ""
    defines = any(line.lstrip(" ").startswith((": ", ":\t")) for line in lines)
    yield from _stated(lines[:start])
    while position < len(lines):
        line = lines[position]
        if not fence and (end := _end_of_sample(lines, position)):
            yield from _plain(lines, start, position)
            yield _sample(lines, position, end)
            position = start = end
            continue
        fence = _fence_after(line, fence)
        if fence:
            position += 1
            continue
        if starts_table(lines, position):
            yield from _plain(lines, start, position)
            read = read_table(lines, position)
            yield read.table
            position = start = read.end
            continue
        grid = grid_end(lines, position) if "#|" in line else None
        if grid is not None:
            yield from _plain(lines, start, position)
            yield read_grid(lines, position, grid)
            position = start = grid
            continue
        listed = definitions_end(lines, position) if defines else None
        if listed is not None:
            yield from _plain(lines, start, position)
            yield read_definitions(lines, position, listed)
            position = start = listed
            continue
        html = _HTML_BLOCK.match(line)
        if html:
            end = _closing(lines, position, html[1].lower())
            yield from _plain(lines, start, position)
            yield from _fragment("\n".join(lines[position:end]), position)
            position = start = end
            continue
        position += 1
    yield from _plain(lines, start, len(lines))


def _after_front_matter(lines: Sequence[str]) -> int:
    """The first line behind a front matter, 0 where there is none."""
    first = next((at for at, line in enumerate(lines[:5]) if line.strip()), 0)
    if not lines or lines[first].strip() != "---":
        return 0
    for at in range(first + 1, min(len(lines), 400)):
        if lines[at].strip() in ("---", "..."):
            inside = [line for line in lines[first + 1 : at] if line.strip()]
            return at + 1 if inside and all(re.match(r"^(?:[\w\"'.-]+\s?:|\s|-|#)", line) for line in inside) else 0
    return 0


def _stated(front_matter: Sequence[str]) -> Iterator[Block]:
    """The operation that a front matter states (``api: GET https://…``, ``openapi: file.json get /x``), as a paragraph."""
    for number, line in enumerate(front_matter, 1):
        if stated := _OPERATION.match(line):
            yield Paragraph(f"{stated[1].upper()} {stated[2]}", number)


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
    """A fragment of HTML within Markdown, read as HTML is."""
    from dataclasses import replace

    from driftgate.extract.markup import blocks as html_blocks
    from driftgate.extract.markup import parse

    whole = f"<html><body>{source}</body></html>"
    for block in html_blocks(parse(whole.encode(), whole)):
        yield replace(block, line=line + 1)


def _plain(lines: Sequence[str], start: int, end: int) -> Iterator[Block]:
    """Blocks of the lines that are no table."""
    source = "\n".join(map(_seen, lines[start:end]))
    if not source.strip():
        return
    yield from _Tokens(_parser().parse(source), start).blocks()


def _shown(component: re.Match[str]) -> str:
    return shown_of_component(component[0])


def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).disable(["inline", "text_join"], ignoreInvalid=True)


class _Tokens:
    """A walk over the library's flat tokens; nested lists are counted, not recursed into."""

    def __init__(self, tokens: Sequence[Token], offset: int) -> None:
        self.tokens = tokens
        self.offset = offset
        self.items: list[Item] = []
        self.depth = -1

    def blocks(self) -> Iterator[Block]:
        """The blocks in the page's order."""
        for at, token in enumerate(self.tokens):
            kind = token.type
            if kind in ("bullet_list_open", "ordered_list_open"):
                self.depth += 1
            elif kind in ("bullet_list_close", "ordered_list_close"):
                self.depth -= 1
                if self.depth < 0:
                    yield from self._listing()
            elif kind == "list_item_open":
                self.items.append(Item(max(self.depth, 0), "", line=self._line(token)))
            elif kind in ("fence", "code_block"):
                yield from self._listing()
                yield Code(token.content, token.info.strip(), self._line(token))
            elif kind == "html_block":
                yield from self._html(token)
            elif kind == "inline":
                yield from self._inline(token, self.tokens[at - 1])
        yield from self._listing()

    def _line(self, token: Token) -> int | None:
        return token.map[0] + self.offset + 1 if token.map else None

    def _listing(self) -> Iterator[Block]:
        items = tuple(item for item in self.items if item.text)
        self.items = []
        if items:
            yield Listing(items, items[0].line)

    def _inline(self, token: Token, opener: Token) -> Iterator[Block]:
        source = _COMMENT.sub("", token.content)
        if opener.type == "heading_open":
            yield from self._listing()
            yield Heading(int(opener.tag[1]), read_inline(source).text, self._line(token))
        elif self.depth >= 0:
            self._item(source)
        else:
            yield from _paragraph(_IMPORT.sub("", source), self._line(token))

    def _item(self, source: str) -> None:
        cell = read_inline(source)
        if not self.items:
            self.items.append(Item(max(self.depth, 0), ""))
        last = self.items[-1]
        spans = [span for span in (*cell.code, *cell.strong) if cell.text.startswith(span)]
        self.items[-1] = Item(
            depth=last.depth,
            text=f"{last.text}\n{cell.text}" if last.text else cell.text,
            term=last.term if last.text else max(spans, key=len, default=""),
            line=last.line,
            code=last.code + cell.code,
            strong=last.strong + cell.strong,
        )

    def _html(self, token: Token) -> Iterator[Block]:
        """Tags on lines of their own; what they hold is a paragraph."""
        source = _COMMENT.sub("", token.content).strip()
        if self.depth < 0 and source:
            yield from _paragraph(source, self._line(token))


def _paragraph(source: str, line: int | None) -> Iterator[Block]:
    bold = _BOLD_LINE.match(source.strip())
    cell = read_inline(source)
    if bold and cell.strong:
        yield Heading(7, cell.text.rstrip(":： "), line)
    elif cell.text:
        yield Paragraph(cell.text, line, code=cell.code, strong=cell.strong)
