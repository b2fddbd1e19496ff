"""A schema as the flat fields of a contract, level by level, with every field's source."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from driftgate.contract import ROOT, Facts, FactValue, Field, Source
from driftgate.contract.model import REQUEST_PLACES
from driftgate.extract.extraction import Gap, GapKind
from driftgate.extract.openapi.schema import Schemas
from driftgate.extract.openapi.sentences import with_sentences
from driftgate.extract.openapi.shape import spelled, type_of
from driftgate.extract.openapi.silence import is_silent
from driftgate.extract.openapi.view import Expression, Kinds, Located, View
from driftgate.extract.segments import segment

#: Levels are walked whole, so where the walk stops does not depend on the document's order.
MAX_FIELDS = 5_000
MAX_LEVELS = 24

#: The source of what stands at a JSON pointer.
SourceOf = Callable[[str, object], Source]


class _Spot(NamedTuple):
    """A place on the way down: a named field, or an unnamed level (array items) between two."""

    path: str
    view: View
    expression: Expression
    named: bool
    required: bool | None
    conditional: bool
    apart: tuple[str, ...] = ()


class _Told(NamedTuple):
    """What a schema says of a field. is_silent: nobody says whether the field is required."""

    facts: Facts
    sources: Mapping[str, Source]
    source: Source
    is_silent: bool


@dataclass(frozen=True, slots=True)
class Fields:
    """The schemas of one operation as fields. told: what the models say that references lead to, by where they stand."""

    schemas: Schemas
    source_of: SourceOf
    told: dict[Hashable, _Told] = field(default_factory=dict, repr=False)

    def afresh(self) -> Fields:
        """The same for another operation of the document: what models say is known, what was counted is not."""
        if self.schemas.is_exhausted:
            return Fields(Schemas(self.schemas.document), self.source_of)
        return Fields(Schemas(self.schemas.document, self.schemas.models), self.source_of, self.told)

    def of_body(self, root: Located, place: str) -> list[Field]:
        """The fields of a whole body. The body itself is the field ``$`` where it is more than a plain object."""
        view = self.schemas.view(root)
        plain = view.kinds in (None, frozenset({"object"})) and not view.facts
        spot = _Spot(ROOT, view, root, True, None, False)
        found = [] if plain and (view.properties or view.values or view.kinds is None) else [self._field(spot, place)]
        return found + self._below([spot], place)

    def of_parameter(self, parameter: Field, described: object, root: Located) -> list[Field]:
        """A parameter or header with the facts of its schema and of its own description, and what lies below it."""
        view = self.schemas.view(root)
        told = self._told(root, view)
        place, path, in_header, source = parameter.place, parameter.path, parameter.in_header, parameter.source or told.source
        facts, sources = with_sentences({**told.facts, **parameter.facts}, described, source)
        own = Field(place, path, facts, "", in_header, source, {**told.sources, **sources})
        if in_header:
            return [own]
        return [own, *self._below([_Spot(path, view, root, True, parameter.required, False)], place)]

    def _below(self, level: list[_Spot], place: str) -> list[Field]:
        found: list[Field] = []
        for _ in range(MAX_LEVELS):
            children = [child for spot in level if spot.view.leads_on for child in self._children(spot, place)]
            if not children:
                return found
            if len(found) + len(children) > MAX_FIELDS:
                break
            found += [child if isinstance(child, Field) else self._field(child, place) for child in children if _is_named(child)]
            level = [child for child in children if isinstance(child, _Spot)]
        self.schemas.gaps.setdefault((GapKind.LIMIT, ""), Gap(GapKind.LIMIT, Source(element=_pointer(children[0]))))
        return found

    def _children(self, spot: _Spot, place: str) -> Iterator[_Spot | Field]:
        """The properties, map values and items: those that have more in them, and fields of the others."""
        path, above, look = spot.path, spot.conditional and not spot.named, self.schemas.view
        _, _, properties, listed, items, values, _ = spot.view
        prefix = "" if path == ROOT else f"{path}."
        for name, child in properties.items():
            schema, needed, varying, apart = (child, False, False, ()) if isinstance(child, Located) else child
            own, required, conditional = prefix + segment(name, properties), needed or name in listed, above or varying
            leaf = self._leaf(own, place, schema, required, conditional) if isinstance(schema, Located) and not apart else None
            yield leaf or _Spot(own, look(schema), schema, True, required, conditional, apart)
        if values is not None:
            schema = values.expression
            yield _Spot(f"{prefix}*", look(schema), schema, True, None, above or values.conditional, values.apart)
        if items is not None:
            own, schema = "[]" if path == ROOT else f"{path}[]", items.expression
            yield _Spot(own, look(schema), schema, False, None, above or items.conditional, items.apart)

    def _leaf(self, path: str, place: str, schema: Located, required: bool, conditional: bool) -> Field | None:
        """The field of a property that nothing stands in, as most are: there is no need of a view."""
        told = self.told.get(schema.pointer)
        if told is None:
            words = self.schemas.leaf(schema)
            if words is None:
                return None
            kinds, facts = words
            told = self._saying(facts, kinds, spelled(kinds), schema)
            if schema.trail:
                self.told[schema.pointer] = told
        return _made(path, place, told, required, conditional)

    def _field(self, spot: _Spot, place: str) -> Field:
        told = self._told(spot.expression, spot.view)
        if spot.apart:
            lines = {*spot.apart, *_lines(told.facts.get("varies"))}
            told = told._replace(facts={**told.facts, "varies": tuple(sorted(lines))})
        return _made(spot.path, place, told, spot.required, spot.conditional)

    def _told(self, expression: Expression, view: View) -> _Told:
        """What a schema says of a field, wherever the field stands: models stand in many places."""
        key = expression[:2] if isinstance(expression, Located) and expression.trail else None
        told = self.told.get(key) if key else None
        if told is None:
            kind = type_of(view, self.schemas.view)
            told = self._saying(dict(view.facts), view.kinds, kind, expression)
            if key:
                self.told[key] = told
        return told

    def _saying(self, facts: dict[str, FactValue], kinds: Kinds | None, kind: str | None, expression: Expression) -> _Told:
        if kind is not None:
            facts["type"] = kind
        if _is_nullable(kinds):
            facts["nullable"] = True
        schema = first_place(expression)
        raw = schema.raw
        source = self.source_of(schema.pointer, raw)
        if schema is not expression:  # each alternative has words of its own
            return _Told(facts, {}, source, is_silent(raw))
        return _Told(*with_sentences(facts, raw, source), source, is_silent(raw))


def _made(path: str, place: str, told: _Told, required: bool | None, conditional: bool) -> Field:
    facts, sources, source, silent = told
    if conditional:
        facts = {**facts, "conditional": True}
    if required or (required is False and not silent):
        facts = {**facts, "required": required and not _never_sent(facts, place)}
    return Field(place, path, facts, "", False, source, sources)


def first_place(expression: Expression) -> Located:
    """Where a schema stands; of several, the first."""
    while not isinstance(expression, Located):
        expression = expression.parts[0]
    return expression


def _is_named(child: _Spot | Field) -> bool:
    """Whether it is a field: array items are one only where they state more than the type, which stands on the array already."""
    return isinstance(child, Field) or child.named or bool(child.view.facts) or _is_nullable(child.view.kinds)


def _pointer(child: _Spot | Field) -> str:
    if isinstance(child, _Spot):
        return first_place(child.expression).pointer
    return child.source.element.removeprefix("#") if child.source else ""


def _is_nullable(kinds: Kinds | None) -> bool:
    return kinds is not None and len(kinds) > 1 and "null" in kinds


def _lines(varies: FactValue) -> Iterator[str]:
    yield from map(str, varies) if isinstance(varies, tuple) else ()


def _never_sent(facts: Facts, place: str) -> bool:
    """``required`` holds only in the direction that a read-only or write-only property travels."""
    return facts.get("read_only" if place in REQUEST_PLACES else "write_only") is True
