"""Says how the duty to send, or the promise to answer, moved. ``required`` has three values and ``conditional`` limits it.

From stated-false to stated-true a duty came. From *not stated* to true only the docs became clearer, and that is no new duty.
"""

from __future__ import annotations

from driftgate.diff.changes import FactChanged
from driftgate.rules.matching import Matches, Which, fact

_FACTS = ("required", "conditional")


def became_owed(which: Which) -> Matches:
    """Optional was stated and required is; or what was required in some alternatives is required in all."""
    return fact(which, _is_new_duty, *_FACTS)


def became_free(which: Which) -> Matches:
    """Required was stated and optional is; or what was always required is so in some alternatives only."""
    return fact(which, _is_ended_duty, *_FACTS)


def requiredness_only_stated(which: Which) -> Matches:
    """Only whether the docs say so moved."""
    return fact(which, _is_only_stated, *_FACTS)


def promise_unstated(which: Which) -> Matches:
    """The docs said that a field is always there and now do not say."""
    return fact(which, _is_dropped, *_FACTS)


def promise_stated(which: Which) -> Matches:
    """Only whether the docs say so moved, and no promise was dropped."""
    return fact(which, lambda change: _is_only_stated(change) and not _is_dropped(change), *_FACTS)


def _is_new_duty(change: FactChanged) -> bool:
    if change.fact == "conditional":
        return change.old is True and change.after.required is True
    return change.old is False and change.new is True


def _is_ended_duty(change: FactChanged) -> bool:
    if change.fact == "conditional":
        return change.new is True and change.before.required is True
    return change.old is True and change.new is False


def _is_only_stated(change: FactChanged) -> bool:
    return not _is_new_duty(change) and not _is_ended_duty(change)


def _is_dropped(change: FactChanged) -> bool:
    return change.fact == "required" and change.old is True and not change.new_stated
