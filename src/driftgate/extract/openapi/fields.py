"""A schema as the flat fields of a contract, level by level, with every field's source."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from driftgate.contract import ROOT, Facts, FactValue, Field, Source
from driftgate.contract.model import REQUEST_PLACES
from driftgate.extract.extraction import Gap, GapKind
from driftgate.extract.openapi.schema import Schemas
from driftgate.extract.openapi.sentences import with_sentences
from driftgate.extract.openapi.shape import type_of
from driftgate.extract.openapi.silence import is_silent
from driftgate.extract.openapi.view import Child, Expression, Kinds, Located, View
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


@dataclass(frozen=True, slots=True)
class Fields:
    """The schemas of one operation as fields."""

    schemas: Schemas
    source_of: SourceOf

    def of_body(self, root: Located, place: str) -> list[Field]:
        """The fields of a whole body. The body itself is the field ``$`` where it is more than a plain object."""
        view = self.schemas.view(root)
        plain = view.kinds in (None, frozenset({"object"})) and not view.facts
        spot = _Spot(ROOT, view, root, True, None, False)
        found = [] if plain and (view.properties or view.values or view.kinds is None) else [self._field(spot, place)]
        return found + self._below([spot], place)

    def of_parameter(self, parameter: Field, root: Located) -> list[Field]:
        """A parameter or header with the facts of its schema, and what lies below it."""
        view = self.schemas.view(root)
        spot = _Spot(parameter.path, view, root, True, parameter.required, False)
        found = self._field(spot, parameter.place)
        facts = {**found.facts, **parameter.facts}
        source = parameter.source or found.source
        own = Field(parameter.place, parameter.path, facts, "", parameter.in_header, source, found.fact_sources)
        return [own] if parameter.in_header else [own, *self._below([spot], parameter.place)]

    def _below(self, level: list[_Spot], place: str) -> list[Field]:
        found: list[Field] = []
        for _ in range(MAX_LEVELS):
            level = [child for spot in level for child in self._children(spot)]
            if not level:
                return found
            if len(found) + len(level) > MAX_FIELDS:
                break
            found += [self._field(spot, place) for spot in level if spot.named or _says_more(spot.view)]
        pointer = first_place(level[0].expression).pointer
        self.schemas.gaps.setdefault((GapKind.LIMIT, ""), Gap(GapKind.LIMIT, Source(element=pointer)))
        return found

    def _children(self, spot: _Spot) -> Iterator[_Spot]:
        path, view, above = spot.path, spot.view, spot.conditional and not spot.named
        prefix = "" if path == ROOT else f"{path}."
        for name, child in view.properties.items():
            own, required = prefix + segment(name, view.properties), child.required or name in view.required
            yield self._spot(own, child, above, required)
        if view.values is not None:
            yield self._spot(f"{prefix}*", view.values, above)
        if view.items is not None:
            yield self._spot("[]" if path == ROOT else f"{path}[]", view.items, above, named=False)

    def _spot(self, path: str, child: Child, above: bool, required: bool | None = None, named: bool = True) -> _Spot:
        expression, _, conditional, apart = child
        return _Spot(path, self.schemas.view(expression), expression, named, required, above or conditional, apart)

    def _field(self, spot: _Spot, place: str) -> Field:
        facts, schema = self._facts(spot), first_place(spot.expression)
        if spot.required or (spot.required is False and not is_silent(schema.raw)):
            facts["required"] = spot.required and not _never_sent(facts, place)
        source = self.source_of(schema.pointer, schema.raw)
        if schema is not spot.expression:  # each alternative has words of its own
            return Field(place, spot.path, facts, "", False, source)
        told, sources = with_sentences(facts, schema.raw, source)
        return Field(place, spot.path, told, "", False, source, sources)

    def _facts(self, spot: _Spot) -> dict[str, FactValue]:
        view = spot.view
        facts = dict(view.facts)
        if (spelled := type_of(view, self.schemas.view)) is not None:
            facts["type"] = spelled
        if _is_nullable(view.kinds):
            facts["nullable"] = True
        if spot.conditional:
            facts["conditional"] = True
        if spot.apart:
            known = facts.get("varies")
            facts["varies"] = tuple(sorted({*spot.apart, *(map(str, known) if isinstance(known, tuple) else ())}))
        return facts


def first_place(expression: Expression) -> Located:
    """Where a schema stands; of several, the first."""
    while not isinstance(expression, Located):
        expression = expression.parts[0]
    return expression


def _says_more(view: View) -> bool:
    """Whether array items state more than the type, which stands on the array already."""
    return bool(view.facts) or _is_nullable(view.kinds)


def _is_nullable(kinds: Kinds | None) -> bool:
    return kinds is not None and len(kinds) > 1 and "null" in kinds


def _never_sent(facts: Facts, place: str) -> bool:
    """``required`` holds only in the direction that a read-only or write-only property travels."""
    return facts.get("read_only" if place in REQUEST_PLACES else "write_only") is True
