"""Assembles the contract of one operation: which of the groups of rows around it are its own, and where they are sent."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from driftgate.contract import Certainty, Source
from driftgate.extract.blocks import Block, Code, Heading, Paragraph
from driftgate.extract.draft import Draft
from driftgate.extract.extraction import GapKind
from driftgate.extract.tables.answerheaders import headers_by_status
from driftgate.extract.tables.answers import answer_in_prose, answers_by_status
from driftgate.extract.tables.filling import WITHOUT_BODY, Filling
from driftgate.extract.tables.groups.group import Group
from driftgate.extract.tables.naming import bodies_by_name, has_body_apart
from driftgate.extract.tables.operations.regions import Region
from driftgate.extract.tables.placing import Models
from driftgate.extract.tables.rows.rowfacts import model_key, model_named
from driftgate.extract.tables.sections import REQUESTS, RESPONSES, Kind, Section
from driftgate.extract.tables.shown.jsonschema import is_schema
from driftgate.extract.tables.shown.samples import keys_in, prefix_of, security_in, value_of
from driftgate.extract.tables.wording.words import Role
from driftgate.extract.typewords.table import folded

_IDENTIFIER = re.compile(r"^[A-Za-z_$][\w$.\[\]-]{0,100}$")
#: "The ship object": what this title heads is a model, for a type or a sentence to name
_OBJECT = re.compile(r"\bobjects?$", re.IGNORECASE)
_IN_ADDRESS = re.compile(r"[?&]([\w.\[\]-]{1,100})=")
_LARGEST = 20_000
#: places whose fields hold no others, so that a title above some of them is but a topic
_FLAT = ("query", "header", "path", "cookie")
#: what a sample that sends its keys begins with
_COMMAND = re.compile(r"\s*(?:\$?\s?curl\b|(?:POST|PUT|PATCH|DELETE)\s{1,4}\S{0,300}/)")
#: words of a title that is a sentence, and the signs of one without spaces
_SENTENCE = 6
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_TELLING = re.compile(r"[a-z][A-Z]|_|\[\]")


def _looks_like_names(group: Group) -> bool:
    """Whether the first column holds identifiers: a table of fields whose header is in an unknown language."""
    first = [row[0].text for row in group.table.rows if row] if group.table else []
    return bool(first) and all(_IDENTIFIER.match(text) for text in first) and any(_TELLING.search(text) for text in first)


def _shows_body(code: Code) -> bool:
    """Whether a sample is a request with a body of JSON."""
    return _COMMAND.match(code.text) is not None and bool(keys_in(code.text))


def _fails(status: str) -> bool:
    return status[:1] in ("4", "5") or status == "default"


def _is_sentence(title: str) -> bool:
    """Whether a title in bold says when the fields below it are there, rather than what they belong to."""
    return len(title.split()) >= _SENTENCE or len(_CJK.findall(title)) >= 2 * _SENTENCE


class Assembler:
    """Builds the draft of one operation."""

    def __init__(
        self, region: Region, blocks: Sequence[Block], groups: Sequence[Group], models: Models, near: Source, *, inferred: bool
    ) -> None:
        found = region.found
        certainty = Certainty.INFERRED if inferred else Certainty.READ
        source = replace(near, line=found.line, element=found.element, quote=found.quote, certainty=certainty)
        self.inferred = inferred
        self.region = region
        self.blocks = blocks
        self.groups = [group for group in groups if inferred or region.start <= group.at < region.end]
        self.models = models
        self.near = near
        self.draft = Draft(found.operation, source, [found.server] if found.server else [])
        self.filling = Filling(self.draft, models)
        self.sections_seen: set[tuple[str, str]] = set()

    def assembled(self) -> Draft:
        """The operation with every field of its region."""
        self.filling.sends_body |= self.filling.method == "DELETE" and any(map(_shows_body, self._codes()))
        self.filling.body_apart = has_body_apart(self.filling, self.groups)
        for group in self.groups:
            self._group(group)
        answers_by_status(self.filling, self.groups)
        headers_by_status(self.filling, self.groups, self.near)
        bodies_by_name(self.filling, self.groups)
        answer_in_prose(self.filling, self.blocks[self.region.start : self.region.end])
        self._security()
        return self.draft

    def _group(self, group: Group) -> None:
        section = group.section
        if group.in_models or (section and section.kind in (Kind.EXAMPLE, Kind.ASIDE, Kind.MODELS)):
            return
        if not group.rows:
            self._unread(group)
            return
        if section and section.kind is Kind.RESPONSE and _fails(section.status) and not group.certain:
            return  # the names of errors
        named = self._named_after_field(group)
        if named is not None:
            self._add(group, *named)
        elif section is None or section.kind is Kind.FIELDS:
            self._untitled(group)
        elif group.own_title and self._section_key(section) in self.sections_seen:
            self._titled(group, section)
        elif group.own_title and self._side(section) and model_key(group.own_title) in self._referenced:
            return  # reached through the type that names it
        else:
            self._add(group, section, group.within or self._prefix(group, section))
            self.sections_seen.add(self._section_key(section))

    def _side(self, section: Section) -> bool:
        """Whether the request, or the answer, that a section belongs to has been described in another section."""
        side = REQUESTS if section.kind in REQUESTS else RESPONSES
        return any(kind in side for kind, _ in self.sections_seen)

    def _section_key(self, section: Section) -> tuple[str, str]:
        return (section.kind.value, section.status)

    def _unread(self, group: Group) -> None:
        """A table among fields whose header is not understood is a gap; one that is no table of fields is left alone."""
        columns = group.columns
        if columns is None or group.section is None or group.table is None:
            return
        roles = set(columns.by_role)
        known_only_by_name = roles <= {Role.NAME, Role.ASIDE} and bool(roles)
        strange = not roles and len(columns.unknown) >= 2 and _looks_like_names(group)
        if (known_only_by_name and 0 < len(columns.unknown) <= 2) or strange:
            self.draft.gap(GapKind.HEADER, self._at_table(group))

    def _at_table(self, group: Group) -> Source:
        table = group.table
        quote = " | ".join(table.heads)[:200] if table else ""
        return replace(self.near, line=table.line if table else None, element=table.element if table else "", quote=quote)

    def _titled(self, group: Group, section: Section) -> None:
        """A further table in a section, under a title of its own: the fields of the field or model it is named after."""
        path = self._field_titled(group.own_title, self.filling.place(section), loosely=True)
        if path is not None:
            self._add(group, section, path)
        elif _is_sentence(group.own_title) or self.filling.place(section) in _FLAT:
            self._add(group, section, self._prefix(group, section))
        elif model_key(group.own_title) not in self._referenced:
            self.draft.gap(GapKind.NESTING, self._at_table(group) if group.table else group.rows[0][1])

    def _named_after_field(self, group: Group) -> tuple[Section, str] | None:
        """Where a table belongs whose heading is the name of an object or array field that was read before."""
        if not group.heading:
            return None
        for place in dict.fromkeys(field.place for field in self.draft.fields.values() if field.place not in ("path", "header")):
            path = self._field_titled(group.heading, place)
            if path is not None:
                kind = Kind.RESPONSE if place[0].isdigit() or place == "default" else Kind(place)
                return Section(kind, place if kind is Kind.RESPONSE else ""), path
        return None

    def _untitled(self, group: Group) -> None:
        """A table that no heading announces."""
        if not group.certain or _OBJECT.search(group.own_title):
            return
        names = {row.name.name.strip(":{}<>") for row, _ in group.rows if row}
        if names and names <= self.filling.variables:
            self._add(group, Section(Kind.PATH))
            return
        announced = [g for g in self.groups if g.rows and g.section and g.section.kind in (*REQUESTS, *RESPONSES)]
        if announced and not self._sent_before(group, announced):
            if model_key(group.own_title) not in self._referenced:
                self.draft.gap(GapKind.SECTION, self._at_table(group))
            return
        if self.inferred and not self._told_above(group) and not self._shown(names):
            return  # a guide: beside its one sample stand tables of anything
        section = self._guessed(group)
        self._add(group, section, self._prefix(group, section))

    def _sent_before(self, group: Group, announced: Sequence[Group]) -> bool:
        """Whether rows that tell what is required stand above all that is announced, and that is answers alone."""
        tells = group.columns is not None and Role.REQUIRED in group.columns.by_role
        return tells and all(g.at > group.at and g.section and g.section.kind in RESPONSES for g in announced)

    def _told_above(self, group: Group) -> bool:
        """Whether a sentence just above tells the operation, and no title parts the two."""
        at = self.region.found.at
        between = self.blocks[at : group.at]
        return bool(between) and isinstance(between[0], Paragraph) and not any(isinstance(block, Heading) for block in between)

    def _shown(self, names: Collection[str]) -> bool:
        """Whether a sample shows most of these names, as keys or in an address."""
        words = (block for block in self.blocks[self.region.start : self.region.end] if isinstance(block, Code | Paragraph))
        shown = (keys_in(block.text) | set(_IN_ADDRESS.findall(block.text[:_LARGEST])) for block in words)
        return any(2 * len(found & set(names)) >= len(names) for found in shown)

    def _guessed(self, group: Group) -> Section:
        """Request or response, by the example that shows these names, else by the order they stand in."""
        names = {row.name.name for row, _ in group.rows if row}
        samples = [block for block in self._codes() if (keys_in(block.text) & names)]
        objects = [block for block in self._codes() if value_of(block.text) is not None]
        if samples and 2 * len(keys_in(samples[0].text) & names) >= len(names):
            first = (bool(objects) and objects[0] is samples[0]) or _COMMAND.match(samples[0].text) is not None
            response = self.filling.method in WITHOUT_BODY or not first
            return Section(Kind.RESPONSE if response else Kind.BODY)
        required = group.columns is not None and bool({Role.REQUIRED, Role.OPTIONAL} & set(group.columns.by_role))
        return Section(Kind.REQUEST if required or not self.draft.fields else Kind.RESPONSE)

    def _codes(self) -> Iterator[Code]:
        return (block for block in self.blocks[self.region.start : self.region.end] if isinstance(block, Code))

    def _prefix(self, group: Group, section: Section) -> str:
        """Where in the example answer, or in the body's sample above them, these fields stand: inside ``data``, say."""
        rows = [row for row, _ in group.rows if row]
        sent = section.kind is Kind.BODY
        if (section.kind is not Kind.RESPONSE and not sent) or not rows:
            return ""
        top = min(row.name.level for row in rows)
        names = {row.name.name.split(".")[0].split("[")[0] for row in rows if row.name.level == top}
        for block in self._codes() if not sent else self._sample_above(group):
            value = value_of(block.text)
            prefix = prefix_of(names, value) if value is not None and not is_schema(value) else None
            if prefix is not None:
                return prefix
        return ""

    def _sample_above(self, group: Group) -> Iterator[Code]:
        """The sample just above the rows, with no other rows between the two."""
        low = max((other.at for other in self.groups if other.at < group.at and other.rows), default=self.region.start)
        found = [block for block in self.blocks[low : group.at] if isinstance(block, Code)]
        yield from found[-1:]

    def _field_titled(self, title: str, place: str, *, loosely: bool = False) -> str | None:
        """The path of the object or array field that a title names."""
        key = model_key(title)
        words = {folded(word) for word in re.findall(r"[\w.\[\]*-]+", title)}
        for field in self.draft.fields.values():
            if field.place != place or not re.match(r"(?:array|object)|.*\| (?:array|object)|$", field.type or ""):
                continue
            names = {folded(field.name), folded(field.path)}
            spelled = {f"{word.rstrip('.*').removesuffix('[]')}" for word in words if word.endswith(("[]", ".*", "[]."))}
            if key in names or (names & spelled) or (loosely and names & words and len(words) <= 4):
                return f"{field.path}[]" if (field.type or "").startswith("array") else field.path
        return None

    @cached_property
    def _referenced(self) -> frozenset[str]:
        """The models that some type of the page names."""
        return frozenset(
            model_named(row.text(Role.TYPE), self.models.rows) for group in self.groups for row, _ in group.rows if row
        ) - {""}

    def _add(self, group: Group, section: Section, prefix: str = "") -> None:
        if group.columns is not None and group.columns.unknown:
            self.draft.gap(GapKind.HEADER, self._at_table(group))
        self.filling.add(group.rows, section, prefix)

    def _security(self) -> None:
        if self.draft.security is None:
            scheme = security_in(block.text for block in self._codes())
            self.draft.security = [(scheme,)] if scheme else None
