"""Turns a page that was captured as plain text into blocks: every line stands for itself, but for tables, samples and lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from driftgate.contract.paths import METHODS
from driftgate.extract.blocks import Block, Code, Heading, Item, Listing, Paragraph
from driftgate.extract.flattened.grids import grid_at
from driftgate.extract.flattened.samples import Samples
from driftgate.extract.markdown.inline import read_inline
from driftgate.extract.tables.labels import LONGEST_LABEL
from driftgate.extract.tables.sections import Kind, section_of, sides_of

_METHOD = "|".join(METHODS)
#: what no capture as plain text has left
_MARKED = re.compile(
    r"^(?: {0,3}#{1,6} |\s*(?:```|~~~)(?![^\n]*```)|\s*</?(?:table|tr|td|div|p|ul|ol|h[1-6])\b|={3,}\s*$|\s{2,}(?:[-*+]\s|\|))",
    re.MULTILINE,
)
_SENDS = re.compile(rf"\b(?:{_METHOD})\b|^(?:{_METHOD.lower()})\b|\s(?:{_METHOD.lower()})$", re.MULTILINE)
_BULLET = re.compile(r"^(\s*)[•●▪◦‣*-]\s{1,4}(?=\S)")
#: a bullet's words that a capture has run together: "- Method: POST - Path: /ships"
_RUN_TOGETHER = re.compile(r"\s-\s(?=[^\W\d_][\w ]{1,30}[:：])")
#: the rows of a table that a capture has run together
_RUN_ROWS = re.compile(r"\S\s?\|\s?\|\s?:?-{3,}:?\s?\|")
#: a label right behind the method before it: "Method: POSTPath: /ships"
_GLUED_LABEL = re.compile(rf"([:：]\s{{0,3}}(?:{_METHOD}))(?=[^\W\d_]{{1,20}}[:：])")
#: a badge glued to its path
_GLUED_PATH = re.compile(rf"^({_METHOD})(/[\w{{}}.:/-]{{1,200}})$", re.IGNORECASE)
#: a path without its leading slash
_BARE_PATH = re.compile(rf"^({_METHOD})\s(?!\{{)((?:[\w{{}}.:-]{{1,80}}/){{1,12}}[\w{{}}.:-]{{0,80}})(?:\?\S{{0,300}})?$")
_SEGMENT = re.compile(r"^[\w.{}:~-]{1,80}$")
_ADDRESS = re.compile(r"(?:^|[\s:：])/\w|://")
_SENTENCE_ENDS = (".", "。", "!", "?", ",", ";")
_LEVEL = 6
_NEAR = 4


def is_flattened(text: str) -> bool:
    """Whether a page is words alone, each line a piece of its own: no heading, no fence and no tag, and a method is named."""
    return _MARKED.search(text) is None and _SENDS.search(text) is not None


def blocks(text: str) -> tuple[Block, ...]:
    """The page as blocks, each with its line."""
    return tuple(_blocks(_whole_lines(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))))


def _blocks(lines: Sequence[str]) -> Iterator[Block]:
    at, samples = 0, Samples(lines)
    while at < len(lines):
        line = lines[at].strip()
        if not line:
            at += 1
        elif (sample := samples.at(at)) is not None:
            before, shown, at, behind = sample
            yield from _line(before, at, above=shown)
            yield Code(shown, line=at)
            yield from _line(behind, at)
        elif (grid := grid_at(lines, at)) is not None:
            yield from _line(grid.glued, at)
            yield grid.table
            at = grid.end
        elif (joined := _joined_path(lines, at)) is not None:
            yield Paragraph(joined[0], at + 1)
            at = joined[1]
        elif _BULLET.match(lines[at]):
            listing, at = _listing(lines, at)
            yield listing
        else:
            below = next((n for n in range(at + 1, min(len(lines), at + _NEAR)) if lines[n].strip()), None)
            yield from _line(line, at, above=lines[below] if below is not None and samples.at(below) is not None else "")
            at += 1


def _whole_lines(lines: Sequence[str]) -> list[str]:
    """The lines, those of one bullet joined again and those of several parted."""
    found: list[str] = []
    for line in lines:
        text = _GLUED_LABEL.sub("\\1\n", line.replace("| |", "|\n|") if _RUN_ROWS.search(line) else line)
        if found and _BULLET.match(found[-1]) and found[-1].rstrip().endswith((":", "：")) and text.strip():
            text = f"{found.pop()} {text.strip()}"
        if _BULLET.match(text) and _RUN_TOGETHER.search(text):
            text = _RUN_TOGETHER.sub("\n- ", text)
        found += text.split("\n")
    return found


def _line(text: str, at: int, above: str = "") -> Iterator[Block]:
    """A line: a heading where it announces a part of the message and is no name, else a paragraph. above: the sample that
    stands right below it."""
    text = text.strip()
    if not text or text == "|":
        return
    if stated := _GLUED_PATH.match(text) or _BARE_PATH.match(text):
        yield Paragraph(f"{stated[1].upper()} /{stated[2].lstrip('/')}", at + 1)
        return
    cell = read_inline(text.removesuffix("|").strip())
    if len(cell.text) <= LONGEST_LABEL and _announces(cell.text, above):
        yield Heading(_LEVEL, cell.text.rstrip(":： "), at + 1)
    else:
        yield Paragraph(cell.text, at + 1, code=cell.code, strong=cell.strong)


def _announces(text: str, above: str) -> bool:
    """Whether words are a heading: a name is none, nor is a sentence, an address, "Required" beside a field, or "Example:"
    where no sample follows."""
    is_name = text == text.lower() and " " not in text and text.isascii()
    section = None if is_name or text.endswith(_SENTENCE_ENDS) or _ADDRESS.search(text) else section_of(text)
    if section is None or (section.kind is Kind.FIELDS and section.required is not None):
        return False
    said = bool(sides_of(text))
    if section.status and not (said or text.startswith(section.status)):
        return False  # a number within words
    return section.kind is not Kind.EXAMPLE or bool(above) or said


def _joined_path(lines: Sequence[str], at: int) -> tuple[str, int] | None:
    """A method, and below it every segment of its path on a line of its own: "POST", "/", "v1", "/", "ships"."""
    method = lines[at].strip()
    if method.upper() not in METHODS or at + 2 >= len(lines) or lines[at + 1].strip() != "/":
        return None
    path, end = "", at + 1
    while end + 1 < len(lines) and lines[end].strip() == "/" and _SEGMENT.match(lines[end + 1].strip()):
        path += f"/{lines[end + 1].strip()}"
        end += 2
    return (f"{method.upper()} {path}", end) if path else None


def _listing(lines: Sequence[str], at: int) -> tuple[Listing, int]:
    """The entries from a line on; words further in than an entry's bullet go on with it."""
    items: list[Item] = []
    first, depths = at, list[int]()
    while at < len(lines):
        line = lines[at]
        bullet = _BULLET.match(line)
        indent = len(line) - len(line.lstrip())
        if bullet:
            while depths and depths[-1] >= indent:
                depths.pop()
            depths.append(indent)
            cell = read_inline(line[bullet.end() :])
            term = next((span for span in (*cell.code, *cell.strong) if cell.text.startswith(span)), "")
            items.append(Item(len(depths) - 1, cell.text, term, at + 1, cell.code, cell.strong))
        elif line.strip() and items and indent > depths[-1]:
            last = items[-1]
            items[-1] = Item(
                last.depth, f"{last.text}\n{read_inline(line.strip()).text}", last.term, last.line, last.code, last.strong
            )
        elif line.strip():
            break
        at += 1
    return Listing(tuple(items), first + 1), at
