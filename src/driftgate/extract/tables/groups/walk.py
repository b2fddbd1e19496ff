"""Cuts a page's blocks into groups of rows, each with the section it stands in."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from driftgate.contract import Source
from driftgate.contract.paths import METHODS
from driftgate.extract.blocks import Block, Code, Heading, Listing, Paragraph, Table
from driftgate.extract.tables.groups.group import Group, group_below
from driftgate.extract.tables.groups.incode import code_groups
from driftgate.extract.tables.groups.inlines import field_heading, header_groups, line_groups, naming_groups, titled_groups
from driftgate.extract.tables.groups.intables import table_groups
from driftgate.extract.tables.labels import LONGEST_LABEL, label_of, status_led
from driftgate.extract.tables.operations.oneline import operation_in
from driftgate.extract.tables.rows.entries import addressed_rows, listed_rows, query_rows
from driftgate.extract.tables.rows.modelnames import model_key
from driftgate.extract.tables.rows.row import Rows
from driftgate.extract.tables.sections import announces_fields, section_of
from driftgate.extract.tables.trail import Trail
from driftgate.extract.tables.wording.words import Role
from driftgate.extract.typewords.read import read_type

#: the operation that a caption names
_STATED = re.compile(rf"(?:\s(?:for|of))?(?:\s(?:{'|'.join(METHODS)}))?\s/\S{{1,300}}$")
_LABEL_LEVEL = 8
_HOLDS = re.compile(r"\b(?:object|array|list)s?\b|\[\]", re.IGNORECASE)
_LIST = re.compile(r"Type\s?[:：]\s?(?:array|list) of (?:objects?|items)$", re.IGNORECASE)


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
        self._take(line_groups(self.run, self.trail, self.source))
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
        if isinstance(block, Heading) and announces_fields(section_of(said := _STATED.sub("", block.text))):
            self.trail.heading(block.level, said)  # "Query parameters of GET /ships"

    def block(self, at: int, block: Block) -> None:
        """Any other block."""
        self.announces = isinstance(block, Heading) or (self.announces and isinstance(block, Paragraph))
        if isinstance(block, Heading):
            self._heading(at, block)
        elif isinstance(block, Table):
            self.end_of_lines()
            self._take(table_groups(at, block, self.trail, self.source))
        elif isinstance(block, Paragraph | Listing):
            self._text(at, block)
        elif isinstance(block, Code):
            self._take(header_groups(at, block, self.trail, self.source))
            self._take(code_groups(at, block, self.trail, self.source))

    def _heading(self, at: int, block: Heading) -> None:
        line = field_heading(self.blocks, at, self.trail)
        if line is not None:
            self.run.append((at, line))
            return
        self.end_of_lines()
        self.within = ""
        self._take(titled_groups(at, self.blocks, self.trail, self.source))
        last = self.found[-1] if self.found and self.found[-1].rows else None
        text = "" if "/" in block.text and operation_in(block.text) else block.text  # the operation once more is no title
        self.trail.heading(block.level, text, last.titles[-1] if last and last.titles else "")

    def _text(self, at: int, block: Paragraph | Listing) -> None:
        if holder := self._holder_named(at, block):
            self.end_of_lines()
            self.trail.heading(_LABEL_LEVEL, holder)
        elif self._names_model(at, block):
            self.end_of_lines()
            self.trail.heading(_LABEL_LEVEL, block.text if isinstance(block, Paragraph) else "")
        elif status := status_led(block, self.trail.section()):
            self.end_of_lines()
            self.trail.heading(_LABEL_LEVEL, f"Response {status}")
        elif not self.trail.in_models() and (label := label_of(self.blocks, at, self.trail.known_titles())):
            self.end_of_lines()
            self.trail.heading(_LABEL_LEVEL, label)
        elif rows := self._listed(at, block) if isinstance(block, Listing) else self._query(at, block):
            self.end_of_lines()
            self._take([group_below(at, rows, self.trail)])
        elif isinstance(block, Paragraph) and (sent := list(header_groups(at, block, self.trail, self.source))):
            self._take(sent)
        else:
            self.run.append((at, block))
            self._take(naming_groups(at, block, self.trail))
            self.within = "[]" if _LIST.match(block.text if isinstance(block, Paragraph) else "") else self.within

    def _holder_named(self, at: int, block: Paragraph | Listing) -> str:
        """The name in code of a field that holds others, where a line just above a table says that its fields follow; else ""."""
        behind = self.blocks[at + 1] if at + 1 < len(self.blocks) else None
        if not isinstance(block, Paragraph) or not isinstance(behind, Table) or not block.text.endswith((":", "：")):
            return ""
        named = block.code[0] if len(block.code) == 1 and len(block.text) <= LONGEST_LABEL else ""
        rows = (row for group in self.found for row, _ in group.rows if row and row.name.name == named)
        return named if named and any(_HOLDS.search(row.text(Role.TYPE)) for row in rows) else ""

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


def _announced(blocks: Sequence[Block], at: int, trail: Trail) -> bool:
    """Whether the block just above is a heading, or serves as one, that announces fields."""
    above = blocks[at - 1] if at else None
    headed = isinstance(above, Heading) or bool(label_of(blocks, at - 1))
    return headed and not trail.own_title() and announces_fields(trail.section())
