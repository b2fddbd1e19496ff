"""Puts rows into the draft of one operation: each at its place, with the models that its type names."""

from __future__ import annotations

import re

from driftgate.contract import Field
from driftgate.contract.model import PARAMETER_PLACES
from driftgate.contract.paths import VARIABLE, list_around
from driftgate.contract.types import arrays_of
from driftgate.extract.draft import Draft
from driftgate.extract.extraction import GapKind
from driftgate.extract.tables.placed import Placed
from driftgate.extract.tables.placing import MOST_FIELDS, Models, Rows
from driftgate.extract.tables.sections import REQUESTS, RESPONSES, Kind, Section
from driftgate.extract.tables.wording.words import Role, place_of

#: the place of an answer whose status the page does not say
SUCCESS = "2XX"
#: methods whose parameters, where nothing else is said, are the query's
WITHOUT_BODY = ("GET", "DELETE", "HEAD", "OPTIONS", "TRACE")
STATUS = re.compile(r"\s*([1-5](?:\d\d|XX)|default)\b", re.IGNORECASE)
#: a name that only headers are spelled like
_HEADER_NAME = re.compile(r"[A-Z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)+$")


class Filling:
    """A draft, and the models its rows may name."""

    def __init__(self, draft: Draft, models: Models) -> None:
        self.draft = draft
        self.models = models
        self.method = draft.operation.method
        self.body_apart = False  # the body has a section of its own, so parameters are none of its fields
        self.sends_body = self.method not in WITHOUT_BODY  # or a sample shows one
        self.variables = frozenset(VARIABLE.findall(draft.operation.path))
        self.segments = frozenset(draft.operation.path.split("/"))

    def place(self, section: Section) -> str:
        """Where the fields of a section are sent or answered, if their rows do not say."""
        if section.kind in RESPONSES:
            return section.status or SUCCESS
        if section.kind is Kind.REQUEST:
            return "query" if self.body_apart or not self.sends_body else "body"
        return section.kind.value

    def add(self, rows: Rows, section: Section, prefix: str = "") -> None:
        """Adds every readable row below the prefix; an unreadable one is a gap."""
        if section.media_type:
            self.draft.media_type("body" if section.kind in REQUESTS else self.place(section), section.media_type)
        for row, source in rows:
            if row is None:
                self.draft.miss(GapKind.ROW, source)
        usual = self.place(section)
        for item in self.models.unfolded(rows, prefix):
            if len(self.draft.fields) >= MOST_FIELDS:
                self.draft.gap(GapKind.LIMIT, item.row.source)
                return
            self.draft.add(self._field(item, self._place_of(item, section, usual), section))
            if item.read.unnamed:
                self.draft.gap(GapKind.TYPE, item.row.source)

    def _place_of(self, item: Placed, section: Section, usual: str) -> str:
        """The place that the row says, or the row of the operation's own table that it came from; else the section's usual."""
        top = item.top or item.row
        if section.kind in RESPONSES:
            status = STATUS.match(top.text(Role.STATUS))
            return status[1] if status else usual
        stated = place_of(item.row.text(Role.PLACE)) or (place_of(top.text(Role.PLACE)) if top is not item.row else None)
        if stated:
            return stated
        if top.in_header and section.kind is Kind.REQUEST:
            return "header"
        if section.kind is Kind.QUERY and item.path in self.segments and (section.vague or not item.path.islower()):
            return "path"  # a variable that the page prints without a mark
        if section.kind in (Kind.REQUEST, Kind.QUERY) and item.path.strip(":{}<>$") in self.variables:
            return "path"
        if section.kind is Kind.REQUEST and self.body_apart and _HEADER_NAME.match(item.path):
            return "header"
        return usual

    def _field(self, item: Placed, place: str, section: Section) -> Field:
        facts = dict(item.read.facts)
        if place == "path":
            facts.setdefault("required", True)
        if section.required is not None:
            facts.setdefault("required", section.required)
        name = item.path.strip(":{}$") if place == "path" else VARIABLE.sub("*", item.path) if "{" in item.path else item.path
        in_header = section.kind is Kind.RESPONSE_HEADER or (item.row.in_header and section.kind in RESPONSES)
        media_type = section.media_type if section.media_type in self.draft.media_types.get(place, ())[1:] else ""
        field = Field(place, name, facts, media_type, in_header, item.row.source, item.read.sources)
        if name.endswith("[]") and place not in PARAMETER_PLACES:  # there brackets go over the wire as they are printed
            return self._listed(field)
        return field

    def _listed(self, items: Field) -> Field:
        """The list that a name with brackets behind it means, beside the type of its items; where the list has a row of its
        own above, or the type may be that of the list, the field as it is."""
        path, depth = list_around(items.path)
        if not path or items.type is None or "|" in items.type or items.type.startswith("array"):
            return items
        facts = {**items.facts, "type": arrays_of(items.type, depth)}
        found = Field(items.place, path, facts, items.media_type, items.in_header, items.source, items.fact_sources)
        return items if found.key in self.draft.fields else found
