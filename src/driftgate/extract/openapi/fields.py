"""A schema as the flat fields of a contract, level by level, with every field's source."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from typing import NamedTuple

from driftgate.contract import ROOT, FactValue, Field, Source
from driftgate.contract.model import REQUEST_PLACES
from driftgate.extract.extraction import Gap, GapKind
from driftgate.extract.openapi.schema import Schemas
from driftgate.extract.openapi.sentences import own_words, with_sentences
from driftgate.extract.openapi.shape import type_of
from driftgate.extract.openapi.silence import is_silent
from driftgate.extract.openapi.view import Child, Expression, Located, View

#: Levels are walked whole, so where the walk stops does not depend on the document's order.
MAX_FIELDS = 5_000
MAX_LEVELS = 24

#: The source of what stands at a JSON pointer.
SourceOf = Callable[[str, object], Source]

#: What paths are made of, when it stands in a property's name.
_ESCAPES = (("%", "%25"), (".", "%2E"), ("[", "%5B"), ("]", "%5D"), ("*", "%2A"), ("$", "%24"))


class _Spot(NamedTuple):
    """A place on the way down: a named field, or an unnamed level (array items) between two."""

    path: str
    view: View
    place: Located
    named: bool
    required: bool | None
    conditional: bool
    apart: tuple[str, ...] = ()
    described: object = None  # the schema whose description speaks for the field


def escaped(name: str, siblings: Container[str] = ()) -> str:
    """A property's name as part of a field path: itself, and percent-encoded where it could be read as another's.

    ``user.id`` beside ``user`` is ``user%2Eid``; without such a neighbour no reader can mistake it, and it stays as printed.
    """
    if name.isidentifier():  # none of the marks can stand in it, and most names are one
        return name
    taken = name in (ROOT, "*") or any(escape in name for _, escape in _ESCAPES)
    if not taken and not any(name[:end] in siblings for end, char in enumerate(name) if char in ".["):
        return name
    for char, escape in _ESCAPES:
        if char in name:
            name = name.replace(char, escape)
    return name


def unescaped(name: str) -> str:
    """The name behind ``escaped``."""
    for char, escape in reversed(_ESCAPES):
        name = name.replace(escape, char)
    return name


def body_fields(schemas: Schemas, root: Located, place: str, source_of: SourceOf) -> list[Field]:
    """The fields of a whole body. The body itself is the field ``$`` where it is more than a plain object."""
    view = schemas.view(root)
    plain = view.kinds in (None, frozenset({"object"})) and not view.facts
    spot = _Spot(ROOT, view, root, True, None, False, described=root.raw)
    found = [] if plain and (view.properties or view.values or view.kinds is None) else [_field(schemas, spot, place, source_of)]
    return found + _below(schemas, [spot], place, source_of)


def parameter_fields(schemas: Schemas, parameter: Field, root: Located, source_of: SourceOf) -> list[Field]:
    """A parameter or header with the facts of its schema, and what lies below it."""
    view = schemas.view(root)
    spot = _Spot(parameter.path, view, root, True, parameter.required, False, described=root.raw)
    found = _field(schemas, spot, parameter.place, source_of)
    facts = {**found.facts, **parameter.facts}
    source = parameter.source or found.source
    own = Field(parameter.place, parameter.path, facts, "", parameter.in_header, source, found.fact_sources)
    if parameter.in_header:
        return [own]
    return [own, *_below(schemas, [spot], parameter.place, source_of)]


def _below(schemas: Schemas, level: list[_Spot], place: str, source_of: SourceOf) -> list[Field]:
    found: list[Field] = []
    for _ in range(MAX_LEVELS):
        level = [child for spot in level for child in _children(schemas, spot)]
        if not level:
            return found
        if len(found) + len(level) > MAX_FIELDS:
            break
        found += [_field(schemas, spot, place, source_of) for spot in level if spot.named or _says_more(spot.view)]
    pointer = level[0].place.pointer
    schemas.gaps.setdefault((GapKind.LIMIT, ""), Gap(GapKind.LIMIT, Source(element=pointer)))
    return found


def _children(schemas: Schemas, spot: _Spot) -> Iterable[_Spot]:
    view, above = spot.view, spot.conditional and not spot.named
    prefix = "" if spot.path == ROOT else f"{spot.path}."
    for name, child in view.properties.items():
        required = child.required or name in view.required
        yield _spot(schemas, f"{prefix}{escaped(name, view.properties)}", child, required, above)
    if view.values is not None:
        yield _spot(schemas, f"{prefix}*", view.values, None, above)
    if view.items is not None:
        path = "[]" if spot.path == ROOT else f"{spot.path}[]"
        yield _spot(schemas, path, view.items, None, above)._replace(named=False)


def _spot(schemas: Schemas, path: str, child: Child, required: bool | None, above: bool) -> _Spot:
    expression = child.expression
    conditional = above or child.conditional
    words = own_words(expression)
    return _Spot(path, schemas.view(expression), first_place(expression), True, required, conditional, child.apart, words)


def first_place(expression: Expression) -> Located:
    """Where a schema stands; of several, the first."""
    while not isinstance(expression, Located):
        expression = expression.parts[0]
    return expression


def _says_more(view: View) -> bool:
    """Whether array items state more than the type, which stands on the array already."""
    return bool(view.facts) or _is_nullable(view)


def _is_nullable(view: View) -> bool:
    return view.kinds is not None and "null" in view.kinds and len(view.kinds) > 1


def _field(schemas: Schemas, spot: _Spot, place: str, source_of: SourceOf) -> Field:
    view = spot.view
    facts: dict[str, FactValue] = dict(view.facts)
    spelled = type_of(view, schemas.view)
    if spelled is not None:
        facts["type"] = spelled
    if _is_nullable(view):
        facts["nullable"] = True
    if spot.required or (spot.required is False and not is_silent(spot.place.raw)):
        facts["required"] = spot.required and not _never_sent(facts, place)
    if spot.conditional:
        facts["conditional"] = True
    if spot.apart:
        known = facts.get("varies")
        facts["varies"] = tuple(sorted({*spot.apart, *(map(str, known) if isinstance(known, tuple) else ())}))
    return with_sentences(Field(place, spot.path, facts, source=source_of(spot.place.pointer, spot.place.raw)), spot.described)


def _never_sent(facts: dict[str, FactValue], place: str) -> bool:
    """``required`` holds only in the direction that a read-only or write-only property travels."""
    return facts.get("read_only" if place in REQUEST_PLACES else "write_only") is True
