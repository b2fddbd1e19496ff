"""Says whether a change of the docs is the reason for a conflict with a client, so that one cause is told once."""

from __future__ import annotations

from driftgate.contract import Field
from driftgate.diff import changes as found
from driftgate.diff.changes import Change
from driftgate.diff.conflicts import (
    AuthenticatesOtherwise,
    CallsOtherOperation,
    CallsOtherServer,
    Conflict,
    OmitsRequired,
    ReadsOtherType,
    ReadsUndocumented,
    SendsOtherType,
    SendsOtherValue,
    SendsUndocumented,
)
from driftgate.rules.usage import is_same_place, is_within

_VALUE_FACTS = ("enum", "const", "minimum", "maximum", "exclusive_minimum", "exclusive_maximum")


def explains(change: Change, conflict: Conflict) -> bool:
    """Whether the conflict is what this change does to the client."""
    match conflict:
        case SendsUndocumented(mine) | ReadsUndocumented(mine):
            return _took_away(change, mine)
        case OmitsRequired(documented):
            return _demands(change, documented)
        case SendsOtherType(_, documented) | ReadsOtherType(_, documented):
            return _moved_fact(change, documented, ("type",))
        case SendsOtherValue(_, documented):
            return _moved_fact(change, documented, _VALUE_FACTS)
        case CallsOtherOperation():
            return isinstance(change, found.OperationMoved)
        case CallsOtherServer():
            return isinstance(change, found.ServersChanged)
        case AuthenticatesOtherwise():
            return isinstance(change, found.SecurityChanged)


def _took_away(change: Change, mine: Field) -> bool:
    match change:
        case found.FieldRemoved(field) | found.FieldRenamed(field):
            return is_same_place(field, mine) and is_within(mine.path, field.path)
        case found.BodyRemoved():
            return mine.place == "body"
        case _:
            return False


def _demands(change: Change, documented: Field) -> bool:
    match change:
        case found.FieldAdded(field) | found.FieldRenamed(_, field):
            return field.key == documented.key
        case _:
            return _moved_fact(change, documented, ("required", "conditional"))


def _moved_fact(change: Change, documented: Field, facts: tuple[str, ...]) -> bool:
    return isinstance(change, found.FactChanged) and change.fact in facts and change.after.key == documented.key
