"""What happens to the documentation itself: pages that moved or went, contradictions, names that deceive."""

from __future__ import annotations

from driftgate.diff.changes import Change, DocsContradict, FieldAdded, FieldRenamed, PageGone, PageMoved
from driftgate.diff.conflicts import Conflict
from driftgate.diff.names import has_plain_name
from driftgate.rules.rule import breaking, warning

REFERENCE = "reference"


def _reference_moved(change: Change | Conflict) -> bool:
    return isinstance(change, PageMoved) and change.role == REFERENCE


def _escalation_moved(change: Change | Conflict) -> bool:
    return isinstance(change, PageMoved) and change.role != REFERENCE


def _suspicious(change: Change | Conflict) -> bool:
    match change:
        case FieldAdded(field) | FieldRenamed(_, field):
            return not has_plain_name(field)
        case _:
            return False


RULES = (
    warning("reference-page-moved", _reference_moved),
    warning("escalation-page-moved", _escalation_moved),
    warning("escalation-page-gone", lambda change: isinstance(change, PageGone)),
    warning("docs-contradict-themselves", lambda change: isinstance(change, DocsContradict)),
    breaking("suspicious-name", _suspicious),
)
