"""Cuts a page's blocks into groups of rows, each with the section it stands in."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from driftgate.contract import Source
from driftgate.contract.paths import METHODS
from driftgate.extract.blocks import Block, Cell, Code, Heading, Listing, Paragraph, Table
from driftgate.extract.tables.labels import LONGEST_LABEL, is_label, status_led, words_of
from driftgate.extract.tables.rows.cellwise import headless, with_one_name_column
from driftgate.extract.tables.rows.columns import Columns, Row, columns_of, rows_of
from driftgate.extract.tables.rows.entries import addressed_rows, listed_rows, query_rows
from driftgate.extract.tables.rows.lines import as_field_line, as_field_name, line_rows
from driftgate.extract.tables.rows.rowfacts import model_key
from driftgate.extract.tables.rows.within import with_members
from driftgate.extract.tables.sections import REQUESTS, RESPONSES, Kind, Section, section_of, sides_of
from driftgate.extract.tables.shown.described import described_rows
from driftgate.extract.tables.shown.jsonschema import schema_rows
from driftgate.extract.tables.shown.shapes import commented_rows, declared_name, looks_declared, shape_rows
from driftgate.extract.tables.trail import Trail
from driftgate.extract.tables.wording.words import Role
from driftgate.extract.typewords.read import read_type

Rows = list[tuple[Row | None, Source]]

#: the operation that a caption names
_STATED = re.compile(rf"(?:\s(?:for|of))?(?:\s(?:{'|'.join(METHODS)}))?\s/\S{{1,300}}$")
_LABEL_LEVEL = 8
_ROW_LEVEL = 9
_LONGEST_NAMING = 160
#: how a declared list of objects ends
_LISTED = re.compile(r"\}\s{0,8}\[\]\s{0,8};?\s{0,8}$")
_POINTER = ("#/components/", "#/definitions/")
_MOST_LINES = 20
_LIST = re.compile(r"Type\s?[:：]\s?(?:array|list) of (?:objects?|items)$", re.IGNORECASE)
_MESSAGE = re.compile(r"\s{0,9}(?:[A-Z]{3,7} \S{1,500} HTTP/[\d.]+|HTTP/[\d.]+ \d{3}[^\n]{0,60})(?:\n[^\n]{1,300}){0,40}(?:\n|$)")
_BODIES = (Kind.REQUEST, Kind.BODY, Kind.RESPONSE)
_READABLE = frozenset(kind for kind in Kind if kind not in (Kind.EXAMPLE, Kind.ASIDE, Kind.MEDIA_TYPE, Kind.MODELS, Kind.FIELDS))


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that stand together. at: index of the first block; section: what the headings above announce, None if nothing;
    titles: the headings above that announce nothing, outermost first; columns: of a table; certain: its form alone says that
    these are fields."""

    at: int
    rows: Rows
    section: Section | None
    titles: tuple[str, ...] = ()
    columns: Columns | None = None
    certain: bool = True
    own_title: str = ""  # the innermost heading, if it announces nothing
    heading: str = ""  # the innermost heading, whatever it says
    table: Table | None = None
    in_models: bool = False
    within: str = ""  # ``[]`` where a line above says that the body is a list of what these rows describe
    lines: tuple[str, ...] = ()  # of a paragraph or list, any of which may name the model of the whole body


def groups_of(blocks: Sequence[Block], starts: Collection[int], source: Source) -> list[Group]:
    """All groups of rows on a page; starts: the blocks that state an operation, where sections begin anew."""
    walk = _Walk(blocks, source)
    for at, block in enumerate(blocks):
        if at in starts:
            walk.operation(block)
        else:
            walk.block(at, block)
    walk.end_of_lines()
    return walk.found


