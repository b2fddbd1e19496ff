"""Compares the fields of two contracts by key. A field that comes or goes is one change, its children are part of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from driftgate.contract import ROOT, FactValue, Field
from driftgate.diff.changes import FactChanged, FieldAdded, FieldRemoved, FieldRenamed
from driftgate.diff.facts import differing, same_facts
from driftgate.diff.renames import renames

FieldChange = FieldAdded | FieldRemoved | FieldRenamed | FactChanged
Keyed = Mapping[str, Field]
Pair = tuple[str, Field, Field]


def field_changes(before: Keyed, after: Keyed, told: Callable[[Field], bool]) -> tuple[FieldChange, ...]:
    """Every change of a field. ``told``: whether a change of the whole (a body, a status) already covers this field."""
    pairs, gone, come = _split(before, after)
    closed = frozenset(key for key, old, new in pairs if _stopped_holding(old.type, new.type))
    opened = frozenset(key for key, old, new in pairs if _stopped_holding(new.type, old.type))
    removed = _topmost(gone, closed, told)
    added = _topmost(come, opened, told)
    renamed = renames(removed, added)
    known = {id(field) for pair in renamed for field in pair}
    same_place = ((old, new) for _, old, new in pairs if not told(old))
    return (
        *(FieldRemoved(field) for field in removed if id(field) not in known),
        *(FieldAdded(field) for field in added if id(field) not in known),
        *(FieldRenamed(old, new) for old, new in renamed),
        *_once(change for old, new in (*renamed, *same_place) for change in fact_changes(old, new)),
    )


def fact_changes(before: Field, after: Field) -> Iterator[FactChanged]:
    """One change for each fact that differs in meaning."""
    old, new = before.facts, after.facts
    for name in differing(old, new):
        yield FactChanged(before, after, name, old.get(name), new.get(name), name in old, name in new)


def _split(before: Keyed, after: Keyed) -> tuple[list[Pair], dict[str, Field], dict[str, Field]]:
    pairs: list[Pair] = []
    gone: dict[str, Field] = {}
    for key, old in before.items():
        new = after.get(key)
        if new is None:
            gone[key] = old
        elif not same_facts(old.facts, new.facts):
            pairs.append((key, old, new))
    if len(after) == len(before) - len(gone):
        return pairs, gone, {}
    return pairs, gone, {key: field for key, field in after.items() if key not in before}


def _topmost(fields: Keyed, closed: frozenset[str], told: Callable[[Field], bool]) -> tuple[Field, ...]:
    """Those of the fields that no ancestor already speaks for; a field shared by several media types stands once."""
    kept: dict[int, Field] = {}
    for key, field in fields.items():
        if not told(field) and not any(up in fields or up in closed for up in _ancestors(key)):
            kept[id(field)] = field
    return tuple(kept.values())


def _ancestors(key: str) -> Iterator[str]:
    """The keys above one: ``body:a[].b`` is below ``body:a[]``, ``body:a`` and the body itself."""
    where, _, path = key.partition(":")
    whole = path == ROOT
    while path := _up(path):
        yield f"{where}:{path}"
    if not whole:
        yield f"{where}:{ROOT}"


def _up(path: str) -> str:
    if path.endswith("[]"):
        return path.removesuffix("[]")
    return path.rsplit(".", 1)[0] if "." in path else ""


def _stopped_holding(old: str | None, new: str | None) -> bool:
    """Whether a value of the old type may have fields inside and one of the new type cannot."""
    return new is not None and _holds(old) and not _holds(new)


def _holds(type_name: str | None) -> bool:
    return any(member.strip() in ("object", "array") for member in (type_name or "").split("|"))


def _once(changes: Iterable[FactChanged]) -> Iterator[FactChanged]:
    """A field shared by several media types changes once."""
    seen: set[tuple[str, str, bool, str, FactValue, FactValue]] = set()
    for change in changes:
        mark = (change.before.place, change.before.path, change.before.in_header, change.fact, change.old, change.new)
        if mark not in seen:
            seen.add(mark)
            yield change
