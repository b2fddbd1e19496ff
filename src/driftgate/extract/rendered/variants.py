"""Fields that stand in several variants of one union, merged into one row each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from driftgate.contract import FactValue, Scalar
from driftgate.contract.types import kinds_of, union
from driftgate.extract.rendered.fieldrows import Row
from driftgate.extract.varying import Said, varying

_OWN_RULES = frozenset({"type", "enum", "required", "nullable", "conditional", "const"})


def merged(rows: Iterable[Row], variants: Sequence[Row]) -> list[Row]:
    """The same rows with one for each field: types and allowed values joined, what differs said of its variants.

    variants: the nameless rows that stand for one variant each. A field of every variant is not conditional.
    """
    groups: dict[tuple[str, bool, str], list[Row]] = {}
    for row in rows:
        groups.setdefault((row.place, row.in_header, row.path), []).append(row)
    counts = Counter(id(variant.parent) for variant in variants)
    for group in groups.values():
        if len(group) > 1:
            _merge(group, counts)
    return [group[0] for group in groups.values()]


def _merge(group: list[Row], counts: Counter[int]) -> None:
    first, facts = group[0], [row.facts for row in group]
    kept = {
        name: value for name, value in facts[0].items() if name not in _OWN_RULES and all(f.get(name) == value for f in facts)
    }
    types = [kind for f in facts if isinstance(kind := f.get("type"), str)]
    if len(types) == len(group):
        kept["type"] = union(types)
    values = _values(facts)
    if values:
        kept["enum"] = values
    if any(f.get("nullable") for f in facts):
        kept["nullable"] = True
    if all("required" in f for f in facts):
        kept["required"] = all(f["required"] for f in facts)
    if any(f.get("conditional") for f in facts) and not _in_every_variant(group, counts):
        kept["conditional"] = True
    if lines := varying([Said(f, kinds_of(f.get("type"))) for f in facts]):
        kept["varies"] = lines
    first.facts.clear()
    first.facts.update(kept)


def _values(facts: Sequence[dict[str, FactValue]]) -> tuple[Scalar, ...]:
    """All values that any variant allows; none where one of them does not limit its values."""
    found: list[Scalar] = []
    for each in facts:
        const = each.get("const")
        listed = (const,) if "const" in each and not isinstance(const, tuple) else each.get("enum")
        if not isinstance(listed, tuple):
            return ()
        found += listed
    return tuple(dict.fromkeys(found))


def _in_every_variant(group: Sequence[Row], counts: Counter[int]) -> bool:
    """Whether each variant of the one union around these rows has the field."""
    unions = {id(row.parent.parent) for row in group if row.parent is not None and not row.parent.name}
    return len(unions) == 1 and len({id(row.parent) for row in group}) == counts[next(iter(unions))]
