"""What the Markdown library makes of plain Markdown, as blocks: headings, paragraphs, lists and code."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from driftgate.extract.blocks import Block, Code, Heading, Item, Listing, Paragraph
from driftgate.extract.markdown.inline import read_inline

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

#: how many lists and quotes within one another are told apart (twice: a list and its entry); the rest is running text
_DEEPEST = 60
_BOLD_LINE = re.compile(r"^(?:\*\*|__)(?=\S)([^*\n]{1,120})(?<=\S)(?:\*\*|__)[:：]?$")
_COMMENT = re.compile(r"<!--[^<>]{0,2000}-->")
_IMPORT = re.compile(r"^(?:import|export) .{0,300}$", re.MULTILINE)


def blocks_of_library(source: str, offset: int) -> Iterator[Block]:
    """The blocks of Markdown that is all its own, without tables and HTML; offset: how many lines of the page stand before it."""
    return _Tokens(_parser().parse(source), offset).blocks()


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
