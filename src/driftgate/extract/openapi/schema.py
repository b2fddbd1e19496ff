"""Schemas of one document made visible: references followed, ``allOf`` merged, alternatives united, everything bounded."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce

from driftgate.contract import FactValue, Source
from driftgate.extract.extraction import Gap, GapKind
from driftgate.extract.openapi.alternatives import labels_of, varied
from driftgate.extract.openapi.keywords import facts_of, kinds_of
from driftgate.extract.openapi.references import is_local, step, target
from driftgate.extract.openapi.shape import alternative_shapes, shape
from driftgate.extract.openapi.view import (
    NONE,
    All,
    AnyOf,
    Child,
    Expression,
    Kinds,
    Located,
    Part,
    View,
    both,
    childless,
    either,
    with_facts,
)

Raw = dict[str, object]

#: How many schemas may be looked at, or found as properties, for one operation: real ones need some thousands.
MAX_LOOKS = 200_000
MAX_NESTING = 120

#: How many views, with their properties, are kept for a second look: models stand in many places, and shapes and types of
#: arrays look ahead. It bounds what a document can make of the room that it takes itself.
MOST_KEPT = 100_000

_NOTHING = View()
_NO_NAMES: frozenset[str] = frozenset()
_SUBSCHEMAS = (
    ("not", "not"),
    ("if", "if"),
    ("then", "then"),
    ("else", "else"),
    ("contains", "contains"),
    ("propertyNames", "property_names"),
    ("unevaluatedItems", "unevaluated_items"),
    ("unevaluatedProperties", "unevaluated_properties"),
    ("contentSchema", "content_schema"),
)
_NAMED_SUBSCHEMAS = (("patternProperties", "pattern_properties"), ("dependentSchemas", "dependent_schemas"))
#: Keywords that most schemas have none of, looked for in one go.
_SHAPED = frozenset(("discriminator", "dependentRequired", "prefixItems")).union(
    keyword for keyword, _ in _SUBSCHEMAS + _NAMED_SUBSCHEMAS
)
_ALTERNATIVES = (("oneOf", "one_of"), ("anyOf", "any_of"))
_COMPOSED = frozenset(("allOf", "oneOf", "anyOf"))
#: A schema with none of these keywords is all that there is to look at.
_LEADING_ON = _COMPOSED | _SHAPED | {"$ref"}
_BELOW = frozenset(("properties", "required", "items", "additionalProperties"))
_MORE = _LEADING_ON | _BELOW
_BESIDE_REFERENCE = frozenset(("$ref", "description", "summary", "title", "example", "examples"))


@dataclass(slots=True)
class Views:
    """Views kept by where their schemas stand. size: how many they are, with their properties."""

    known: dict[Hashable, View] = field(default_factory=dict)
    size: int = 0

    def keep(self, key: Hashable, view: View) -> View:
        self.size += 1 + len(view.properties)
        if self.size > MOST_KEPT:
            self.known.clear()
            self.size = 0
        self.known[key] = view
        return view


@dataclass(slots=True)
class Schemas:
    """Looks at the schemas of one operation. models: views of what references lead to, which the operations of a document
    share; gaps: what could not be followed, each place once."""

    document: object
    models: Views = field(default_factory=Views, repr=False)
    looks: int = 0
    nesting: int = 0
    kept: Views = field(default_factory=Views, repr=False)
    gaps: dict[tuple[GapKind, str], Gap] = field(default_factory=dict)

    @property
    def is_exhausted(self) -> bool:
        """Whether it stopped looking: what it has seen since is not the whole."""
        return self.looks > MAX_LOOKS

    def view(self, expression: Expression) -> View:
        """What one level of a schema says. A second look counts as much as the first."""
        if not isinstance(expression, Located):
            return self.kept.known.get(expression) or self.kept.keep(expression, self._combined(expression))
        self.looks += 1
        raw = expression.raw
        if self.looks > MAX_LOOKS:
            return self._gap(GapKind.LIMIT, expression)
        if not isinstance(raw, dict):
            return View(never=True) if raw is False else _NOTHING
        if _MORE.isdisjoint(raw):  # looked at sooner than found again
            return View(*self._words(raw, expression))
        key, kept = expression[:2], self.models if expression.trail else self.kept
        return kept.known.get(key) or kept.keep(key, self._nested(raw, expression))

    def _combined(self, expression: All | AnyOf) -> View:
        views = [self.view(part) for part in expression.parts]
        if isinstance(expression, All):
            return reduce(both, views)
        return varied(either(views, expression.labels), expression, views, self.view)

    def _nested(self, raw: Raw, place: Located) -> View:
        """What a schema says that has others in it, or refers to another."""
        if self.nesting >= MAX_NESTING:
            return self._gap(GapKind.LIMIT, place)
        self.nesting += 1
        reference = raw.get("$ref")
        if not isinstance(reference, str):
            view = self._composed(raw, place)
        elif raw.keys() <= _BESIDE_REFERENCE:
            view = self._referenced(reference, place)
        else:
            view = both(self._composed(raw, place), self._referenced(reference, place))
        self.nesting -= 1
        return view

    def _referenced(self, reference: str, place: Located) -> View:
        if not is_local(reference):
            return self._gap(GapKind.REMOTE_REFERENCE, place)
        followed = place.trail.count(reference)
        if followed > 1:
            return _NOTHING
        raw = target(self.document, reference)
        if raw is None:
            return self._gap(GapKind.REFERENCE, place)
        view = self.view(Located(reference.removeprefix("#"), (*place.trail, reference), raw))
        return childless(view) if followed else view

    def _composed(self, raw: Raw, place: Located) -> View:
        view = self._plain(raw, place)
        if _COMPOSED.isdisjoint(raw):
            return view
        for part in _listed(raw, "allOf", place):
            view = both(view, self.view(part))
        for keyword, fact in _ALTERNATIVES:
            if alternatives := _listed(raw, keyword, place):
                view = both(view, self._alternatives(alternatives, fact))
        return view

    def _alternatives(self, alternatives: Sequence[Located], fact: str) -> View:
        views = [self.view(part) for part in alternatives]
        united = either(views, labels_of(views, self.view))
        shapes = alternative_shapes(views, self.view)
        return with_facts(united, {**united.facts, fact: shapes}) if shapes else united

    def leaf(self, place: Located) -> tuple[Kinds | None, dict[str, FactValue]] | None:
        """The kinds and the facts of a schema that nothing stands in; None for any other. Most fields are one."""
        if not isinstance(place.raw, dict) or not _MORE.isdisjoint(place.raw) or self.looks >= MAX_LOOKS:
            return None
        self.looks += 1
        return self._words(place.raw, place)

    def _words(self, raw: Raw, place: Located) -> tuple[Kinds | None, dict[str, FactValue]]:
        kinds, unnamed = kinds_of(raw)
        if unnamed:
            self._gap(GapKind.TYPE, place)
        facts = facts_of(raw)
        if raw.get("type") == "file":
            facts.setdefault("format", "binary")
        return kinds, facts

    def _plain(self, raw: Raw, place: Located) -> View:
        kinds, facts = self._words(raw, place)
        if not _SHAPED.isdisjoint(raw):
            self._shapes(raw, place, facts)
        if _BELOW.isdisjoint(raw):
            return View(kinds, facts)
        values = raw.get("additionalProperties")
        if isinstance(values, bool) or values == {}:
            facts["additional"] = values is not False
        required, properties = raw.get("required"), _properties(raw, place)
        self.looks += len(properties)  # each takes room, whether anybody looks at it or not
        return View(
            kinds=kinds,
            facts=facts,
            properties=properties,
            required=frozenset(n for n in required if isinstance(n, str)) if isinstance(required, list) else _NO_NAMES,
            items=_items(raw, place),
            values=_child(raw, "additionalProperties", place) if values else None,
        )

    def _shapes(self, raw: Raw, place: Located, facts: dict[str, FactValue]) -> None:
        """The keywords that hold schemas and are facts of one line."""
        for keyword, fact in _SUBSCHEMAS:
            if keyword in raw:
                facts[fact] = self._shape(_below(place, keyword, raw[keyword]))
        for keyword, fact in _NAMED_SUBSCHEMAS:
            if isinstance(named := raw.get(keyword), dict) and named:
                parts = {
                    name: Located(step(step(place.pointer, keyword), name), place.trail, part) for name, part in named.items()
                }
                facts[fact] = tuple(sorted(f"{name}: {self._shape(part)}" for name, part in parts.items()))
        if prefix := _listed(raw, "prefixItems", place):
            facts["prefix_items"] = tuple(f"{n}: {self._shape(part)}" for n, part in enumerate(prefix))
        if mapping := self._mapping(raw.get("discriminator"), place):
            facts["mapping"] = mapping
        if isinstance(needed := raw.get("dependentRequired"), dict) and needed:
            facts["dependent_required"] = tuple(sorted(f"{n}: {_names(names)}" for n, names in needed.items()))

    def _mapping(self, discriminator: object, place: Located) -> tuple[str, ...]:
        """Which value of the discriminator means which alternative, by its shape: component names are no contract."""
        mapping = discriminator.get("mapping") if isinstance(discriminator, dict) else None
        if not isinstance(mapping, dict):
            return ()
        return tuple(sorted(f"{value}: {self._shape_behind(str(name), place)}" for value, name in mapping.items()))

    def _shape_behind(self, name: str, place: Located) -> str:
        reference = name if "#" in name or "/" in name else f"#/components/schemas/{name}"
        return shape(self._referenced(reference, place), self.view)

    def _shape(self, place: Located) -> str:
        return shape(self.view(place), self.view, detailed=True)

    def _gap(self, kind: GapKind, place: Located) -> View:
        source = Source(element=place.pointer)
        self.gaps.setdefault((kind, "" if kind is GapKind.LIMIT else place.pointer), Gap(kind, source))
        return _NOTHING


def _below(place: Located, keyword: str, raw: object) -> Located:
    """What stands at one keyword of a schema."""
    return Located(f"{place.pointer}/{keyword}", place.trail, raw)


def _child(raw: Raw, keyword: str, place: Located) -> Located | None:
    below = raw.get(keyword)
    return _below(place, keyword, below) if isinstance(below, dict) else None


def _properties(raw: Raw, place: Located) -> Mapping[str, Located]:
    properties = raw.get("properties")
    if not isinstance(properties, dict):
        return NONE
    above, trail = f"{place.pointer}/properties", place.trail
    return {name: Located(step(above, name), trail, part) for name, part in properties.items() if part is not False}


def _items(raw: Raw, place: Located) -> Part | None:
    if isinstance(raw.get("items"), list):  # a tuple in older drafts: each position has its schema
        parts = tuple(_listed(raw, "items", place))
        return Child(AnyOf(parts)) if parts else None
    return _child(raw, "items", place)


def _listed(raw: Raw, keyword: str, place: Located) -> list[Located]:
    parts = raw.get(keyword)
    if not isinstance(parts, list):
        return []
    above = f"{place.pointer}/{keyword}"
    return [Located(f"{above}/{number}", place.trail, part) for number, part in enumerate(parts)]


def _names(names: object) -> str:
    return ", ".join(sorted(str(name) for name in names)) if isinstance(names, list) else ""
