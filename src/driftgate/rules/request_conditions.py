"""What else the docs demand of what is sent: conditions, codings, extra fields."""

from __future__ import annotations

from driftgate.contract import Direction
from driftgate.rules.matching import access, fact, in_request
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
    breaking("request-condition-added", fact(in_request, stated, *CONDITIONS)),
    info("request-condition-removed", fact(in_request, unstated, *CONDITIONS)),
    breaking("request-condition-changed", fact(in_request, altered, *CONDITIONS)),
    breaking("request-content-coding-changed", fact(in_request, anyhow, "content_media_type", "content_encoding")),
    warning("request-extra-fields-refused", fact(in_request, set_to(False), "additional")),
    info("request-extra-fields-allowed", fact(in_request, not_set_to_false, "additional")),
    breaking("request-written-otherwise", fact(in_request, anyhow, "style", "explode")),
    warning("request-access-changed", access(Direction.REQUEST)),
)
