"""What the docs say of an operation's or a field's life: deprecation, sunset, stability. Alike on both sides."""

from __future__ import annotations

from driftgate.contract import Field
from driftgate.diff.changes import FactChanged, OperationFactChanged
from driftgate.rules.matching import fact, operation_fact
from driftgate.rules.rule import info, warning
from driftgate.rules.transitions import How, altered, set_to, stated, unstated

#: Words for how settled a thing is, least settled first. A word that is not here is of unknown standing.
STABILITY = ("experimental", "draft", "alpha", "preview", "beta", "stable", "ga")


def _any_field(_: Field) -> bool:
    return True


def _standing(level: object) -> int:
    """Not stated counts as stable: nobody warned."""
    name = str(level or "stable").strip().lower()
    return STABILITY.index(name) if name in STABILITY else -1


def _lowered(change: FactChanged | OperationFactChanged) -> bool:
    return _standing(change.new) < _standing(change.old)


def _not_lowered(change: FactChanged | OperationFactChanged) -> bool:
    return not _lowered(change)


def _not(how: How) -> How:
    return lambda change: not how(change)


_is_deprecated = set_to(True)

FIELD_RULES = (
    warning("field-deprecated", fact(_any_field, _is_deprecated, "deprecated")),
    info("field-undeprecated", fact(_any_field, _not(_is_deprecated), "deprecated")),
    warning("field-sunset-set", fact(_any_field, stated, "sunset")),
    warning("field-sunset-changed", fact(_any_field, altered, "sunset")),
    warning("field-sunset-withdrawn", fact(_any_field, unstated, "sunset")),
    warning("field-stability-lowered", fact(_any_field, _lowered, "stability")),
    info("field-stability-raised", fact(_any_field, _not_lowered, "stability")),
)

OPERATION_RULES = (
    warning("operation-deprecated", operation_fact("deprecated", lambda change: change.new is True)),
    info("operation-undeprecated", operation_fact("deprecated", lambda change: change.new is not True)),
    warning("operation-sunset-set", operation_fact("sunset", lambda change: not change.old)),
    warning("operation-sunset-changed", operation_fact("sunset", lambda change: bool(change.old) and bool(change.new))),
    warning("operation-sunset-withdrawn", operation_fact("sunset", lambda change: bool(change.old) and not change.new)),
    warning("operation-stability-lowered", operation_fact("stability", _lowered)),
    info("operation-stability-raised", operation_fact("stability", _not_lowered)),
)
