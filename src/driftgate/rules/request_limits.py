"""How long, large, many or well-formed what is sent may be."""

from __future__ import annotations

from driftgate.rules.matching import fact, in_request
from driftgate.rules.rule import breaking, info, warning
from driftgate.rules.transitions import LIMITS, altered, limit_lifted, limit_set, relaxed, stated, tightened, unstated

RULES = (
    breaking("request-limit-tightened", fact(in_request, tightened, *LIMITS)),
    info("request-limit-relaxed", fact(in_request, relaxed, *LIMITS)),
    warning("request-limit-set", fact(in_request, limit_set, *LIMITS)),
    info("request-limit-lifted", fact(in_request, limit_lifted, *LIMITS)),
    breaking("request-pattern-set", fact(in_request, stated, "pattern")),
    info("request-pattern-lifted", fact(in_request, unstated, "pattern")),
    warning("request-pattern-changed", fact(in_request, altered, "pattern")),
)
