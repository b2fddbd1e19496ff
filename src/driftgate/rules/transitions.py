"""Says how one fact moved: stated, raised, narrowed. Predicates on :class:`FactChanged`, the vocabulary of the fact rules."""

from __future__ import annotations

from collections.abc import Callable

from driftgate.contract import FactValue, Field
from driftgate.contract.limits import is_multiple
from driftgate.contract.types import members_of
from driftgate.diff.changes import FactChanged
from driftgate.diff.facts import without

How = Callable[[FactChanged], bool]

UPPER = ("maximum", "exclusive_maximum", "max_length", "max_items", "max_properties", "max_contains")
LOWER = ("minimum", "exclusive_minimum", "min_length", "min_items", "min_properties", "min_contains")
#: Formats (before, after) of which the second allows every value of the first.
_WIDER_FORMATS = (("int32", "int64"), ("float", "double"))
LIMITS = (*UPPER, *LOWER, "multiple_of", "unique_items")


def anyhow(_: FactChanged) -> bool:
    return True


def stated(change: FactChanged) -> bool:
    """The docs did not say and now do."""
    return not change.old_stated


def unstated(change: FactChanged) -> bool:
    """The docs said and now do not."""
    return not change.new_stated


def altered(change: FactChanged) -> bool:
    """Both sides say, and say different things."""
    return change.old_stated and change.new_stated


def set_to(value: bool) -> How:
    """From the opposite or from not stated."""
    return lambda change: change.new is value


def not_set_to_false(change: FactChanged) -> bool:
    """A flag that is true, or not stated any more."""
    return change.new is not False


def cleared(change: FactChanged) -> bool:
    """A flag that was true is false or not stated any more."""
    return change.old is True


def untrue_either_way(change: FactChanged) -> bool:
    """A flag that was and is not true: only whether that is stated moved."""
    return change.old is not True and change.new is not True


def tightened(change: FactChanged) -> bool:
    """A limit that allows less than the limit that was stated before."""
    return altered(change) and not _allows_more(change)


def relaxed(change: FactChanged) -> bool:
    """A limit that allows more than the limit that was stated before."""
    return altered(change) and _allows_more(change)


def limit_set(change: FactChanged) -> bool:
    """A limit where none was stated. ``false`` limits nothing."""
    return stated(change) and change.new is not False


def limit_lifted(change: FactChanged) -> bool:
    """A stated limit that is gone, or one that never limited."""
    return unstated(change) or (stated(change) and change.new is False)


def lost_members(change: FactChanged) -> bool:
    """A set that was stated lost members; it may have won others."""
    return altered(change) and bool(without(change.old, change.new))


def only_won_members(change: FactChanged) -> bool:
    return altered(change) and not without(change.old, change.new)


def won_members(change: FactChanged) -> bool:
    """A set that was stated won members; it may have lost others."""
    return altered(change) and bool(without(change.new, change.old))


def only_lost_members(change: FactChanged) -> bool:
    return altered(change) and not without(change.new, change.old)


def constant_lifted(change: FactChanged) -> bool:
    """The one value that there was is not the only one any more; a set of one is a constant."""
    only_one = change.fact == "const" or (change.fact == "enum" and isinstance(change.old, tuple) and len(change.old) == 1)
    return unstated(change) and only_one


def set_lifted(change: FactChanged) -> bool:
    """A stated set of several values is gone."""
    return unstated(change) and not constant_lifted(change)


def shapes_lost(change: FactChanged) -> bool:
    """A set of shapes is smaller, or gone. Not stated is empty here: no keyword, no shapes."""
    return bool(without(change.old, change.new))


def shapes_only_won(change: FactChanged) -> bool:
    return not shapes_lost(change)


def shapes_won(change: FactChanged) -> bool:
    return bool(without(change.new, change.old))


def shapes_only_lost(change: FactChanged) -> bool:
    return not shapes_won(change)


def type_widened(change: FactChanged) -> bool:
    """Every old type is still allowed, and more."""
    return altered(change) and _covers(change.new, change.old, change)


def type_narrowed(change: FactChanged) -> bool:
    """Only some of the old types are still allowed."""
    return altered(change) and _covers(change.old, change.new, change)


def type_replaced(change: FactChanged) -> bool:
    return altered(change) and not type_widened(change) and not type_narrowed(change)


def format_lifted(change: FactChanged) -> bool:
    """A format that is gone, or one that allows more: ``int32`` to ``int64``."""
    return unstated(change) or (change.old, change.new) in _WIDER_FORMATS


def format_set(change: FactChanged) -> bool:
    """A format where none was stated, or one that allows less: ``int64`` to ``int32``."""
    return stated(change) or (change.new, change.old) in _WIDER_FORMATS


def format_replaced(change: FactChanged) -> bool:
    return not format_lifted(change) and not format_set(change)


def _covers(wide: FactValue, narrow: FactValue, change: FactChanged) -> bool:
    if not isinstance(wide, str) or not isinstance(narrow, str):
        return False
    allowed = set(members_of(wide))
    return all(_is_allowed(name, allowed, change) for name in members_of(narrow))


def _is_allowed(name: str, allowed: set[str], change: FactChanged) -> bool:
    if name in allowed or (name == "integer" and "number" in allowed) or (name.startswith("array<") and "array" in allowed):
        return True
    if change.textual and allowed == {"string"} and change.old in (name, "string") and not name.startswith("array"):
        return True  # of two single types: a number in a URL is a string as well
    return _is_repeatable(change.after) and any(wide.startswith("array") and name in wide for wide in allowed)


def _is_repeatable(field: Field) -> bool:
    """Whether a list of one is written just as its only member: ``?tag=a``."""
    return field.place == "query" and field.facts.get("style", "form") == "form" and field.flag("explode") is not False


def _allows_more(change: FactChanged) -> bool:
    old, new = change.old, change.new
    if isinstance(old, bool) or isinstance(new, bool):
        return new is False
    if not isinstance(old, int | float) or not isinstance(new, int | float):
        return False
    if change.fact == "multiple_of":
        return is_multiple(old, new)
    return new > old if change.fact in UPPER else new < old
