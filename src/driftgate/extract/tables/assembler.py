"""Assembles the contract of one operation: which of the groups of rows around it are its own, and where they are sent."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from driftgate.contract import Certainty, Source
from driftgate.contract.model import PARAMETER_PLACES, is_error_status
from driftgate.extract.blocks import Block
from driftgate.extract.draft import Draft
from driftgate.extract.extraction import GapKind
from driftgate.extract.tables.answerheaders import headers_by_status
from driftgate.extract.tables.answers import answer_in_prose, answers_by_status
from driftgate.extract.tables.filling import WITHOUT_BODY, Filling
from driftgate.extract.tables.groups.group import Group
from driftgate.extract.tables.identified import identified
from driftgate.extract.tables.naming import bodies_by_name, has_body_apart
from driftgate.extract.tables.operations.regions import Region
from driftgate.extract.tables.part import Part, sent_before
from driftgate.extract.tables.placing import Models
from driftgate.extract.tables.resolved import resolved
from driftgate.extract.tables.rows.modelnames import model_key, models_named
from driftgate.extract.tables.sections import REQUESTS, RESPONSES, Kind, Section, announces_fields, section_of, sides_of
from driftgate.extract.tables.shown.samples import security_in
from driftgate.extract.tables.strangeheaders import has_strange_header
from driftgate.extract.tables.titled import below_field, field_titled, is_sentence
from driftgate.extract.tables.wording.words import Role

#: "The ship object": what this title heads is a model, for a type or a sentence to name
_OBJECT = re.compile(r"\bobjects?$", re.IGNORECASE)

#: the last word of a title that names its side, and how long such a title may be
_SIDES = {"request": Section(Kind.REQUEST), "response": Section(Kind.RESPONSE), "reply": Section(Kind.RESPONSE)}
_MOST_WORDS = 5


class Assembler:
    """Builds the draft of one operation."""

    def __init__(
        self, region: Region, blocks: Sequence[Block], groups: Sequence[Group], models: Models, near: Source, *, inferred: bool
    ) -> None:
        found = region.found
        certainty = Certainty.INFERRED if inferred else Certainty.READ
        source = replace(near, line=found.line, element=found.element, quote=found.quote, certainty=certainty)
        self.inferred = inferred
        self.groups = [group for group in groups if inferred or region.start <= group.at < region.end]
        self.part = Part(region, blocks, self.groups)
        self.models = models
        self.near = near
        self.draft = Draft(found.operation, source, [found.server] if found.server else [])
        self.filling = Filling(self.draft, models)
        self.sections_seen: set[tuple[str, str]] = set()

    def assembled(self) -> Draft:
        """The operation with every field of its region."""
        self.filling.sends_body |= self.filling.method == "DELETE" and self.part.shows_body()
        self.filling.body_apart = has_body_apart(self.filling, self.groups)
        for group in self.groups:
            self._group(group if group.rows else identified(group, self.part.codes(), self.near))
        answers_by_status(self.filling, self.groups)
        headers_by_status(self.filling, self.groups, self.near)
        bodies_by_name(self.filling, self.groups)
        answer_in_prose(self.filling, self.part.own)
        self._security()
        return self.draft

    def _group(self, group: Group) -> None:
        section = group.section
        if section is not None and section.kind is Kind.REQUEST and group.rows and self.part.answers(group):
            section = Section(Kind.RESPONSE)
        if group.in_models or (section and section.kind in (Kind.EXAMPLE, Kind.ASIDE, Kind.MODELS)):
            return
        if not group.rows:
            if has_strange_header(group):
                self.draft.gap(GapKind.HEADER, self._at_table(group))
            return
        if section and section.kind is Kind.RESPONSE and is_error_status(section.status) and not group.certain:
            return  # the names of errors
        named = below_field(self.draft.fields.values(), group.heading) if group.heading else None
        if named is not None and not _is_of_another_answer(group, named[0]):
            self._add(group, *named)
        elif section is None or section.kind is Kind.FIELDS:
            self._untitled(group)
        elif group.own_title and self._section_key(section) in self.sections_seen:
            self._titled(group, section)
        elif group.own_title and self._side(section) and model_key(group.own_title) in self._referenced:
            return  # reached through the type that names it
        else:
            self._add(group, section, group.within or self.part.prefix(group, section))
            self.sections_seen.add(self._section_key(section))

    def _side(self, section: Section) -> bool:
        """Whether the request, or the answer, that a section belongs to has been described in another section."""
        side = REQUESTS if section.kind in REQUESTS else RESPONSES
        return any(kind in side for kind, _ in self.sections_seen)

    def _section_key(self, section: Section) -> tuple[str, str]:
        return (section.kind.value, section.status)

    def _at_table(self, group: Group) -> Source:
        table = group.table
        quote = " | ".join(table.heads)[:200] if table else ""
        return replace(self.near, line=table.line if table else None, element=table.element if table else "", quote=quote)

    def _titled(self, group: Group, section: Section) -> None:
        """A further table in a section, under a title of its own: the fields of the field or model it is named after."""
        path = field_titled(self.draft.fields.values(), group.own_title, self.filling.place(section), loosely=True)
        if path is not None:
            self._add(group, section, path)
        elif is_sentence(group.own_title) or self.filling.place(section) in PARAMETER_PLACES:  # there a title is but a topic
            self._add(group, section, self.part.prefix(group, section))
        elif model_key(group.own_title) not in self._referenced:
            self.draft.gap(GapKind.NESTING, self._at_table(group) if group.table else group.rows[0][1])

    def _untitled(self, group: Group) -> None:
        """A table that no heading announces."""
        headed = _headed(group)
        if headed is not None and headed.kind in RESPONSES:
            self._add(group, headed, self.part.prefix(group, headed))
            return
        if headed is not None and not (group.own_title or self.draft.fields):
            self._add(group, headed)
            return
        side = _side_told(group)
        if not (group.certain or group.section or side) or _OBJECT.search(group.own_title):
            return
        names = {row.name.name.strip(":{}<>$") for row, _ in group.rows if row}
        if names and names <= self.filling.variables:
            self._add(group, Section(Kind.PATH))
            return
        if side:
            self._of_side(group, side)
            return
        announced = self.part.announced()
        if announced and not sent_before(group, announced):
            if model_key(group.own_title) not in self._referenced:
                self.draft.gap(GapKind.SECTION, self._at_table(group))
            return
        if self.inferred and not (self.part.told_above(group) or self.part.shows(names) or _says_where(group)):
            return  # a guide: beside its one sample stand tables of anything
        section = replace(self._guessed(group), required=group.section.required if group.section else None)
        self._add(group, section, self.part.prefix(group, section))

    def _of_side(self, group: Group, side: Section) -> None:
        """A table whose title ends in its side; of a second one it is not told where in the message its fields stand."""
        if self._section_key(side) in self.sections_seen:
            self.draft.gap(GapKind.NESTING, self._at_table(group))
            return
        self._add(group, side, self.part.prefix(group, side))
        self.sections_seen.add(self._section_key(side))

    def _guessed(self, group: Group) -> Section:
        """Request or response, by the example that shows these names, else by the order they stand in."""
        announced = self.part.announced()
        if group.section is not None and announced and sent_before(group, announced):
            return Section(Kind.REQUEST)
        sends = self.part.sends(group)
        if sends is not None:
            return Section(Kind.BODY if sends and self.filling.method not in WITHOUT_BODY else Kind.RESPONSE)
        required = group.columns is not None and bool({Role.REQUIRED, Role.OPTIONAL} & set(group.columns.by_role))
        required |= group.section is not None and group.section.required is not None
        return Section(Kind.REQUEST if required or not self.draft.fields else Kind.RESPONSE)

    @cached_property
    def _referenced(self) -> frozenset[str]:
        """The models that some type of the page names."""
        types = {row.text(Role.TYPE) for group in self.groups for row, _ in group.rows if row}
        return frozenset().union(*(models_named(kind, self.models.rows) for kind in types))

    def _add(self, group: Group, section: Section, prefix: str = "") -> None:
        if group.columns is not None and group.columns.unknown:
            self.draft.gap(GapKind.HEADER, self._at_table(group))
        holds = section.kind in (Kind.RESPONSE, Kind.BODY, Kind.REQUEST) and not prefix.strip("[]")
        self.filling.add(resolved(group, self.part.shown(group, section)) if holds else group.rows, section, prefix)

    def _security(self) -> None:
        if self.draft.security is None:
            scheme = security_in(block.text for block in self.part.codes())
            self.draft.security = [(scheme,)] if scheme else None


def _side_told(group: Group) -> Section | None:
    """The side that a title of several words ends in: "Basket margin request". What else it says is the topic."""
    words = group.own_title.casefold().split()
    return _SIDES.get(words[-1]) if 1 < len(words) <= _MOST_WORDS and len(sides_of(group.own_title)) == 1 else None


def _says_where(group: Group) -> bool:
    """Whether a column of the group says where each field is sent, which a table of anything else has not."""
    return group.columns is not None and Role.PLACE in group.columns.by_role


def _headed(group: Group) -> Section | None:
    """What the header above the names announces: "Parameter", "Response field"; None where it says but "Name" or "Field"."""
    at = group.columns.by_role.get(Role.NAME) if group.columns is not None and group.table is not None else None
    section = section_of(group.table.heads[at]) if at is not None and group.table and at < len(group.table.heads) else None
    return section if announces_fields(section) else None


def _is_of_another_answer(group: Group, named: Section) -> bool:
    """Whether a heading such as "Body" announces that of the answer it stands in, though another has a field ``body``."""
    own = group.section.status if group.section and not group.own_title else ""
    return bool(own and named.status and own != named.status)
