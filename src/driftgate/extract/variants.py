"""One row for a field that stands in several variants of a union, so that variants do not look like contradictions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from driftgate.contract import FactValue
from driftgate.contract.types import union
from driftgate.extract.fieldrows import Row


def merged(rows: Iterable[Row]) -> list[Row]:
    """The same rows in order; those for one field of which any is conditional become one that all of them agree on."""
    groups: dict[tuple[str, bool, str], list[Row]] = {}
    for row in rows:
        groups.setdefault((row.place, row.in_header, row.path), []).append(row)
    found: list[Row] = []
    for group in groups.values():
        if len(group) == 1 or not any(row.facts.get("conditional") for row in group):
            found += group
            continue
        group[0].facts = _agreed([row.facts for row in group])
        found.append(group[0])
    return found


def _agreed(variants: Sequence[dict[str, FactValue]]) -> dict[str, FactValue]:
    """Types and allowed values together, required only if it is in every variant, anything else only where all say the same."""
    first, others = variants[0], variants[1:]
    facts = {name: value for name, value in first.items() if all(name in other and other[name] == value for other in others)}
    types = [variant.get("type") for variant in variants]
    named = union(name for name in types if isinstance(name, str))
    if named:
        facts["type"] = named
    if all("required" in variant for variant in variants):
        facts["required"] = all(variant["required"] for variant in variants)
    if all("conditional" in variant for variant in variants):
        facts["conditional"] = True
    values = _values(variants)
    if values:
        facts.pop("const", None)
        facts["enum"] = values
    return facts


def _values(variants: Sequence[dict[str, FactValue]]) -> tuple[str | int | float | bool | None, ...]:
    """All allowed values, if every variant states its own."""
    found: dict[str, str | int | float | bool | None] = {}
    for variant in variants:
        own = variant.get("enum", (variant["const"],) if "const" in variant else None)
        if not isinstance(own, tuple):
            return ()
        found |= {repr(value): value for value in own if not isinstance(value, tuple)}
    return tuple(found.values()) if len(found) > 1 else ()
