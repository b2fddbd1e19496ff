"""What single alternatives of a union say of a field that several of them have: what uniting them would lose.

A line is one statement, behind the alternative that makes it where they can be told apart: ``type="card": deprecated``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from driftgate.contract import FactValue
from driftgate.extract.openapi.limits import applies
from driftgate.extract.openapi.shape import Look, fixed
from driftgate.extract.openapi.view import View, line_of, with_facts

#: The facts that may hold of one alternative alone. Types and values are united as they are, shapes have facts of their own.
_TOLD = frozenset(
    (
        *("nullable", "read_only", "write_only", "deprecated", "sunset", "stability", "format", "default", "pattern"),
        *("minimum", "exclusive_minimum", "maximum", "exclusive_maximum", "multiple_of", "min_length", "max_length"),
        *("min_items", "max_items", "unique_items", "min_properties", "max_properties", "additional"),
    )
)


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


def varied(united: View, views: Sequence[View], labels: Sequence[str]) -> View:
    """The united view of one field with what only some of its views say of it, or each otherwise."""
    standing = [number for number, view in enumerate(views) if not view.is_null and not view.never]
    lines = set(_lines([views[number] for number in standing], [labels[number] if labels else "" for number in standing]))
    return with_facts(united, {**united.facts, "varies": tuple(sorted(lines))}) if lines else united


def _lines(views: Sequence[View], labels: Sequence[str]) -> Iterator[str]:
    for view, label in zip(views, labels, strict=True):
        inner = view.facts.get("varies")
        yield from (line_of(label, str(line)) for line in inner) if isinstance(inner, tuple) else ()
    for name in _TOLD.intersection(name for view in views for name in view.facts):
        said = [(label, view.facts.get(name)) for view, label in zip(views, labels, strict=True) if applies(name, view.kinds)]
        if len({repr(value) for _, value in said}) > 1:
            yield from (line_of(label, _statement(name, value)) for label, value in said if value is not None)


def _statement(name: str, value: FactValue) -> str:
    return name if value is True else f"{name}={json.dumps(value, ensure_ascii=False)}"
