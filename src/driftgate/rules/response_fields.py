"""What happens to the fields and headers of answers."""

from __future__ import annotations

from driftgate.rules.matching import (
    added,
    both,
    but_not,
    fact,
    in_answer,
    in_response,
    inert,
    is_promised,
    never_answered,
    removed,
    renamed,
)
from driftgate.rules.requiredness import became_free, became_owed, promise_stated, promise_unstated
from driftgate.rules.rule import breaking, info, warning
from driftgate.rules.transitions import anyhow

RULES = (
    breaking("response-field-removed", removed(both(in_answer, is_promised))),
    warning("response-optional-field-removed", removed(but_not(in_answer, is_promised))),
    info("response-field-added", added(in_answer)),
    breaking("response-field-renamed", renamed(both(in_response, is_promised))),
    warning("response-optional-field-renamed", renamed(but_not(in_response, is_promised))),
    breaking("response-field-became-optional", became_free(in_response)),
    info("response-field-became-required", became_owed(in_response)),
    info("response-field-requiredness-stated", promise_stated(in_response)),
    warning("response-field-requiredness-unstated", promise_unstated(in_response)),
    info("response-default-changed", fact(in_response, anyhow, "default")),
    info("response-write-only-field-changed", inert(never_answered)),
)
