"""Turns AsciiDoc, as generators and authors write it, into blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from driftgate.extract.asciidoc.inline import read_inline
from driftgate.extract.asciidoc.lines import VERBATIM, Line, shown_lines
from driftgate.extract.asciidoc.tables import opens_table, read_table
from driftgate.extract.blocks import Block, Code, Heading, Item, Listing, Paragraph
from driftgate.extract.markdown.blocks import LARGEST
from driftgate.extract.markdown.pipes import MOST_ROWS
from driftgate.extract.page import Unreadable

_HEADING = re.compile(r"^(={1,6}|#{1,6})\s+(\S.{0,500})$")
_UNDERLINE = {"=": 1, "-": 2, "~": 3, "^": 4, "+": 5}
_ATTRIBUTES = re.compile(r"^\[(?![*_`\s])([^\n]{0,500})\]$")
_TITLE = re.compile(r"^\.(?=[^\s.])(.{1,300})$")
_CONTAINER = re.compile(r"^(?:={4,80}|\*{4,80}|_{4,80}|--|\+)$")
_LIST = re.compile(r"^\s{0,40}(\*{1,5}|-|\.{1,5}|\d{1,4}\.)\s+(?:\[[ x*]\]\s+)?(\S.*)$")
_TERM = re.compile(r"^\s{0,40}(\S.{0,300}?)(:{2,4}|;;)(?:\s+(\S.*))?$")
_CALLOUT = re.compile(r"[ \t]*(?:(?://|#|;;|--)[ \t]*)?<(?:\d{1,3}|\.)>(?=\s*$|\s*<)", re.MULTILINE)
_LANGUAGE = re.compile(r"^(?:source)?(?:%[\w%]{1,40})?\s?,\s?([\w+-]{1,40})")


def blocks(text: str) -> tuple[Block, ...]:
    """The page as blocks, each with its line. Raises UnparsableError for a page beyond the limits."""
    from driftgate.extract.markup import UnparsableError

    if len(text) > LARGEST:
        raise UnparsableError(Unreadable.TOO_LARGE)
    rows, found = 0, []
    for block in _Reader(shown_lines(text)).blocks():
        rows += len(getattr(block, "rows", ()))
        if rows > MOST_ROWS:
            raise UnparsableError(Unreadable.TOO_MANY_ROWS)
        found.append(block)
    return tuple(found)


class _Reader:
    """A walk over the lines; what is open (attributes, a paragraph, a list) is closed by what comes next."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.at = 0
        self.attributes = ""
        self.paragraph: list[Line] = []
        self.items: list[Item] = []
        self.markers: list[str] = []

    def blocks(self) -> Iterator[Block]:
        """The blocks in the page's order."""
        while self.at < len(self.lines):
            line = self.lines[self.at]
            self.at += 1
            yield from self._line(line) if line.text.strip() else self._blank()
        yield from self._flush()

    def _line(self, line: Line) -> Iterator[Block]:
        heading = _HEADING.match(line.text)
        if heading or self._is_underlined(line):
            yield from self._flush()
            yield self._heading(line, heading)
        elif VERBATIM.match(line.text):
            yield from self._flush(keep_list=True)
            yield from self._verbatim(line)
        elif delimiter := opens_table(line.text):
            yield from self._flush()
            yield from self._table(delimiter)
        elif _CONTAINER.match(line.text):
            yield from self._flush_paragraph()
        elif (stated := _ATTRIBUTES.match(line.text)) and not self.paragraph:
            self.attributes += f"[{stated[1]}]"
        elif (title := _TITLE.match(line.text)) and not self.paragraph:
            yield from self._flush()
            yield from _paragraph(title[1], line.number)
        else:
            yield from self._text(line)

    def _text(self, line: Line) -> Iterator[Block]:
        entry = _LIST.match(line.text)
        term = None if entry else _TERM.match(line.text)
        if entry or term:
            yield from self._flush_paragraph()
            self._item(entry or term, line.number, named=term is not None)  # type: ignore[arg-type]
        elif self.items and not self.paragraph and self.lines[self.at - 2].text.strip():
            self._into_item(line.text)
        else:
            self.paragraph.append(line)

    def _heading(self, line: Line, match: re.Match[str] | None) -> Heading:
        self.attributes = ""
        if match:
            text = match[2].removesuffix(f" {match[1]}")
            return Heading(len(match[1]), read_inline(text).text, line.number)
        self.at += 1
        return Heading(_UNDERLINE[self.lines[self.at - 1].text[0]], read_inline(line.text).text, line.number)

    def _is_underlined(self, line: Line) -> bool:
        """The older form of a heading: a line of text, and below it one of signs that is as long."""
        below = self.lines[self.at].text if self.at < len(self.lines) else ""
        signs = len(below) >= 3 and below[0] in _UNDERLINE and not below.strip(below[0])
        return signs and not self.paragraph and abs(len(below) - len(line.text)) <= 1 and line.text[0].isalnum()

    def _verbatim(self, line: Line) -> Iterator[Block]:
        fence = line.text[: len(line.text) - len(line.text.lstrip("`"))]
        closing, info = fence or line.text, line.text[len(fence) :].strip() if fence else self._language()
        inside = list(self._until(closing))
        text = "\n".join(inner.text for inner in inside)
        if closing[0] == "+":
            yield from _fragment(text, line.number)
        else:
            yield Code(_CALLOUT.sub("", text) + "\n", info, line.number)

    def _until(self, closing: str) -> Iterator[Line]:
        while self.at < len(self.lines):
            line = self.lines[self.at]
            self.at += 1
            if line.text == closing:
                return
            yield line

    def _language(self) -> str:
        stated = _LANGUAGE.match(self.attributes.rpartition("[")[2].rstrip("]"))
        self.attributes = ""
        return stated[1] if stated else ""

    def _table(self, delimiter: str) -> Iterator[Block]:
        lines = list(self._until(delimiter))
        attributes, self.attributes = self.attributes, ""
        inner: list[Block] = []
        if delimiter[0] == "|" and any(opens_table(line.text) for line in lines):
            lines, inner = _without_inner(lines)
        table = read_table(lines, attributes, delimiter)
        yield from [table] if table else []
        yield from inner

    def _item(self, match: re.Match[str], line: int, *, named: bool) -> None:
        mark = match[2] if named else "1." if match[1][0].isdigit() else match[1]
        if mark in self.markers:
            self.markers = self.markers[: self.markers.index(mark)]
        self.markers.append(mark)
        term = read_inline(match[1]) if named else None
        cell = read_inline((match[3] or "") if named else match[2])
        spans = [span for span in (*cell.code, *cell.strong) if cell.text.startswith(span)]
        name = term.text if term else max(spans, key=len, default="")
        code = (*(term.code if term else ()), *cell.code)
        self.items.append(Item(len(self.markers) - 1, cell.text, name, line, code, cell.strong))

    def _into_item(self, source: str) -> None:
        cell, last = read_inline(source), self.items[-1]
        text = f"{last.text}\n{cell.text}" if last.text else cell.text
        self.items[-1] = Item(last.depth, text, last.term, last.line, last.code + cell.code, last.strong + cell.strong)

    def _blank(self) -> Iterator[Block]:
        yield from self._flush_paragraph()

    def _flush(self, *, keep_list: bool = False) -> Iterator[Block]:
        yield from self._flush_paragraph()
        yield from self._listing()
        self.markers = self.markers if keep_list else []

    def _listing(self) -> Iterator[Block]:
        items = tuple(item for item in self.items if item.text or item.term)
        self.items = []
        if items:
            yield Listing(items, items[0].line)

    def _flush_paragraph(self) -> Iterator[Block]:
        lines, self.paragraph = self.paragraph, []
        if not lines:
            return
        belongs = self.items and (not self.items[-1].text or self.lines[max(self.at - 2 - len(lines), 0)].text == "+")
        if belongs:
            for line in lines:
                self._into_item(line.text)
            return
        yield from self._listing()
        text = "\n".join(line.text for line in lines)
        if text[0] in " \t" or self.attributes.startswith(("[source", "[listing", "[,")):
            yield Code(_CALLOUT.sub("", text) + "\n", self._language(), lines[0].number)
        else:
            yield from _paragraph(_flowing(lines), lines[0].number)
        self.attributes = ""


