"""Schemas of one document made visible: references followed, ``allOf`` merged, alternatives united, everything bounded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce

from driftgate.contract import FactValue, Source
from driftgate.extract.extraction import Gap, GapKind
from driftgate.extract.openapi.keywords import facts_of, kinds_of
from driftgate.extract.openapi.references import is_local, step, target
from driftgate.extract.openapi.shape import alternative_shapes, shape
from driftgate.extract.openapi.view import (
    All,
    AnyOf,
    Child,
    Expression,
    Located,
    View,
    both,
    childless,
    either,
    with_facts,
)

#: How many schemas may be looked at for one operation: real ones need some thousands.
MAX_LOOKS = 100_000
MAX_NESTING = 120

_NOTHING = View()
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
_BESIDE_REFERENCE = frozenset(("$ref", "description", "summary", "title", "example", "examples"))


@dataclass(slots=True)
class Schemas:
    """Looks at schemas of one document. gaps: what could not be followed, each place once."""

    document: object
    looks: int = 0
    nesting: int = 0
    gaps: dict[tuple[GapKind, str], Gap] = field(default_factory=dict)

    def view(self, expression: Expression) -> View:
        """What one level of a schema says."""
        if isinstance(expression, All):
            return reduce(both, map(self.view, expression.parts))
        if isinstance(expression, AnyOf):
            return either([self.view(part) for part in expression.parts])
        self.looks += 1
        if self.looks > MAX_LOOKS or self.nesting >= MAX_NESTING:
            return self._gap(GapKind.LIMIT, expression)
        self.nesting += 1
        try:
            return self._located(expression)
        finally:
            self.nesting -= 1

    def _located(self, place: Located) -> View:
        raw = place.raw
        if raw is False:
            return View(never=True)
        if not isinstance(raw, Mapping):
            return _NOTHING
        reference = raw.get("$ref")
        if not isinstance(reference, str):
            return self._composed(raw, place)
        if raw.keys() <= _BESIDE_REFERENCE:
            return self._referenced(reference, place)
        return both(self._composed(raw, place), self._referenced(reference, place))

    def _referenced(self, reference: str, place: Located) -> View:
        if not is_local(reference):
            return self._gap(GapKind.REMOTE_REFERENCE, place)
        followed = place.trail.count(reference)
        if followed > 1:
            return _NOTHING
        raw = target(self.document, reference)
        if raw is None:
            return self._gap(GapKind.REFERENCE, place)
        view = self.view(Located(raw, reference.removeprefix("#"), (*place.trail, reference)))
        return childless(view) if followed else view

    def _composed(self, raw: Mapping[str, object], place: Located) -> View:
        view = self._plain(raw, place)
        for part in self._list(raw, "allOf", place):
            view = both(view, self.view(part))
        for keyword, fact in (("oneOf", "one_of"), ("anyOf", "any_of")):
            alternatives = self._list(raw, keyword, place)
            if alternatives:
                view = both(view, self._alternatives(alternatives, fact))
        return view

    def _alternatives(self, alternatives: Sequence[Located], fact: str) -> View:
        views = [self.view(part) for part in alternatives]
        united = either(views)
        shapes = alternative_shapes(views, self.view)
        return with_facts(united, {**united.facts, fact: shapes}) if shapes else united

    def _plain(self, raw: Mapping[str, object], place: Located) -> View:
        kinds, unnamed = kinds_of(raw)
        if unnamed:
            self._gap(GapKind.TYPE, place)
        facts = facts_of(raw)
        if raw.get("type") == "file":
            facts.setdefault("format", "binary")
        values = self._values(raw, place, facts)
        self._shapes(raw, place, facts)
        required = raw.get("required")
        return View(
            kinds=kinds,
            facts=facts,
            properties=self._properties(raw, place),
            required=frozenset(n for n in required if isinstance(n, str)) if isinstance(required, list) else frozenset(),
            items=self._items(raw, place),
            values=values,
        )

    def _properties(self, raw: Mapping[str, object], place: Located) -> Mapping[str, Child]:
        properties = raw.get("properties")
        if not isinstance(properties, Mapping):
            return {}
        above = step(place.pointer, "properties")
        return {
            name: Child(Located(schema, step(above, name), place.trail))
            for name, schema in properties.items()
            if schema is not False
        }

    def _items(self, raw: Mapping[str, object], place: Located) -> Child | None:
        items = raw.get("items")
        if isinstance(items, list):  # a tuple in older drafts: each position has its schema
            parts = tuple(Located(item, step(step(place.pointer, "items"), n), place.trail) for n, item in enumerate(items))
            return Child(AnyOf(parts)) if parts else None
        return Child(Located(items, step(place.pointer, "items"), place.trail)) if isinstance(items, Mapping) else None

    def _values(self, raw: Mapping[str, object], place: Located, facts: dict[str, FactValue]) -> Child | None:
        """Map values; ``additionalProperties`` that says yes or no is a fact."""
        values = raw.get("additionalProperties")
        if isinstance(values, bool) or values == {}:
            facts["additional"] = values is not False
        if not isinstance(values, Mapping) or not values:
            return None
        return Child(Located(values, step(place.pointer, "additionalProperties"), place.trail))

    def _shapes(self, raw: Mapping[str, object], place: Located, facts: dict[str, FactValue]) -> None:
        """The keywords that hold schemas and are facts of one line."""
        for keyword, fact in _SUBSCHEMAS:
            if keyword in raw:
                facts[fact] = self._shape(Located(raw[keyword], step(place.pointer, keyword), place.trail))
        for keyword, fact in _NAMED_SUBSCHEMAS:
            if isinstance(named := raw.get(keyword), Mapping) and named:
                above = step(place.pointer, keyword)
                lines = [f"{n}: {self._shape(Located(s, step(above, n), place.trail))}" for n, s in named.items()]
                facts[fact] = tuple(sorted(lines))
        if prefix := self._list(raw, "prefixItems", place):
            facts["prefix_items"] = tuple(f"{n}: {self._shape(part)}" for n, part in enumerate(prefix))
        if mapping := self._mapping(raw.get("discriminator"), place):
            facts["mapping"] = mapping
        if isinstance(needed := raw.get("dependentRequired"), Mapping) and needed:
            facts["dependent_required"] = tuple(sorted(f"{n}: {_names(names)}" for n, names in needed.items()))

    def _mapping(self, discriminator: object, place: Located) -> tuple[str, ...]:
        """Which value of the discriminator means which alternative, by its shape: component names are no contract."""
        mapping = discriminator.get("mapping") if isinstance(discriminator, Mapping) else None
        if not isinstance(mapping, Mapping):
            return ()
        return tuple(sorted(f"{value}: {self._shape_behind(str(name), place)}" for value, name in mapping.items()))

    def _shape_behind(self, name: str, place: Located) -> str:
        reference = name if "#" in name or "/" in name else f"#/components/schemas/{name}"
        return shape(self.view(Located({"$ref": reference}, place.pointer, place.trail)), self.view)

    def _shape(self, place: Located) -> str:
        return shape(self.view(place), self.view, detailed=True)

    def _list(self, raw: Mapping[str, object], keyword: str, place: Located) -> list[Located]:
        parts = raw.get(keyword)
        if not isinstance(parts, list):
            return []
        above = step(place.pointer, keyword)
        return [Located(part, step(above, n), place.trail) for n, part in enumerate(parts)]

    def _gap(self, kind: GapKind, place: Located) -> View:
        source = Source(element=place.pointer)
        self.gaps.setdefault((kind, "" if kind is GapKind.LIMIT else place.pointer), Gap(kind, source))
        return _NOTHING


def _names(names: object) -> str:
    return ", ".join(sorted(str(name) for name in names)) if isinstance(names, list) else ""
