"""Fields that are written one thing per line, or in a heading: ``name string required``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from driftgate.contract import Source
from driftgate.contract.paths import METHODS
from driftgate.extract.blocks import Block, Cell, Heading, Listing, Paragraph
from driftgate.extract.prose.mined import in_ticks
from driftgate.extract.tables.rows.beside import REQUIRED, cells_beside, states, without_labels
from driftgate.extract.tables.rows.entries import IDENTIFIER
from driftgate.extract.tables.rows.nesting import Named, named
from driftgate.extract.tables.rows.row import Row
from driftgate.extract.tables.rows.stated import stated_by_spans, stated_line
from driftgate.extract.tables.wording.words import Role, place_of, says_yes
from driftgate.extract.typewords.read import read_type

_LONGEST_LINE = 160
_LEVEL_MARK = re.compile(r"^[\s↳└├─│>»]{1,40}")
_LONGEST_NAME = 60
#: nothing but a name and whether it is required
_MARKED = re.compile(r"^([a-z_][\w.]{0,60})\s{1,3}[(\[]?(required|optional)[)\]]?$")
#: nothing but a name and what it is, in brackets
_BRACKETED = re.compile(r"^([a-z_][\w.]{0,60}(?:\[\])?)\s\(([^()\n]{3,60})\)$")
#: what a body is as a whole
_WHOLE = re.compile(r"Type\s?[:：]\s?(?:object$|array\b|list of\b)", re.IGNORECASE)
#: a line that is an answer, and lines between a type and its answer
_LONGEST_ANSWER = 6
_LONGEST_REMARK = 40
_MOST_BETWEEN = 4
#: lines that one field may take
_MOST_LABELLED = 40


def line_rows(blocks: Sequence[Block], source: Source) -> list[tuple[int, Row]]:
    """Fields whose name, type and "required" stand on one short line, or each on a line of its own; with the block's index."""
    lines = list(_lines(blocks))
    found: list[tuple[int, Row]] = []
    at = 0
    while at < len(lines):
        index, text, block = lines[at]
        row, taken = _type_last(lines, at, source), 3
        if row is None:
            row, taken = _one_line(text, block, source), 1
        if row is None:
            row, taken = _several_lines(lines, at, source)
        if row is None:
            row, taken = _labelled_lines(lines, at, source)
        if row is None:
            if found:
                _describe(found, in_ticks(text, block.code))
            at += 1
            continue
        found.append((index, row))
        at += taken
    return found


def _lines(blocks: Sequence[Block]) -> Iterator[tuple[int, str, Paragraph]]:
    for index, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            for line in block.text.split("\n"):
                if line.strip():
                    yield index, line.strip(), block
        elif isinstance(block, Listing):
            for item in block.items:
                yield index, item.text, Paragraph(item.text, item.line)


def _describe(found: list[tuple[int, Row]], text: str) -> None:
    """Running text behind a row belongs to its description."""
    index, row = found[-1]
    before = row.text(Role.DESCRIPTION)
    if len(before) < 4000:
        cells = {**row.cells, Role.DESCRIPTION: Cell(f"{before}\n{text}".strip())}
        found[-1] = (index, Row(row.name, cells, row.source, row.in_header))


def as_field_line(heading: Heading) -> Paragraph | None:
    """A heading such as ``name string required`` as the line that it is; None for any other heading."""
    name, _, rest = heading.text.partition(" ")
    if not rest or len(heading.text) > 100 or not IDENTIFIER.match(name) or not name[0].islower():
        return None  # a title begins with a capital letter
    if rest != rest.lower() or not states(rest.strip("() "), {}):
        return None
    return Paragraph(heading.text, heading.line, heading.element, strong=(name,))


def as_field_name(heading: Heading, behind: Paragraph) -> Paragraph | None:
    """A heading that is one name, where the first line below it states a type or whether it is required; else None."""
    first = behind.text.partition("\n")[0]
    if not IDENTIFIER.match(heading.text) or not heading.text[0].islower() or len(first) > 80 or not states(first, {}):
        return None
    return Paragraph(heading.text, heading.line, heading.element, strong=(heading.text,))


