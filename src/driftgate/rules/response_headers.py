"""What happens to the headers of answers."""

from __future__ import annotations

from driftgate.rules.matching import added, both, but_not, in_answer_header, is_promised, removed
from driftgate.rules.rule import breaking, info, warning

RULES = (
    breaking("response-header-removed", removed(both(in_answer_header, is_promised))),
    warning("response-optional-header-removed", removed(but_not(in_answer_header, is_promised))),
    info("response-header-added", added(in_answer_header)),
)
