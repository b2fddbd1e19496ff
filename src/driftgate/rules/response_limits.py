"""How long, large, many or well-formed what comes back may be."""

from __future__ import annotations

from driftgate.rules.matching import fact, in_response
from driftgate.rules.rule import breaking, info, warning
from driftgate.rules.transitions import LIMITS, altered, limit_lifted, limit_set, relaxed, stated, tightened, unstated

RULES = (
    info("response-limit-tightened", fact(in_response, tightened, *LIMITS)),
    breaking("response-limit-relaxed", fact(in_response, relaxed, *LIMITS)),
    info("response-limit-set", fact(in_response, limit_set, *LIMITS)),
    breaking("response-limit-lifted", fact(in_response, limit_lifted, *LIMITS)),
    info("response-pattern-set", fact(in_response, stated, "pattern")),
    warning("response-pattern-lifted", fact(in_response, unstated, "pattern")),
    warning("response-pattern-changed", fact(in_response, altered, "pattern")),
)