def _one_line(text: str, block: Paragraph, source: Source) -> Row | None:
    """``**name** `type` *required*`` on one line, the name set in bold or code."""
    bare = _LEVEL_MARK.sub("", text)
    spans = [span for span in (*block.strong, *block.code) if span and bare.startswith(span)]
    if not spans:
        return _plain_line(bare, block, source)
    first = max(spans, key=len)
    if not IDENTIFIER.match(first) or _WHOLE.match(bare):
        return None
    star = "*" if bare.startswith("*", len(first)) else ""
    behind = bare[len(first) + len(star) :]
    rest = behind.strip(" :–—-")
    cells = stated_by_spans(rest, block.code, 1 if first in block.strong and first[0].islower() else 2)
    if kind := next((span for span in block.code if rest.startswith(span)), ""):
        behind = f" {kind} {rest[len(kind) :]}"  # what only the style sheet sets apart
        rest = behind.strip()
    if not cells and (len(text) > _LONGEST_LINE or rest[:1] in ("(", "（", "[") or not states(rest, cells)):
        cells = cells_beside(behind)  # with the description on the same line
        if not cells.keys() & {Role.TYPE, Role.REQUIRED}:
            if first not in block.strong or rest not in block.code or not rest:
                return None
            cells = {Role.TYPE: Cell(rest)}  # a name in bold and a type in code that is not known
    marks = text[: len(text) - len(bare)]
    name = named(f"{marks}{first}{star}")
    if name is None:
        return None
    said = cells.get(Role.REQUIRED)
    if said is not None and says_yes(said.text):
        del cells[Role.REQUIRED]
        name = Named(name.name, name.level, name.marked, True, True, name.question, name.deprecated)
    return Row(name, cells, _stands(source, block, text))


def _plain_line(text: str, block: Paragraph, source: Source) -> Row | None:
    """``name: type (required)`` without any emphasis, and nothing more."""
    if marked := _MARKED.match(text):
        return Row(Named(marked[1]), {Role.REQUIRED: Cell(marked[2])}, _stands(source, block, text))
    cells: dict[Role, Cell] = {}
    if (bracketed := _BRACKETED.match(text)) and all(states(part, cells) for part in bracketed[2].split(",")):
        return Row(Named(bracketed[1]), cells, _stands(source, block, text))
    cells = {}
    head, colon, rest = text.partition(": ")
    if not colon or len(text) > 80 or not head[:1].islower() or not IDENTIFIER.match(head) or not states(rest.strip(), cells):
        return None
    name = named(head)
    return Row(name, cells, _stands(source, block, text)) if name else None


def _are_values(pair: Sequence[tuple[int, str, Paragraph]]) -> bool:
    """Whether two lines are entries of one list in capitals, which are values: "CSV", "JSON"."""
    return pair[0][0] == pair[-1][0] and all(text.isupper() for _, text, _ in pair)


