"""How facts of two schemas combine: tightened where both hold, loosened where either may."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from driftgate.contract import Facts, FactValue, Scalar
from driftgate.contract.kinds import applies

_EXACT = 2**53
_ONLY_TEXTS = frozenset((str,))

_LOWER = frozenset(("minimum", "exclusive_minimum", "min_length", "min_items", "min_properties", "min_contains"))
_UPPER = frozenset(("maximum", "exclusive_maximum", "max_length", "max_items", "max_properties", "max_contains"))
_ANY_TRUE = frozenset(("nullable", "deprecated", "read_only", "write_only", "unique_items"))

#: Facts of a value as a whole that one alternative does not pass on to the union of alternatives.
_ANNOTATIONS = frozenset(("default", "sunset", "stability"))


def intersected(first: Facts, second: Facts) -> Facts:
    """The facts of a value that fits both; the first is the outer one."""
    if not first or not second:
        return first or second
    found = dict(first)
    for name, value in second.items():
        found[name] = _tightest(name, found[name], value) if name in found else value
    return found


def _tightest(name: str, first: FactValue, second: FactValue) -> FactValue:
    if first == second:
        return first
    if name in _LOWER:
        return max(first, second)  # type: ignore[type-var]
    if name in _UPPER:
        return min(first, second)  # type: ignore[type-var]
    if name in _ANY_TRUE:
        return bool(first or second)
    if name == "additional":
        return bool(first and second)
    if name == "enum" and isinstance(first, tuple) and isinstance(second, tuple):
        return tuple(value for value in first if value in second) or first
    return first


def united(alternatives: Sequence[tuple[frozenset[str] | None, Facts]]) -> Facts:
    """The facts of a value that fits one of the alternatives: (kinds, facts) each."""
    if not any(facts for _, facts in alternatives):
        return {}
    found = dict(_enums([facts for _, facts in alternatives]))
    for name in dict.fromkeys(name for _, facts in alternatives for name in facts if name not in ("enum", "open_enum")):
        about = [facts for kinds, facts in alternatives if applies(name, kinds) or name in facts]
        stated = [facts[name] for facts in about if name in facts]
        if name == "nullable" or len(stated) == len(about) or name in _ANNOTATIONS:
            value = _loosest(name, stated)
            if value is not None or stated == [None] * len(stated):
                found[name] = value
    return found


def _loosest(name: str, stated: Sequence[FactValue]) -> FactValue:
    if name == "nullable":
        return True
    if name in _LOWER:
        return min(stated)  # type: ignore[type-var]
    if name in _UPPER:
        return max(stated)  # type: ignore[type-var]
    return stated[0] if all(value == stated[0] for value in stated) else None


def _enums(facts: Sequence[Facts]) -> Mapping[str, FactValue]:
    """A closed set if every alternative is one, else an open one: other values are possible too."""
    closed = [found["enum"] for found in facts if isinstance(found.get("enum"), tuple)]
    opened = [found["open_enum"] for found in facts if isinstance(found.get("open_enum"), tuple)]
    values = value_set(value for part in closed + opened if isinstance(part, tuple) for value in part)
    if not values:
        return {}
    return {"enum" if len(closed) == len(facts) and not opened else "open_enum": values}


def value_set(values: Iterable[object]) -> tuple[Scalar, ...]:
    """Values as a fact, each once, in an order that does not depend on the document's."""
    stated = list(values)
    if _ONLY_TEXTS.issuperset(map(type, stated)):  # most are
        return tuple(sorted(set(map(str, stated))))
    scalars = [scalar(value) for value in stated]
    named = {(type(value).__name__, str(value)): value for value in scalars}
    return tuple(named[key] for key in sorted(named))


def scalar(value: object) -> Scalar:
    """A value of the document as a fact: scalars as they are, anything else as its canonical JSON line."""
    if isinstance(value, str):
        return value
    if isinstance(value, float) and value.is_integer() and abs(value) < _EXACT:
        return int(value)
    if value is None or isinstance(value, (bool, int, float)):
        return value
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
