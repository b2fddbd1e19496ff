"""Compares the fields of two contracts by key. A field that comes or goes is one change, its children are part of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import replace

from driftgate.contract import ROOT, Direction, FactValue, Field
from driftgate.contract.types import members_of
from driftgate.diff.changes import FactChanged, FieldAdded, FieldRemoved, FieldRenamed
from driftgate.diff.facts import JSON_VALUED, differing, same_values
from driftgate.diff.keys import ancestors
from driftgate.diff.names import has_plain_name
from driftgate.diff.renames import renames
from driftgate.diff.unions import SHAPED, is_told_above, is_told_below, is_told_beside

FieldChange = FieldAdded | FieldRemoved | FieldRenamed | FactChanged
Keyed = Mapping[str, Field]
Pair = tuple[str, Field, Field]

#: The fact that keeps a field out of the conversation on this side.
_STAYS_HOME = {Direction.REQUEST: "read_only", Direction.RESPONSE: "write_only"}


def field_changes(
    before: Keyed, after: Keyed, told: Callable[[Field], bool], textual: Container[str] = ()
) -> tuple[FieldChange, ...]:
    """Every change of a field. ``told``: whether a change of the whole (a body, a status) already covers this field;
    ``textual``: the places whose values travel as text."""
    pairs, gone, come = _split(before, after)
    pairs += _roots(before, after, gone, come)
    closed = frozenset(key for key, old, new in pairs if _stopped_holding(old.type, new.type))
    opened = frozenset(key for key, old, new in pairs if _stopped_holding(new.type, old.type))
    removed = _topmost(_in_part(gone, before), closed, told)
    added = _topmost(_in_part(come, after), opened, told)
    renamed = renames(removed, added)
    known = {id(field) for pair in renamed for field in pair}
    same_place = ((old, new) for _, old, new in pairs if not told(old))
    moved: tuple[FieldChange, ...] = (
        *(FieldRemoved(field) for field in removed if id(field) not in known),
        *(FieldAdded(field) for field in added if id(field) not in known),
        *(FieldRenamed(old, new) for old, new in renamed),
    )
    facts = tuple(_once(change for old, new in (*renamed, *same_place) for change in fact_changes(old, new, textual)))
    told_apart = [change for change in facts if not is_told_below(change, (*moved, *facts))]
    shaped = [change for change in told_apart if change.fact in SHAPED]
    return (*moved, *(c for c in told_apart if not is_told_above(c, shaped) and not is_told_beside(c, told_apart)))


def fact_changes(before: Field, after: Field, textual: Container[str] = ()) -> Iterator[FactChanged]:
    """One change for each fact that differs in meaning and is not the consequence of another."""
    old, new = before.facts, after.facts
    as_text = after.place in textual or after.in_header
    for name in differing(old, new):
        if not _is_consequence(name, before, after):
            yield FactChanged(before, after, name, old.get(name), new.get(name), name in old, name in new, as_text)


def _is_consequence(fact: str, before: Field, after: Field) -> bool:
    """Ceasing to travel explains ceasing to be required; a type that is not stated excludes null no more than it includes it."""
    if fact == "required":
        home = _STAYS_HOME[after.direction]
        return before.flag(home) is not after.flag(home)
    return fact == "nullable" and "type" in before.facts and not {"type", "nullable"} & after.facts.keys()


def _roots(before: Keyed, after: Keyed, gone: dict[str, Field], come: dict[str, Field]) -> list[Pair]:
    """A body is a field of its own only where more is said of it than that it is an object. Takes such roots out of
    what came and went, and pairs them with the plain body on the other side."""
    pairs: list[Pair] = []
    for key in [key for key in gone if key.endswith(f":{ROOT}")]:
        old = gone.pop(key)
        pairs.append((key, old, _plain_root(old, after, key)))
    for key in [key for key in come if key.endswith(f":{ROOT}")]:
        new = come.pop(key)
        pairs.append((key, _plain_root(new, before, key), new))
    return pairs


def _plain_root(like: Field, fields: Keyed, key: str) -> Field:
    """The body as it stands where nothing is said of it: an object if it has fields."""
    place = key.removesuffix(ROOT)
    facts = {"type": "object"} if any(name.startswith(place) for name in fields) else {}
    return Field(like.place, ROOT, facts, like.media_type)


def _split(before: Keyed, after: Keyed) -> tuple[list[Pair], dict[str, Field], dict[str, Field]]:
    """The fields that both have and that differ, and those that only the one or the other has."""
    gone = {key: before[key] for key in sorted(before.keys() - after.keys())}
    come = {key: after[key] for key in sorted(after.keys() - before.keys())}
    plain = JSON_VALUED.isdisjoint  # the loop below sees every field: it calls nothing that it need not
    pairs = [
        (key, old, new)
        for key, old in before.items()
        if (new := after.get(key)) is not None
        and (old.facts != new.facts or not (plain(old.facts) or same_values(old.facts, new.facts)))
    ]
    return pairs, gone, come


def _in_part(some: Keyed, fields: Keyed) -> Keyed:
    """The same fields; one that is shared by several media types and touched in some of them is named for those."""
    shared = {key: field for key, field in some.items() if not field.media_type and key.startswith(f"{field.place}(")}
    if not shared:
        return some
    standing = Counter(id(field) for field in fields.values())
    touched = Counter(id(field) for field in shared.values())
    partly = {key: field for key, field in shared.items() if touched[id(field)] < standing[id(field)]}
    return {
        **some,
        **{key: replace(field, media_type=key[len(field.place) + 1 :].partition("):")[0]) for key, field in partly.items()},
    }


def _topmost(fields: Keyed, closed: frozenset[str], told: Callable[[Field], bool]) -> tuple[Field, ...]:
    """Those of the fields that no ancestor already speaks for; a field shared by several media types stands once.

    A name that deceives is always told: nobody must approve it as part of a larger thing.
    """
    kept: dict[int, Field] = {}
    for key, field in fields.items():
        spoken_for = told(field) or any(up in fields or up in closed for up in ancestors(key))
        if not spoken_for or not has_plain_name(field):
            kept[id(field)] = field
    return tuple(kept.values())


def _stopped_holding(old: str | None, new: str | None) -> bool:
    """Whether a value of the old type may have fields inside and one of the new type cannot."""
    return new is not None and _holds(old) and not _holds(new)


def _holds(type_name: str | None) -> bool:
    return any(member == "object" or member.startswith("array") for member in members_of(type_name or ""))


def _once(changes: Iterable[FactChanged]) -> Iterator[FactChanged]:
    """A field shared by several media types changes once."""
    seen: set[tuple[str, str, bool, str, FactValue, FactValue]] = set()
    for change in changes:
        mark = (change.before.place, change.before.path, change.before.in_header, change.fact, change.old, change.new)
        if mark not in seen:
            seen.add(mark)
            yield change
