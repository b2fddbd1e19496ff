"""What happens to the bodies of error answers."""

from __future__ import annotations

from driftgate.rules.matching import added, in_error, removed
from driftgate.rules.rule import breaking, info

RULES = (
    breaking("error-field-removed", removed(in_error)),
    info("error-field-added", added(in_error)),
)