class _Walk:
    """Goes through a page's blocks in order. trail: the headings above; run: paragraphs and lists that may be lines of fields."""

    def __init__(self, blocks: Sequence[Block], source: Source) -> None:
        self.blocks = blocks
        self.source = source
        self.trail = Trail()
        self.announces = False  # whether nothing but words stands below the last heading
        self.run: list[tuple[int, Block]] = []
        self.found: list[Group] = []
        self.within = ""

    def end_of_lines(self) -> None:
        """Something else begins: the run of lines is a group, if it holds fields."""
        self._take(_lines_group(self.run, self.trail, self.source))
        self.run = []

    def _take(self, groups: Iterable[Group]) -> None:
        """Groups that are found; the first with rows is what the line above says that the body is a list of."""
        for group in groups:
            self.found.append(replace(group, within=self.within) if self.within and group.rows else group)
            self.within = "" if group.rows else self.within

    def operation(self, block: Block) -> None:
        """The statement of an operation."""
        self.end_of_lines()
        self.trail = self.trail.at_operation(within=self.announces and not isinstance(block, Heading))
        if isinstance(block, Heading) and _announces_fields(section_of(said := _STATED.sub("", block.text))):
            self.trail.heading(block.level, said)  # "Query parameters of GET /ships"

    def block(self, at: int, block: Block) -> None:
        """Any other block."""
        self.announces = isinstance(block, Heading) or (self.announces and isinstance(block, Paragraph))
        if isinstance(block, Heading):
            self._heading(at, block)
        elif isinstance(block, Table):
            self.end_of_lines()
            self._take(_table_groups(at, block, self.trail, self.source))
        elif isinstance(block, Paragraph | Listing):
            self._text(at, block)
        elif isinstance(block, Code):
            self._take(_declared_group(at, block, self.trail, self.source))

    def _heading(self, at: int, block: Heading) -> None:
        line = _field_heading(self.blocks, at, self.trail)
        if line is not None:
            self.run.append((at, line))
            return
        self.end_of_lines()
        self.within = ""
        last = self.found[-1] if self.found and self.found[-1].rows else None
        self.trail.heading(block.level, block.text, last.titles[-1] if last and last.titles else "")

    def _text(self, at: int, block: Paragraph | Listing) -> None:
        if self._names_model(at, block):
            self.end_of_lines()
            self.trail.heading(_LABEL_LEVEL, block.text if isinstance(block, Paragraph) else "")
        elif status := status_led(block, self.trail.section()):
            self.end_of_lines()
            self.trail.heading(_LABEL_LEVEL, f"Response {status}")
        elif is_label(self.blocks, at, self.trail.known_titles()) and not _in_models(None, self.trail):
            self.end_of_lines()
            self.trail.heading(_LABEL_LEVEL, words_of(block).rstrip(":： "))
        elif rows := self._listed(at, block) if isinstance(block, Listing) else self._query(at, block):
            self.end_of_lines()
            self._take([_group_of_rows(at, rows, self.trail)])
        else:
            self.run.append((at, block))
            self._take(_naming_group(at, block, self.trail))
            self.within = "[]" if _LIST.match(block.text if isinstance(block, Paragraph) else "") else self.within

    def _names_model(self, at: int, block: Paragraph | Listing) -> bool:
        """Whether a line just above a table is nothing but the name that a type before it refers to."""
        behind = self.blocks[at + 1] if at + 1 < len(self.blocks) else None
        if not isinstance(block, Paragraph) or not isinstance(behind, Table) or not 0 < len(block.text) <= LONGEST_LABEL:
            return False
        key = model_key(block.text)
        types = (row.text(Role.TYPE) for group in self.found for row, _ in group.rows if row)
        return bool(key) and any(model_key(kind) == key for kind in types if kind and not read_type(kind.strip("[]")))

    def _query(self, at: int, block: Paragraph) -> Rows:
        return query_rows(block, self.source) if _announced(self.blocks, at, self.trail) else []

    def _listed(self, at: int, block: Listing) -> Rows:
        rows = listed_rows(block, self.source, announced=_announced(self.blocks, at, self.trail))
        return rows or addressed_rows(self.blocks[at - 1] if at else None, block, self.source)


def _group_of_rows(at: int, rows: Rows, trail: Trail) -> Group:
    return Group(at, rows, trail.section(), trail.titles(), own_title=trail.own_title(), heading=trail.innermost())


def _field_heading(blocks: Sequence[Block], at: int, trail: Trail) -> Paragraph | None:
    """A heading that is a field's line: ``name string required``, or a bare name with its type in the paragraph below."""
    heading, behind = blocks[at], blocks[at + 1] if at + 1 < len(blocks) else None
    if not isinstance(heading, Heading) or not _announces_fields(trail.section()):
        return None
    return as_field_line(heading) or (as_field_name(heading, behind) if isinstance(behind, Paragraph) else None)


def _announces_fields(section: Section | None) -> bool:
    return section is not None and section.kind in _READABLE


def _announced(blocks: Sequence[Block], at: int, trail: Trail) -> bool:
    """Whether the block just above is a heading, or serves as one, that announces fields."""
    above = blocks[at - 1] if at else None
    return (
        (isinstance(above, Heading) or is_label(blocks, at - 1)) and not trail.own_title() and _announces_fields(trail.section())
    )


