"""How alternatives of a schema are told apart, and what single ones say of a field that several of them have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from driftgate.contract import Facts
from driftgate.extract.openapi.shape import Look, fixed, type_of
from driftgate.extract.openapi.view import AnyOf, View, with_facts
from driftgate.extract.varying import Said, varying


def labels_of(views: Sequence[View], look: Look) -> tuple[str, ...]:
    """What tells each alternative from the others: the value of a property that has just one in each, and in each another."""
    if sum(bool(view.properties) for view in views) < 2:
        return ()
    single = [dict(_single_values(view, look)) for view in views]
    values: dict[str, list[str]] = {}
    for known in single:
        for name, value in known.items():
            values.setdefault(name, []).append(value)
    telling = [name for name, found in values.items() if len(found) == len(set(found)) > 1]
    name = min(telling, key=lambda name: (-len(values[name]), name), default="")
    return tuple(f"{name}={known[name]}" if name in known else "" for known in single)


def _single_values(view: View, look: Look) -> Iterator[tuple[str, str]]:
    for name, child in view.properties.items():
        if (value := fixed(child.expression, look)) is not None:
            yield name, value


def varied(united: View, union: AnyOf, views: Sequence[View], look: Look) -> View:
    """The united view of one field with what only some of its views say of it, or each otherwise."""
    labels, times = union.labels or [""] * len(views), union.times or [1] * len(views)
    said = [
        Said(_facts(view, look), view.kinds, label, count)
        for view, label, count in zip(views, labels, times, strict=True)
        if not view.is_null and not view.never
    ]
    lines = varying(said)
    return with_facts(united, {**united.facts, "varies": lines}) if lines else united


def _facts(view: View, look: Look) -> Facts:
    """What one alternative says, its type among it."""
    kind = type_of(view, look)
    return view.facts if kind is None else {**view.facts, "type": kind}