def _several_lines(lines: Sequence[tuple[int, str, Paragraph]], at: int, source: Source) -> tuple[Row | None, int]:
    """A name, then its type, then further single words, each on a line of its own."""
    _, text, block = lines[at]
    if (
        not IDENTIFIER.match(text)
        or text.endswith(".")
        or at + 1 >= len(lines)
        or REQUIRED.match(text)
        or text in METHODS
        or _are_values(lines[at : at + 2])
    ):
        return None, 1
    if text in (*block.strong, *block.code):
        if without_labels(lines[at + 1][1])[1]:
            return None, 1
        if told := stated_line(lines[at + 1][1], lines[at + 1][2].code):
            name = named(text)
            return (Row(name, told, _stands(source, block, f"{text} {lines[at + 1][1]}")), 2) if name else (None, 1)
    cells: dict[Role, Cell] = {}
    taken = 1
    behind = [line for _, line, _ in lines[at + 1 : at + 5]]
    for number, line in enumerate(behind):
        word = line.strip(" *_")
        if REQUIRED.match(word):
            cells[Role.REQUIRED] = Cell(word)
        elif (
            number == 0 and len(line) <= 120 and (read_type(line) or (len(behind) > 1 and REQUIRED.match(behind[1].strip(" *_"))))
        ):
            cells[Role.TYPE] = Cell(line)
        elif number and place_of(word) and len(word) < 12:
            cells[Role.PLACE] = Cell(word)
        else:
            break
        taken += 1
    if (
        Role.TYPE not in cells
        and at + taken < len(lines)
        and len(text) < _LONGEST_NAME
        and (kind := _leading_type(lines[at + taken][2], lines[at + taken][1]))
    ):
        cells[Role.TYPE] = Cell(kind)  # in code, and the description on the same line
    if Role.TYPE in cells and Role.REQUIRED not in cells and (answer := _answer(lines, at + taken)):
        cells[Role.REQUIRED] = Cell(lines[answer][1])
        cells[Role.DESCRIPTION] = Cell("\n".join(line for _, line, _ in lines[at + taken : answer]))
        taken = answer + 1 - at
    name = named(text)
    if name is None or not cells or (Role.TYPE not in cells and (Role.REQUIRED not in cells or read_type(text))):
        return None, 1
    return Row(name, cells, _stands(source, block, " ".join([text, *behind[: taken - 1]]))), taken


def _answer(lines: Sequence[tuple[int, str, Paragraph]], at: int) -> int:
    """Where one of the next few short lines is nothing but yes or no; 0 where none is."""
    for n in range(at, min(len(lines), at + _MOST_BETWEEN)):
        text = lines[n][1]
        if len(text) <= _LONGEST_ANSWER and says_yes(text) is not None and not text.isdigit():
            return n
        if len(text) > _LONGEST_REMARK or (IDENTIFIER.match(text) and n + 1 < len(lines) and read_type(lines[n + 1][1])):
            return 0
    return 0


def _type_last(lines: Sequence[tuple[int, str, Paragraph]], at: int, source: Source) -> Row | None:
    """A name, with or without "required" beside it, a sentence about it, and its type alone on the third line."""
    if at + 2 >= len(lines):
        return None
    _, text, block = lines[at]
    (sentence_at, sentence, told), (kind_at, kind, _) = lines[at + 1 : at + 3]
    marked = _MARKED.match(text)
    if " " in kind or " " not in sentence or sentence_at == kind_at or not read_type(kind) or states(sentence, {}):
        return None
    name = named(marked[1] if marked else text) if marked or (text[:1].islower() and IDENTIFIER.match(text)) else None
    if name is None or read_type(text):
        return None
    cells = {Role.TYPE: Cell(kind), Role.DESCRIPTION: Cell(in_ticks(sentence, told.code))}
    if marked:
        cells[Role.REQUIRED] = Cell(marked[2])
    return Row(name, cells, _stands(source, block, f"{text} {kind}"))


def _leading_type(block: Paragraph, line: str) -> str:
    """The type in code that a description begins with, else ""."""
    lead = next((span for span in block.code if line.startswith(span)), "")
    return lead if lead and line != lead and read_type(lead) else ""


def _labelled_lines(lines: Sequence[tuple[int, str, Paragraph]], at: int, source: Source) -> tuple[Row | None, int]:
    """A name in bold or code on its line, then lines of which some are labelled: "Type: String", "Required: Yes"."""
    _, text, block = lines[at]
    if not IDENTIFIER.match(text) or text not in (*block.strong, *block.code):
        return None, 1
    behind: list[str] = []
    for _, line, below in lines[at + 1 : at + _MOST_LABELLED]:
        if IDENTIFIER.match(line) and line in (*below.strong, *below.code):
            break
        behind.append(line)
    description, cells = without_labels("\n".join(behind))
    name = named(text)
    if name is None or not {Role.TYPE, Role.REQUIRED} & set(cells):
        return None, 1
    return Row(name, {**cells, Role.DESCRIPTION: Cell(description)}, _stands(source, block, text)), 1 + len(behind)


def _stands(source: Source, block: Paragraph, quote: str) -> Source:
    return Source(url=source.url, line=block.line, element=block.element, quote=quote[:200], reader=source.reader)
