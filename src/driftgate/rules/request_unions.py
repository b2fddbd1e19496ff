"""What alternatives and parts the request is composed of."""

from __future__ import annotations

from driftgate.rules.matching import fact, in_request
from driftgate.rules.rule import breaking, info, warning
from driftgate.rules.transitions import anyhow, shapes_lost, shapes_only_lost, shapes_only_won, shapes_won

RULES = (
    breaking("request-alternative-removed", fact(in_request, shapes_lost, "one_of", "any_of")),
    info("request-alternative-added", fact(in_request, shapes_only_won, "one_of", "any_of")),
    breaking("request-part-added", fact(in_request, shapes_won, "all_of")),
    warning("request-part-removed", fact(in_request, shapes_only_lost, "all_of")),
    breaking("request-tuple-item-removed", fact(in_request, shapes_lost, "prefix_items")),
    info("request-tuple-item-added", fact(in_request, shapes_only_won, "prefix_items")),
    warning("request-alternative-changed", fact(in_request, anyhow, "varies")),
    info("request-discriminator-changed", fact(in_request, anyhow, "discriminator", "mapping")),
)
