"""The part of a page that belongs to one operation: its blocks, its samples and the groups of rows in it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from driftgate.extract.blocks import Block, Code, Heading, Paragraph
from driftgate.extract.tables.groups.group import Group
from driftgate.extract.tables.operations.regions import Region
from driftgate.extract.tables.rows.entries import query_names
from driftgate.extract.tables.sections import RESPONSES, Kind, Section, announces_fields, sides_of
from driftgate.extract.tables.shown.jsonschema import is_schema
from driftgate.extract.tables.shown.samples import keys_in, prefix_of, value_of
from driftgate.extract.tables.wording.words import Role

_LARGEST = 20_000
_NEAR = 3
_WORDS = 5
#: what a sample that sends its keys begins with
_COMMAND = re.compile(r"\s*(?:\$?\s?curl\b|(?:POST|PUT|PATCH|DELETE)\s{1,4}\S{0,300}/)")


@dataclass(frozen=True, slots=True)
class Part:
    """region: where it stands; blocks: of the whole page; groups: its own, or all of a page that states no operation."""

    region: Region
    blocks: Sequence[Block]
    groups: Sequence[Group]

    @property
    def own(self) -> Sequence[Block]:
        """The blocks of the region."""
        return self.blocks[self.region.start : self.region.end]

    def codes(self) -> Iterator[Code]:
        """Its samples."""
        return (block for block in self.own if isinstance(block, Code))

    def shows_body(self) -> bool:
        """Whether a sample is a request with a body of JSON."""
        return any(_COMMAND.match(code.text) is not None and keys_in(code.text) for code in self.codes())

    def shows(self, names: Collection[str]) -> bool:
        """Whether a sample shows most of these names, as keys or in an address."""
        words = (block for block in self.own if isinstance(block, Code | Paragraph))
        shown = (keys_in(block.text) | query_names(block.text[:_LARGEST]) for block in words)
        return any(2 * len(found & set(names)) >= len(names) for found in shown)

    def announced(self) -> list[Group]:
        """Its rows that a heading announces as fields of a message."""
        return [group for group in self.groups if group.rows and announces_fields(group.section)]

    def told_above(self, group: Group) -> bool:
        """Whether a sentence just above tells the operation, and no title parts the two."""
        between = self.blocks[self.region.found.at : group.at]
        return bool(between) and isinstance(between[0], Paragraph) and not any(isinstance(block, Heading) for block in between)

    def sends(self, group: Group) -> bool | None:
        """Whether the names of a group are first shown in a request rather than an answer; None where no sample shows them."""
        names = _names(group)
        samples = [block for block in self.codes() if keys_in(block.text) & names]
        if not samples or 2 * len(keys_in(samples[0].text) & names) < len(names):
            return None
        objects = [block for block in self.codes() if value_of(block.text) is not None]
        return (bool(objects) and objects[0] is samples[0]) or _COMMAND.match(samples[0].text) is not None

    def answers(self, group: Group) -> bool:
        """Whether the last sample above a group shows its names and is an answer: below words that begin with one, or because
        nothing is sent."""
        names = _names(group)
        above = self.blocks[self.region.start : group.at]
        at = next((at for at in range(len(above) - 1, -1, -1) if isinstance(above[at], Code)), -1)
        if at < 0 or 2 * len(keys_in(above[at].text) & names) <= len(names):  # type: ignore[union-attr]
            return False
        if self.region.found.operation.method == "GET" and value_of(above[at].text) is not None:  # type: ignore[union-attr]
            return True
        words = (block.text for block in reversed(above[:at]) if isinstance(block, Heading | Paragraph))
        said = (sides_of(" ".join(text.split(None, _WORDS)[:_WORDS])) for text in islice(words, _NEAR))
        return next(filter(None, said), frozenset()) == {"response"}

    def prefix(self, group: Group, section: Section) -> str:
        """Where in the example answer, or in the body's sample above them, these fields stand: inside ``data``, say."""
        rows = [row for row, _ in group.rows if row]
        if section.kind not in (Kind.RESPONSE, Kind.BODY, Kind.REQUEST) or not rows:
            return ""
        top = min(row.name.level for row in rows)
        names = {row.name.name.split(".")[0].split("[")[0] for row in rows if row.name.level == top}
        for text in self.shown(group, section):
            value = value_of(text)
            prefix = prefix_of(names, value) if value is not None and not is_schema(value) else None
            if prefix is not None:
                return prefix if section.kind is not Kind.REQUEST or prefix == "[]" else ""
        return ""

    def shown(self, group: Group, section: Section) -> Iterator[str]:
        """The samples that may show the rows of a group: the one just above, and for an answer the others."""
        yield from (block.text for block in self._sample_above(group))
        yield from (block.text for block in (self.codes() if section.kind is Kind.RESPONSE else ()))

    def _sample_above(self, group: Group) -> Iterator[Code]:
        """The sample just above the rows, with no other rows between the two."""
        low = max((other.at for other in self.groups if other.at < group.at and other.rows), default=self.region.start)
        found = [block for block in self.blocks[low : group.at] if isinstance(block, Code)]
        yield from found[-1:]


def _names(group: Group) -> set[str]:
    return {row.name.name for row, _ in group.rows if row}


def sent_before(group: Group, announced: Sequence[Group]) -> bool:
    """Whether rows that tell what is required, or stand below "Attributes", are above all that is announced, and that is
    answers alone."""
    tells = group.section is not None or (group.columns is not None and Role.REQUIRED in group.columns.by_role)
    return tells and all(g.at > group.at and g.section and g.section.kind in RESPONSES for g in announced)