def _table_groups(at: int, table: Table, trail: Trail, source: Source) -> Iterator[Group]:
    """A table as one group, or as several where rows of their own announce sections: "Path parameters" across all columns."""
    table = with_one_name_column(table)
    columns = columns_of(table)
    if not columns.readable and _announces_fields(trail.section()) and (plain := headless(table)):
        table, columns = plain[0], Columns(plain[1], headless=True)
    cuts = [n for n, row in enumerate(table.rows) if _announced_by(row)] if columns.readable else []
    if not cuts:
        yield _table_group(at, table, columns, trail, source)
        return
    starts = sorted({0, *cuts})
    for start, end in pairwise((*starts, len(table.rows))):
        part = replace(table, rows=table.rows[start:end], row_lines=table.row_lines[start:end])
        if start in cuts:
            trail.heading(_ROW_LEVEL, part.rows[0][0].text)
            part = replace(part, rows=part.rows[1:], row_lines=part.row_lines[1:])
        if part.rows:
            yield _table_group(at, part, columns, trail, source)
    trail.heading(_ROW_LEVEL, "")
    trail.headings.pop()


def _announced_by(row: Sequence[Cell]) -> bool:
    """Whether a row is a heading: one cell with words, which announce fields."""
    if not row or not 0 < len(row[0].text) <= LONGEST_LABEL or row[0].code or any(cell.text for cell in row[1:]):
        return False
    section = section_of(row[0].text)
    return section is not None and section.kind in (*REQUESTS, *RESPONSES)


def _described(section: Section | None, heading: str, columns: Columns) -> Section | None:
    """The section; where it is a sample of an answer, a table of names and types below it describes that answer."""
    if section is None or section.kind is not Kind.EXAMPLE or not {Role.NAME, Role.TYPE} <= columns.by_role.keys():
        return section
    sides = sides_of(heading)
    return Section(Kind.RESPONSE, section.status) if "response" in sides and "request" not in sides else section


def _table_group(at: int, table: Table, columns: Columns, trail: Trail, source: Source) -> Group:
    section = _described(trail.section(), trail.innermost(), columns)
    return Group(
        at=at,
        rows=with_members(rows_of(table, columns, source)) if columns.readable else [],
        section=section,
        titles=trail.titles(),
        columns=columns,
        certain=columns.tells_fields or columns.in_one,
        own_title=trail.own_title(),
        heading=trail.innermost(),
        table=table,
        in_models=_in_models(section, trail),
    )


def _in_models(section: Section | None, trail: Trail) -> bool:
    return any(s is not None and s.kind is Kind.MODELS for _, _, s in trail.headings) or (
        section is not None and section.kind is Kind.MODELS
    )


def _declared_group(at: int, block: Code, trail: Trail, source: Source) -> Iterator[Group]:
    """An object declared in code, where fields or models are announced; a name that it bears is a model's."""
    section, title = trail.section(), trail.own_title()
    in_models = _in_models(section, trail) or title.startswith(_POINTER)
    if not in_models and not _announces_fields(section):
        return
    near = replace(source, line=block.line)
    head, text = _MESSAGE.match(block.text), block.text
    if head is not None:  # a message as it goes over the wire: its body stands behind the empty line
        text = text[head.end() :]
        section = replace(section, kind=Kind.BODY) if section and section.kind is Kind.REQUEST else section
    rows = (
        shape_rows(text, near, block.info) or commented_rows(text, near) or schema_rows(text, near) or described_rows(text, near)
    )
    if rows:
        group = Group(at, rows, section, trail.titles(), own_title=declared_name(text) or title, in_models=in_models)
        yield replace(group, heading=trail.innermost(), within="[]" if _LISTED.search(text[-40:]) else "")


def _naming_group(at: int, block: Paragraph | Listing, trail: Trail) -> Iterator[Group]:
    """Short lines where a body is announced: one of them may be nothing but the name of its model."""
    section = trail.section()
    if section is not None and section.kind in _BODIES and not _in_models(section, trail):
        texts = block.text.split("\n") if isinstance(block, Paragraph) else [item.text for item in block.items[:_MOST_LINES]]
        lines = tuple(text for text in texts[:_MOST_LINES] if _may_name(text))
        if lines:
            yield Group(at, [], section, lines=lines)


def _may_name(text: str) -> bool:
    """Whether a line may be the name of a model, or a declaration; a sentence is not."""
    return bool(text) and not text.endswith((".", "。", "!", "?")) and (len(text) <= _LONGEST_NAMING or looks_declared(text))


def _lines_group(run: list[tuple[int, Block]], trail: Trail, source: Source) -> Iterator[Group]:
    """Fields written one thing per line; only where the headings announce fields."""
    section = trail.section()
    if not run or section is None or not _announces_fields(section):
        return
    rows = line_rows([block for _, block in run], source)
    if rows:
        pairs: Rows = [(row, row.source) for _, row in rows]
        yield _group_of_rows(run[rows[0][0]][0], pairs, trail)
