"""What else the docs promise of what comes back: conditions, codings, extra fields."""

from __future__ import annotations

from driftgate.contract import Direction
from driftgate.rules.matching import access, fact, in_response
from driftgate.rules.rule import breaking, info, warning
from driftgate.rules.transitions import altered, anyhow, not_set_to_false, set_to, stated, unstated

#: Keywords that narrow what is valid by a schema of their own.
CONDITIONS = (
    "not",
    "if",
    "then",
    "else",
    "contains",
    "property_names",
    "pattern_properties",
    "dependent_required",
    "dependent_schemas",
    "unevaluated_items",
    "unevaluated_properties",
    "content_schema",
)

RULES = (
    info("response-condition-added", fact(in_response, stated, *CONDITIONS)),
    breaking("response-condition-removed", fact(in_response, unstated, *CONDITIONS)),
    breaking("response-condition-changed", fact(in_response, altered, *CONDITIONS)),
    breaking("response-content-coding-changed", fact(in_response, anyhow, "content_media_type", "content_encoding")),
    info("response-extra-fields-refused", fact(in_response, set_to(False), "additional")),
    info("response-extra-fields-allowed", fact(in_response, not_set_to_false, "additional")),
    warning("response-written-otherwise", fact(in_response, anyhow, "style", "explode")),
    warning("response-access-changed", access(Direction.RESPONSE)),
)
