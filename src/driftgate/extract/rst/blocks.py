"""Turns reStructuredText, as authors and generators write it, into blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from driftgate.extract.blocks import Block, Code, Heading, Item, Listing, Paragraph
from driftgate.extract.markdown.blocks import LARGEST
from driftgate.extract.markdown.pipes import MOST_ROWS
from driftgate.extract.page import Unreadable
from driftgate.extract.rst.http import Field, field_tables, operation_title
from driftgate.extract.rst.inline import read_inline
from driftgate.extract.rst.lines import Line, below, dedented, indent_of, lines_of
from driftgate.extract.rst.tables import opens_grid, opens_simple, read_csv_table, read_grid, read_list_table, read_simple

_ADORNMENT = re.compile(r"^([!-/:-@\[-`{-~])\1{2,200}$")
_DIRECTIVE = re.compile(r"^\.\. (?:\|[^|\n]{1,100}\| )?([A-Za-z][\w:.+-]{0,60}):: ?(.*)$")
_FIELD = re.compile(r"^:(?!:)((?:[^:\\\n`]|:(?=\S)|`[^`\n]{0,100}`){1,200}):(?: (.*)|$)")
_BULLET = re.compile(r"^( *)([-*+•]|\d{1,3}[.)]|#\.|\([a-z\d]{1,3}\)) +(\S.*)$")
_DASH = " – "
_CODES = ("code", "code-block", "sourcecode", "literalinclude", "parsed-literal", "prompt", "http:example", "tabularcolumns")
_DROPPED = ("image", "figure", "toctree", "contents", "raw", "include", "index", "meta", "highlight", "http:index", "seealso")
_TABLES = ("list-table", "csv-table", "table", "flat-table")
_DEEPEST = 30
_LONGEST_TERM = 120
_LABEL = 7


def blocks(text: str) -> tuple[Block, ...]:
    """The page as blocks, each with its line. Raises UnparsableError for a page beyond the limits."""
    from driftgate.extract.markup import UnparsableError

    if len(text) > LARGEST:
        raise UnparsableError(Unreadable.TOO_LARGE)
    rows, found = 0, []
    for block in _Reader().blocks(lines_of(text)):
        rows += len(getattr(block, "rows", ()))
        if rows > MOST_ROWS:
            raise UnparsableError(Unreadable.TOO_MANY_ROWS)
        found.append(block)
    return tuple(found)


class _Reader:
    """A walk over the lines; titles have the level at which their adornment was first met."""

    def __init__(self) -> None:
        self.styles: list[str] = []
        self.level = 0
        self.depth = 0

    def blocks(self, lines: Sequence[Line]) -> Iterator[Block]:
        """The blocks of lines that begin at one column, in order."""
        at = 0
        while at < len(lines):
            text = lines[at].text
            if not text:
                at += 1
                continue
            title = self._title(lines, at)
            if title:
                yield title[0]
                at = title[1]
            elif text.startswith(".."):
                end = below(lines, at)
                yield from self._directive(lines[at:end])
                at = end
            elif opens_grid(text) or opens_simple(text):
                table, at = (read_grid if text[0] == "+" else read_simple)(lines, at)
                yield table
            elif _FIELD.match(text):
                fields, at = _fields(lines, at)
                yield from field_tables(fields)
            elif _BULLET.match(text):
                listing, at = _listing(lines, at)
                yield listing
            elif text[0] == " ":
                end = below(lines, at)
                yield from self._inside(_aligned(lines[at:end]))
                at = end
            else:
                found, at = self._text(lines, at)
                yield from found

    def _inside(self, lines: Sequence[Line]) -> Iterator[Block]:
        """The blocks of what is indented."""
        if self.depth >= _DEEPEST:
            return
        self.depth += 1
        yield from self.blocks(lines)
        self.depth -= 1

    def _title(self, lines: Sequence[Line], at: int) -> tuple[Heading, int] | None:
        """A title with the line behind it: text above an adornment as long as it, or between two."""
        texts = [line.text for line in lines[at : at + 3]] + ["", ""]
        over = _ADORNMENT.match(texts[0])
        if over and texts[1] and texts[2] == texts[0] and not opens_simple(texts[0]):
            return self._heading(texts[1], over[1] * 2, lines[at + 1].number), at + 3
        under = _ADORNMENT.match(texts[1])
        if under and not over and texts[0][0] != " " and len(texts[1]) >= min(len(texts[0]) - 2, 4):
            return self._heading(texts[0], under[1], lines[at].number), at + 2
        return None

    def _heading(self, text: str, style: str, line: int) -> Heading:
        if style not in self.styles:
            self.styles.append(style)
        self.level = min(self.styles.index(style) + 1, 6)
        return Heading(self.level, read_inline(text).text, line)

    def _directive(self, lines: Sequence[Line]) -> Iterator[Block]:
        """What a directive shows: an operation, a sample, a table, or what stands below it; nothing of a comment."""
        match = _DIRECTIVE.match(lines[0].text)
        if match is None or match[1] in _DROPPED:
            return
        options, inside = _options(_aligned(lines[1:]))
        number = lines[0].number
        if title := operation_title(match[1], match[2], min(self.level + 1, 6), number):
            yield title
            yield from self._inside(inside)
        elif match[1] in _CODES:
            yield Code("\n".join(line.text for line in inside) + "\n", match[2].strip(), number)
        elif match[1] in _TABLES:
            yield from self._table(match[1], match[2], options, inside)
        else:
            stated = [Line(number, match[2])] if match[2] and ":" not in match[1] else []
            apart = [Line(number, "")] if stated and len(lines) > 1 and not lines[1].text else []
            yield from self._inside([*stated, *apart, *inside])

    def _table(self, kind: str, title: str, options: dict[str, str], inside: Sequence[Line]) -> Iterator[Block]:
        if title and inside:
            yield Paragraph(read_inline(title).text, inside[0].number)
        if kind == "csv-table":
            table = read_csv_table(inside, options.get("header", "")) if inside else None
            yield from [table] if table else []
        elif kind == "table":
            yield from self._inside(inside)
        else:
            heads = options.get("header-rows", "0")
            table = read_list_table(inside, int(heads) if heads.isdigit() else 0) if inside else None
            yield from [table] if table else []

    def _text(self, lines: Sequence[Line], at: int) -> tuple[list[Block], int]:
        """A paragraph, the sample that it announces, or terms with what is said of them below each."""
        end = at
        while end < len(lines) and lines[end].text and (end == at or lines[end].text[0] != " "):
            end += 1
        if end == at + 1 and end < len(lines) and lines[end].text:
            return _terms(lines, at)
        text = " ".join(line.text for line in lines[at:end])
        found = list(_paragraph(text.removesuffix("::").rstrip() + (":" if text.endswith("::") else ""), lines[at].number))
        if not text.endswith("::"):
            return found, end
        sample = below(lines, end) if end < len(lines) else end
        shown = _aligned(lines[end:sample])
        if shown:
            found.append(Code("\n".join(line.text for line in shown) + "\n", "", shown[0].number))
        return found, max(sample, end)


def _paragraph(source: str, line: int) -> Iterator[Block]:
    cell = read_inline(source)
    if len(cell.strong) == 1 and cell.text.rstrip(":： ") == cell.strong[0].rstrip(":： ") and len(cell.text) <= _LONGEST_TERM:
        yield Heading(_LABEL, cell.text.rstrip(":： "), line)
    elif cell.text.strip(": "):
        yield Paragraph(cell.text, line, code=cell.code, strong=cell.strong)


def _aligned(lines: Sequence[Line]) -> list[Line]:
    """The same lines without what all of them are indented by, nor blank lines around them."""
    common = min((indent_of(line.text) for line in lines if line.text), default=0)
    found = [Line(line.number, line.text[common:]) for line in lines]
    while found and not found[0].text:
        found.pop(0)
    return found


def _options(lines: Sequence[Line]) -> tuple[dict[str, str], list[Line]]:
    """The options at the head of a directive, and what it holds."""
    options: dict[str, str] = {}
    at = 0
    while at < len(lines) and lines[at].text and (field := _FIELD.match(lines[at].text)) and " " not in field[1]:
        options[field[1]] = field[2] or ""
        at += 1
    if at < len(lines) and lines[at].text:  # these were fields, and none of the directive's options
        return {}, list(lines)
    return options, _aligned(lines[at:])


def _fields(lines: Sequence[Line], at: int) -> tuple[list[Field], int]:
    """The entries of a field list from a line on, and the line behind it."""
    found: list[Field] = []
    while at < len(lines) and (match := _FIELD.match(lines[at].text)):
        end = below(lines, at)
        body = [match[2] or "", *(line.text.strip() for line in lines[at + 1 : end])]
        name, *arguments = read_inline(match[1]).text.split()
        found.append(Field(lines[at].number, name.lower(), tuple(arguments), "\n".join(part for part in body if part)))
        at = end
        while at + 1 < len(lines) and not lines[at].text and _FIELD.match(lines[at + 1].text):
            at += 1
    return found, at


def _listing(lines: Sequence[Line], at: int) -> tuple[Listing, int]:
    """A list with those within it, and the line behind it; lines below an entry go on with it."""
    items: list[Item] = []
    indents: list[int] = []
    start = at
    while at < len(lines):
        text = lines[at].text
        entry = _BULLET.match(text)
        if entry:
            indents = [indent for indent in indents if indent < len(entry[1])] + [len(entry[1])]
            items.append(_item(len(indents) - 1, entry[3], lines[at].number))
        elif text and text[0] == " " and items:
            last = items[-1]
            items[-1] = _item(last.depth, f"{last.text}\n{text.strip()}", last.line or 0, last)
        elif text:
            break
        at += 1
    return Listing(tuple(items), lines[start].number), at


def _item(depth: int, source: str, line: int, before: Item | None = None) -> Item:
    cell = read_inline(source)
    code, strong = ((*before.code, *cell.code), (*before.strong, *cell.strong)) if before else (cell.code, cell.strong)
    term = next((span for span in (*strong, *code) if cell.text.startswith(span)), "")
    return Item(depth, cell.text, term, line, code, strong)


def _terms(lines: Sequence[Line], at: int) -> tuple[list[Block], int]:
    """Terms with what is said of them, as the entries of a list, and the line behind them."""
    items: list[Item] = []
    first = lines[at].number
    while at + 1 < len(lines) and lines[at].text and lines[at].text[0] != " " and lines[at + 1].text[:1] == " ":
        if _DIRECTIVE.match(lines[at].text) or len(lines[at].text) > _LONGEST_TERM:
            break
        end = below(lines, at)
        term = read_inline(lines[at].text)
        told = read_inline(" ".join(line.text.strip() for line in dedented(lines[at + 1 : end])))
        items.append(Item(0, told.text, term.text, lines[at].number, (*term.code, *told.code), (*term.strong, *told.strong)))
        at = end
        while at < len(lines) and not lines[at].text:
            at += 1
    if items:
        return [Listing(tuple(items), first)], at
    return list(_paragraph(lines[at].text, lines[at].number)), at + 1
