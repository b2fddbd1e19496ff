"""A schema as values: what one level of it says, and two ways to combine two of them: both hold, or either does.

The algebra that makes ``allOf``, ``$ref``, ``oneOf`` and a plain schema give the same contract. Its values are tuples:
documents have tens of thousands of schemas, and a tuple is made in a third of the time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, NamedTuple

from driftgate.contract import Facts, FactValue
from driftgate.extract.openapi.limits import intersected, united

Kinds = frozenset[str]

#: What a schema without facts, or without properties, has of them. Never written to.
NONE: Mapping[str, Any] = MappingProxyType({})


class Located(NamedTuple):
    """A schema where it stands. trail: the references followed from the body's root to here."""

    pointer: str
    trail: tuple[str, ...]
    raw: object

    def __hash__(self) -> int:
        return hash(self.pointer)


@dataclass(frozen=True, slots=True)
class All:
    """A value that fits every part."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """A value that fits one of the parts at least."""

    parts: tuple[Expression, ...]


Expression = Located | All | AnyOf


class Child(NamedTuple):
    """A property, the items or the map values of a schema.

    required: listed as required where the child itself stands; conditional: it stands only in some alternatives.
    """

    expression: Expression
    required: bool = False
    conditional: bool = False


class View(NamedTuple):
    """One level of a schema. kinds: the JSON types it allows, None where it does not say; never: it allows nothing."""

    kinds: Kinds | None = None
    facts: Facts = NONE
    properties: Mapping[str, Child] = NONE
    required: frozenset[str] = frozenset()
    items: Child | None = None
    values: Child | None = None
    never: bool = False

    @property
    def is_null(self) -> bool:
        """Whether only null fits: no alternative of its own, but what makes the others nullable."""
        return self.kinds == frozenset({"null"}) or (self.kinds is None and self.facts.get("enum") == (None,))


def both(first: View, second: View) -> View:
    """What a value must be to fit both. Where two annotations differ the first, outer one stands."""
    return View(
        kinds=_common(first.kinds, second.kinds),
        facts=intersected(first.facts, second.facts),
        properties=_joined(first.properties, second.properties),
        required=first.required | second.required,
        items=_both_children(first.items, second.items),
        values=_both_children(first.values, second.values),
        never=first.never or second.never,
    )


def either(views: Sequence[View]) -> View:
    """What is known of a value that fits one of the views; what only some of them have is conditional."""
    real = [view for view in views if not view.is_null and not view.never] or list(views)
    nullable = any(view.is_null for view in views) and not all(view.is_null for view in real)
    if len(real) == 1:
        return nullable_view(real[0]) if nullable else real[0]
    kinds = [view.kinds for view in real]
    united_view = View(
        kinds=None if any(k is None for k in kinds) else frozenset().union(*(k for k in kinds if k)),
        facts=united([(view.kinds, view.facts) for view in real]),
        properties={name: _one_of_children([v.properties.get(name) for v in real], name, real) for name in _names(real)},
        required=frozenset.intersection(*(view.required for view in real)),
        items=_either_children([view.items for view in real]),
        values=_either_children([view.values for view in real]),
        never=all(view.never for view in real),
    )
    return nullable_view(united_view) if nullable else united_view


def nullable_view(view: View) -> View:
    """The same schema, with null allowed."""
    return with_facts(view, {**view.facts, "nullable": True})


def with_facts(view: View, facts: Mapping[str, FactValue]) -> View:
    """The same schema with other facts."""
    return View(view.kinds, facts, view.properties, view.required, view.items, view.values, view.never)


def childless(view: View) -> View:
    """The same schema, known as one that repeats itself: its children are not walked again."""
    return View(view.kinds, view.facts, never=view.never)


def _common(first: Kinds | None, second: Kinds | None) -> Kinds | None:
    if first is None or second is None:
        return second if first is None else first
    shared = first & second
    if "integer" in first | second and "number" in first | second:  # every integer is a number
        shared |= {"integer"}
        shared -= {"number"} if not {"number"} <= first & second else set()
    return shared or first


def _names(views: Iterable[View]) -> list[str]:
    return list(dict.fromkeys(name for view in views for name in view.properties))


def _joined(first: Mapping[str, Child], second: Mapping[str, Child]) -> Mapping[str, Child]:
    if not first or not second:
        return first or second
    joined = dict(first)
    for name, child in second.items():
        joined[name] = _both_children(joined.get(name), child) or child
    return joined


def _both_children(first: Child | None, second: Child | None) -> Child | None:
    if first is None or second is None:
        return second if first is None else first
    return Child(
        first.expression if first.expression == second.expression else All((first.expression, second.expression)),
        first.required or second.required,
        first.conditional and second.conditional,
    )


def _one_of_children(children: Sequence[Child | None], name: str, views: Sequence[View]) -> Child:
    standing = [(child, view) for child, view in zip(children, views, strict=True) if child is not None]
    merged = _either_children([child for child, _ in standing])
    assert merged is not None  # noqa: S101 - the name comes from one of the views
    required = all(child.required or name in view.required for child, view in standing)
    return Child(merged.expression, required, merged.conditional or len(standing) < len(views))


def _either_children(children: Sequence[Child | None]) -> Child | None:
    standing = [child for child in children if child is not None]
    if not standing:
        return None
    expressions = tuple(dict.fromkeys(child.expression for child in standing))
    return Child(
        expressions[0] if len(expressions) == 1 else AnyOf(expressions),
        all(child.required for child in standing),
        len(standing) < len(children) or any(child.conditional for child in standing),
    )
