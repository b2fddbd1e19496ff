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
from driftgate.extract.varying import Statement, lines_of, standing

Kinds = frozenset[str]

#: What a schema without facts, or without properties, has of them. Never written to.
NONE: Mapping[str, Any] = MappingProxyType({})
_NULL = frozenset({"null"})


class Located(NamedTuple):
    """A schema where it stands. trail: the references followed from the body's root to here.

    Most children are one, with nothing said of them besides: it has what a ``Child`` has.
    """

    pointer: str
    trail: tuple[str, ...]
    raw: object

    def __hash__(self) -> int:
        return hash(self.pointer)

    @property
    def expression(self) -> Located:
        return self

    @property
    def required(self) -> bool:
        return False

    @property
    def conditional(self) -> bool:
        return False

    @property
    def apart(self) -> tuple[str, ...]:
        return ()


@dataclass(frozen=True, slots=True)
class All:
    """A value that fits every part."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """A value that fits one of the parts at least. labels: what tells the alternatives apart that the parts belong to;
    times: how many alternatives have each part, where any is that of several."""

    parts: tuple[Expression, ...]
    labels: tuple[str, ...] = ()
    times: tuple[int, ...] = ()


Expression = Located | All | AnyOf


class Child(NamedTuple):
    """A property, the items or the map values of a schema, with what is said of it besides.

    required: listed as required where the child itself stands; conditional: it stands only in some alternatives;
    apart: which alternatives it stands in, and which of them require it, where these are several and not all.
    """

    expression: Expression
    required: bool = False
    conditional: bool = False
    apart: tuple[str, ...] = ()


Part = Child | Located

#: A property in one of several views: the view's label, the property, and whether it is required there.
_Standing = tuple[str, Part, bool]


class View(NamedTuple):
    """One level of a schema. kinds: the JSON types it allows, None where it does not say; never: it allows nothing."""

    kinds: Kinds | None = None
    facts: Facts = NONE
    properties: Mapping[str, Part] = NONE
    required: frozenset[str] = frozenset()
    items: Part | None = None
    values: Part | None = None
    never: bool = False

    @property
    def is_null(self) -> bool:
        """Whether only null fits: no alternative of its own, but what makes the others nullable. Documents of OpenAPI 3.0,
        which has no type null, write an alternative that is nothing but nullable."""
        if self.kinds is not None:
            return self.kinds == _NULL
        return self.facts.get("enum") == (None,) or (self.facts == {"nullable": True} and not self.leads_on and not self.required)

    @property
    def leads_on(self) -> bool:
        """Whether it has properties, items or map values."""
        return bool(self.properties or self.items or self.values)


def both(first: View, second: View) -> View:
    """What a value must be to fit both. Where two annotations differ the first, outer one stands."""
    if not any(first) or not any(second):  # what says nothing changes nothing
        return first if any(first) else second
    return View(
        kinds=_common(first.kinds, second.kinds),
        facts=intersected(first.facts, second.facts),
        properties=_joined(first.properties, second.properties),
        required=first.required | second.required,
        items=_both_children(first.items, second.items),
        values=_both_children(first.values, second.values),
        never=first.never or second.never,
    )


def either(views: Sequence[View], labels: Sequence[str] = ()) -> View:
    """What is known of a value that fits one of the views; what only some of them have is conditional."""
    nulls = [view.is_null for view in views]
    standing = [number for number, view in enumerate(views) if not (nulls[number] or view.never)] or range(len(views))
    real, names = [views[number] for number in standing], [labels[number] if labels else "" for number in standing]
    nullable = any(nulls) and not all(nulls[number] for number in standing)
    if len(real) == 1:
        return nullable_view(real[0]) if nullable else real[0]
    kinds = [view.kinds for view in real]
    united_view = View(
        kinds=None if any(k is None for k in kinds) else frozenset().union(*(k for k in kinds if k)),
        facts=united([(view.kinds, view.facts) for view in real]),
        properties=_either_properties(real, names),
        required=frozenset.intersection(*(view.required for view in real)),
        items=_either_child([view.items for view in real], names),
        values=_either_child([view.values for view in real], names),
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


def _joined(first: Mapping[str, Part], second: Mapping[str, Part]) -> Mapping[str, Part]:
    if not first or not second:
        return first or second
    joined = dict(first)
    for name, child in second.items():
        joined[name] = _both_children(joined.get(name), child) or child
    return joined


def _both_children(first: Part | None, second: Part | None) -> Part | None:
    if first is None or second is None:
        return second if first is None else first
    return Child(
        first.expression if first.expression == second.expression else All((first.expression, second.expression)),
        first.required or second.required,
        first.conditional and second.conditional,
        first.apart + second.apart,
    )


def _either_properties(views: Sequence[View], labels: Sequence[str]) -> Mapping[str, Part]:
    found: dict[str, list[_Standing]] = {}
    for view, label in zip(views, labels, strict=True):
        for name, child in view.properties.items():
            found.setdefault(name, []).append((label, child, child.required or name in view.required))
    return {name: _either_property(standing, len(views)) for name, standing in found.items()}


def _either_property(found: Sequence[_Standing], of: int) -> Child:
    """A property that some of so many views have, or each of them."""
    if len(found) == 1:
        _, child, required = found[0]
        return Child(child.expression, required, of > 1 or child.conditional, child.apart)
    children = [(label, child) for label, child, _ in found]
    requiring = [label for label, _, required in found if required]
    told: list[Statement] = [(label, "required") for label in requiring] if len(requiring) < len(found) else []
    if len(found) < of:
        told += standing([label for label, _ in children])
    apart = (*(line for _, child in children for line in child.apart), *(lines_of(told) if told else ()))
    return Child(_either_expression(children), len(requiring) == len(found), _is_conditional(children, of), apart)


def _either_child(found: Sequence[Part | None], labels: Sequence[str]) -> Child | None:
    if not any(found):
        return None
    children = [(label, child) for label, child in zip(labels, found, strict=True) if child is not None]
    required = all(child.required for _, child in children)
    return Child(_either_expression(children), required, _is_conditional(children, len(found)))


def _is_conditional(children: Sequence[tuple[str, Part]], of: int) -> bool:
    return len(children) < of or any(child.conditional for _, child in children)


def _either_expression(children: Iterable[tuple[str, Part]]) -> Expression:
    parts: dict[Expression, list[str]] = {}
    for label, child in children:
        parts.setdefault(child.expression, []).append(label)
    if len(parts) == 1:
        return next(iter(parts))
    names = tuple(", ".join(filter(None, found)) for found in parts.values())
    times = tuple(map(len, parts.values()))
    return AnyOf(tuple(parts), names if any(names) else (), times if max(times) > 1 else ())
