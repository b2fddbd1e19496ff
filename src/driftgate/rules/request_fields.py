"""What happens to the properties of the request body."""

from __future__ import annotations

from driftgate.rules.matching import added, both, but_not, fact, in_body, inert, is_owed, never_sent, removed, renamed
from driftgate.rules.requiredness import became_free, became_owed, requiredness_only_stated
from driftgate.rules.rule import breaking, info, warning
from driftgate.rules.transitions import anyhow

RULES = (
    breaking("request-field-added-required", added(both(in_body, is_owed))),
    info("request-field-added", added(but_not(in_body, is_owed))),
    warning("request-field-removed", removed(in_body)),
    breaking("request-required-field-renamed", renamed(both(in_body, is_owed))),
    warning("request-field-renamed", renamed(but_not(in_body, is_owed))),
    breaking("request-field-became-required", became_owed(in_body)),
    info("request-field-became-optional", became_free(in_body)),
    info("request-field-requiredness-stated", requiredness_only_stated(in_body)),
    warning("request-default-changed", fact(in_body, anyhow, "default")),
    info("request-read-only-field-changed", inert(never_sent)),
)