def _flowing(lines: Sequence[Line]) -> str:
    """Lines flow together, except where a break is set."""
    return "".join(line.text.removesuffix(" +") + ("\n" if line.text.endswith(" +") else " ") for line in lines).strip()


def _paragraph(source: str, line: int) -> Iterator[Block]:
    cell = read_inline(source)
    if cell.strong == (cell.text,) and len(cell.text) <= 120:
        yield Heading(7, cell.text.rstrip(":： "), line)
    elif cell.text:
        yield Paragraph(cell.text, line, code=cell.code, strong=cell.strong)


def _without_inner(lines: Sequence[Line]) -> tuple[list[Line], list[Block]]:
    """The lines of a table without the tables that stand in its cells, and these tables."""
    kept: list[Line] = []
    inner: list[Block] = []
    held: list[Line] | None = None
    for number, line in enumerate(lines):
        if not opens_table(line.text):
            (kept if held is None else held).append(line)
        elif held is None:
            held = []
        else:
            stated = lines[number - len(held) - 2].text if number - len(held) >= 2 else ""
            table = read_table(held, stated if stated.startswith("[") else "", line.text)
            inner += [table] if table else []
            held = None
    return kept, inner


def _fragment(source: str, line: int) -> Iterator[Block]:
    """HTML that is passed through, read as HTML is."""
    from dataclasses import replace

    from driftgate.extract.markup import blocks as html_blocks
    from driftgate.extract.markup import parse

    whole = f"<html><body>{source}</body></html>"
    for block in html_blocks(parse(whole.encode(), whole)):
        yield replace(block, line=line)
