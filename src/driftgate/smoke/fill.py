"""A smoke case made concrete: values of the environment filled in, the error path's field left out."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass, replace

from driftgate.smoke.model import FromEnv, Outcome, SmokeCase
from driftgate.smoke.search import looks_secret
from driftgate.smoke.shape import DEEPEST, found


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a case is not sent: SKIPPED where something is missing around it, FAILED where the case itself is wrong."""

    outcome: Outcome
    reason: str


def filled(case: SmokeCase, values: Mapping[str, str]) -> SmokeCase | Refused:
    """The case with every :class:`FromEnv` replaced by the variable's value; refused, by name, where one is not set."""
    missing = [name for name in sorted(variables(case)) if not values.get(name)]
    if missing:
        return Refused(Outcome.SKIPPED, f"environment variable {missing[0]} is not set")
    telling = [name for name in sorted(variables(case)) if looks_secret(values[name])]
    if telling:
        return Refused(
            Outcome.FAILED, f"environment variable {telling[0]} looks like a credential, which no request body may hold"
        )
    return replace(
        case,
        body=None if case.body is None else _resolved_map(case.body, values),
        query=_resolved_map(case.query, values),
        path=_resolved_map(case.path, values),
        headers=_resolved_map(case.headers, values),
    )


def without(case: SmokeCase, key: str) -> SmokeCase:
    """The case without the field at ``place:path`` (every occurrence of it, below lists too)."""
    place, _, path = key.partition(":")
    if place == "body" and isinstance(case.body, Mapping):
        return replace(case, body=_removed(case.body, path))
    part = {"query": "query", "header": "headers", "path": "path"}.get(place)
    if part is None:
        return case
    kept = {name: value for name, value in getattr(case, part).items() if not _is_named(place, str(name), path)}
    return replace(case, **{part: kept})  # type: ignore[arg-type]  # the three parts have one type


def _is_named(place: str, name: str, wanted: str) -> bool:
    return name.lower() == wanted.lower() if place == "header" else name == wanted


def _removed(body: Mapping[str, object], path: str) -> Mapping[str, object]:
    changed = copy.deepcopy(dict(body))
    parent, _, name = path.rpartition(".")
    for owner in found(changed, parent):
        if isinstance(owner, dict):
            owner.pop(name.removesuffix("[]"), None)
    return changed


def variables(case: SmokeCase) -> set[str]:
    """The environment variables that a case takes values from."""
    names: set[str] = set()
    waiting: list[object] = [case.body, case.query, case.path, case.headers]
    while waiting:
        value = waiting.pop()
        if isinstance(value, FromEnv):
            names.add(value.env)
        elif isinstance(value, Mapping):
            waiting += value.values()
        elif isinstance(value, list | tuple):
            waiting += value
    return names


def _resolved_map(part: Mapping[str, object], values: Mapping[str, str]) -> dict[str, object]:
    return {str(name): _resolved(child, values) for name, child in part.items()}


def _resolved(value: object, values: Mapping[str, str], depth: int = 0) -> object:
    if isinstance(value, FromEnv):
        return values[value.env]
    if depth > DEEPEST:
        raise ValueError("nested deeper than the limit")
    if isinstance(value, Mapping):
        return {str(name): _resolved(child, values, depth + 1) for name, child in value.items()}
    if isinstance(value, list | tuple):
        return [_resolved(child, values, depth + 1) for child in value]
    return value
