"""Tells a union that won or lost alternatives from one whose alternatives only changed inside, which their fields tell."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from driftgate.contract import ROOT, FactValue, Field
from driftgate.contract.varies import STANDS, is_number, labels_in, parsed
from driftgate.diff.changes import FactChanged, FieldAdded, FieldRemoved, FieldRenamed
from driftgate.diff.facts import without

#: The facts that list the alternatives of a union.
SHAPED = ("one_of", "any_of", "mapping")
_NAME = re.compile(r"[\w\-]+")
#: How much two alternatives have in common, at least, to be one alternative that changed.
KIN = 0.5
#: More alternatives than this are not paired one by one.
MOST = 50


def is_told_below(change: FactChanged, others: Sequence[FieldAdded | FieldRemoved | FieldRenamed | FactChanged]) -> bool:
    """Whether alternatives differ only inside, and changes of the fields below tell in what."""
    if change.fact not in SHAPED:
        return False
    below = [other for other in others if _tells(other) and other is not change and _is_below(_field_of(other), change.after)]
    new_names = {other.before.name: other.after.name for other in below if isinstance(other, FieldRenamed)}
    return bool(below) and _are_the_same(change.old, change.new, new_names)


def is_told_beside(change: FactChanged, others: Sequence[FactChanged]) -> bool:
    """Whether single alternatives say otherwise only what the field as a whole says otherwise too."""
    if change.fact != "varies":
        return False
    lines = (*without(change.old, change.new), *without(change.new, change.old))
    told = {other.fact for other in others if other.after is change.after}
    return all(parsed(str(line)).fact in told for line in lines)


def is_told_above(change: FactChanged, shaped: Sequence[FactChanged]) -> bool:
    """Whether all that moved is which alternatives there are, or which of them have a field, and a change of them tells it.

    shaped: the changes of unions that are told.
    """
    above = [other for other in shaped if _is_below(change.after, other.after)]
    if change.fact != "varies" or not above:
        return False
    moved = frozenset().union(*(_labels(other.old) ^ _labels(other.new) for other in above))
    recounted = any(len(without(other.old, other.new)) != len(without(other.new, other.old)) for other in above)
    old, new = (frozenset(_said_besides(lines, moved, recounted)) for lines in (change.old, change.new))
    return old == new


def _labels(shapes: FactValue) -> frozenset[str]:
    return frozenset().union(*(labels_in(str(shape)) for shape in shapes)) if isinstance(shapes, tuple) else frozenset()


def _said_besides(lines: FactValue, moved: Collection[str], recounted: bool) -> Iterator[tuple[object, str]]:
    """Lines of ``varies`` without the alternatives that came or went, and without which of them have the field.

    moved: the labels of these alternatives; recounted: whether there are more or fewer alternatives than before.
    """
    for line in lines if isinstance(lines, tuple) else ():
        heads, statement = parsed(str(line))
        left = [tuple(label for label in head if label not in moved) for head in heads]
        if statement != STANDS and all(left):
            yield tuple(head for head in left if not (recounted and is_number(head))), statement


def _tells(change: FieldAdded | FieldRemoved | FieldRenamed | FactChanged) -> bool:
    """What single alternatives say is a remark on the fields, which leaves open how much it means."""
    return not (isinstance(change, FactChanged) and change.fact == "varies")


def _are_the_same(before: FactValue, after: FactValue, new_names: Mapping[str, str]) -> bool:
    """Whether each alternative that went has a like one that came. new_names: by old name, of fields that were renamed."""
    gone, come = without(before, after), list(without(after, before))
    if not isinstance(before, tuple) or not isinstance(after, tuple) or not len(gone) == len(come) <= MOST:
        return False
    for shape in gone:
        names = {new_names.get(name, name) for name in _NAME.findall(str(shape))}
        scores = [_likeness(names, set(_NAME.findall(str(other)))) for other in come]
        kin = come[scores.index(max(scores))]
        if max(scores) < KIN:
            return False
        come.remove(kin)
    return True


def _likeness(names: set[str], others: set[str]) -> float:
    return len(names & others) / max(min(len(names), len(others)), 1)


def _field_of(change: FieldAdded | FieldRemoved | FieldRenamed | FactChanged) -> Field:
    return change.field if isinstance(change, FieldAdded | FieldRemoved) else change.before


def _is_below(field: Field, above: Field) -> bool:
    if field.place != above.place or field.in_header:
        return False
    return above.path == ROOT or field.path.startswith((f"{above.path}.", f"{above.path}[]"))
