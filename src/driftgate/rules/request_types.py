"""Which types, formats and named structures the request takes."""

from __future__ import annotations

from driftgate.rules.matching import fact, in_request
from driftgate.rules.rule import breaking, info, warning
from driftgate.rules.transitions import (
    altered,
    format_lifted,
    format_replaced,
    format_set,
    stated,
    type_narrowed,
    type_replaced,
    type_widened,
    unstated,
)

RULES = (
    breaking("request-type-changed", fact(in_request, type_replaced, "type")),
    info("request-type-widened", fact(in_request, type_widened, "type")),
    breaking("request-type-narrowed", fact(in_request, type_narrowed, "type")),
    info("request-type-stated", fact(in_request, stated, "type")),
    info("request-type-unstated", fact(in_request, unstated, "type")),
    breaking("request-format-changed", fact(in_request, format_replaced, "format")),
    breaking("request-format-set", fact(in_request, format_set, "format")),
    info("request-format-lifted", fact(in_request, format_lifted, "format")),
    warning("request-model-changed", fact(in_request, altered, "model")),
    info("request-model-stated", fact(in_request, stated, "model")),
    info("request-model-unstated", fact(in_request, unstated, "model")),
)
