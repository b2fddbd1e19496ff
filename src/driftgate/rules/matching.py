"""Builds what a rule matches: which fact or field, on which side of the conversation, moved how."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from driftgate.contract import REQUEST_PLACES, Direction, Field
from driftgate.contract.facts import OPERATION_FACTS
from driftgate.contract.model import is_error_status
from driftgate.diff.changes import Change, FactChanged, FieldAdded, FieldRemoved, FieldRenamed, OperationFactChanged
from driftgate.diff.conflicts import Conflict
from driftgate.diff.names import has_plain_name
from driftgate.rules.transitions import How

Matches = Callable[[Change | Conflict], bool]
Which = Callable[[Field], bool]

#: Facts about a field's life rather than its values; they are judged alike on both sides.
_ACCESS = ("read_only", "write_only")


def in_request(field: Field) -> bool:
    """A request field that the client writes; a read-only one is never sent."""
    return field.direction is Direction.REQUEST and field.flag("read_only") is not True


def in_response(field: Field) -> bool:
    """A response field that the vendor writes; a write-only one never comes back."""
    return field.direction is Direction.RESPONSE and field.flag("write_only") is not True


def in_parameters(field: Field) -> bool:
    return field.place in REQUEST_PLACES and field.place != "body" and in_request(field)


def in_body(field: Field) -> bool:
    return field.place == "body" and in_request(field)


def in_answer(field: Field) -> bool:
    """A property of the body of an answer that is no error."""
    return in_response(field) and not field.in_header and not is_error_status(field.place)


def in_error(field: Field) -> bool:
    return in_response(field) and not field.in_header and is_error_status(field.place)


def in_answer_header(field: Field) -> bool:
    return in_response(field) and field.in_header


def never_sent(field: Field) -> bool:
    return field.direction is Direction.REQUEST and field.flag("read_only") is True


def never_answered(field: Field) -> bool:
    return field.direction is Direction.RESPONSE and field.flag("write_only") is True


def is_owed(field: Field) -> bool:
    """Required of whoever sends its parent, without condition. A new variable of the path is always needed."""
    return (field.required is True and field.flag("conditional") is not True) or field.place == "path"


def is_promised(field: Field) -> bool:
    """Not stated to be optional: a reader may have come to rely on it."""
    return field.required is not False and field.flag("conditional") is not True


@dataclass(frozen=True, slots=True)
class FactMoved:
    """Matches a fact of a field that was and is on this side and moved so. names: the facts it is about; it matches no others."""

    which: Which
    how: How
    names: tuple[str, ...]

    def __call__(self, change: Change | Conflict) -> bool:
        if not isinstance(change, FactChanged) or change.fact not in self.names:
            return False
        return self.which(change.before) and self.which(change.after) and self.how(change)


def fact(which: Which, how: How, *names: str) -> Matches:
    """One of these facts, of a field on this side, moved in this way."""
    return FactMoved(which, how, names)


def access(direction: Direction) -> Matches:
    """Whether a field travels on this side at all."""
    return lambda change: isinstance(change, FactChanged) and change.fact in _ACCESS and change.after.direction is direction


def operation_fact(name: str, moved: Callable[[OperationFactChanged], bool]) -> Matches:
    """A fact of the operation itself."""
    return lambda change: isinstance(change, OperationFactChanged) and change.fact == name and moved(change)


def added(which: Which) -> Matches:
    """A new field with a plain name; odd names have a rule of their own."""
    return lambda change: isinstance(change, FieldAdded) and has_plain_name(change.field) and which(change.field)


def removed(which: Which) -> Matches:
    return lambda change: isinstance(change, FieldRemoved) and which(change.field)


def renamed(which: Which) -> Matches:
    """A suspected rename to a plain name, judged by the new field."""
    return lambda change: isinstance(change, FieldRenamed) and has_plain_name(change.after) and which(change.after)


def conflict(kind: type[Conflict]) -> Matches:
    return lambda found: isinstance(found, kind)


def both(first: Which, second: Which) -> Which:
    return lambda field: first(field) and second(field)


def but_not(first: Which, second: Which) -> Which:
    return lambda field: first(field) and not second(field)


def inert(which: Which) -> Matches:
    """Anything about a field that never travels on this side, but for its ceasing to be so."""

    def matches(change: Change | Conflict) -> bool:
        match change:
            case FieldAdded(field):
                return has_plain_name(field) and which(field)
            case FieldRemoved(field):
                return which(field)
            case FieldRenamed(before, after):
                return has_plain_name(after) and which(after)
            case FactChanged(before, after, name) if name not in (*OPERATION_FACTS, *_ACCESS):
                return which(before) or which(after)
            case _:
                return False

    return matches
