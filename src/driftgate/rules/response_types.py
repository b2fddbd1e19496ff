"""Which types, formats and named structures the response has."""

from __future__ import annotations

from driftgate.rules.matching import fact, in_response
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
    breaking("response-type-changed", fact(in_response, type_replaced, "type")),
    breaking("response-type-widened", fact(in_response, type_widened, "type")),
    info("response-type-narrowed", fact(in_response, type_narrowed, "type")),
    info("response-type-stated", fact(in_response, stated, "type")),
    warning("response-type-unstated", fact(in_response, unstated, "type")),
    breaking("response-format-changed", fact(in_response, format_replaced, "format")),
    info("response-format-set", fact(in_response, format_set, "format")),
    breaking("response-format-lifted", fact(in_response, format_lifted, "format")),
    warning("response-model-changed", fact(in_response, altered, "model")),
    info("response-model-stated", fact(in_response, stated, "model")),
    info("response-model-unstated", fact(in_response, unstated, "model")),
)
