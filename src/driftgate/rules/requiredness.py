"""Says how the duty to send, or the promise to answer, moved. ``required`` has three values and ``conditional`` limits it.

From stated-false to stated-true a duty came. From *not stated* to true only the docs became clearer, and that is no new duty.
"""

from __future__ import annotations

from collections.abc import Callable

from driftgate.diff.changes import Change, Conflict, FactChanged
from driftgate.rules.matching import Matches, Which, in_response

_FACTS = ("required", "conditional")


def became_owed(which: Which) -> Matches:
    """Optional was stated and required is; or what was required in some alternatives is required in all."""
    return _moved(which, _is_new_duty)


def became_free(which: Which) -> Matches:
    """Required was stated and optional is; or what was always required is so in some alternatives only."""
    return _moved(which, _is_ended_duty)


def requiredness_only_stated(which: Which) -> Matches:
    """Only whether the docs say so moved."""
    return _moved(which, lambda change: not _is_new_duty(change) and not _is_ended_duty(change))


def promise_unstated(change: Change | Conflict) -> bool:
    """The docs said that a response field is always there and now do not say."""
    return _moved(in_response, _is_dropped)(change)


def promise_stated(change: Change | Conflict) -> bool:
    return requiredness_only_stated(in_response)(change) and not promise_unstated(change)


def _moved(which: Which, how: Callable[[FactChanged], bool]) -> Matches:
    def matches(change: Change | Conflict) -> bool:
        if not isinstance(change, FactChanged) or change.fact not in _FACTS:
            return False
        return which(change.before) and which(change.after) and how(change)

    return matches


def _is_new_duty(change: FactChanged) -> bool:
    if change.fact == "conditional":
        return change.old is True and change.after.required is True
    return change.old is False and change.new is True


def _is_ended_duty(change: FactChanged) -> bool:
    if change.fact == "conditional":
        return change.new is True and change.before.required is True
    return change.old is True and change.new is False


def _is_dropped(change: FactChanged) -> bool:
    return change.fact == "required" and change.old is True and not change.new_stated
