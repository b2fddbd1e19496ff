"""What alternatives and parts the response is composed of."""

from __future__ import annotations

from driftgate.rules.matching import fact, in_response
from driftgate.rules.rule import breaking, info, warning
from driftgate.rules.transitions import anyhow, shapes_lost, shapes_only_lost, shapes_only_won, shapes_won

RULES = (
    breaking("response-alternative-added", fact(in_response, shapes_won, "one_of")),
    info("response-alternative-removed", fact(in_response, shapes_only_lost, "one_of")),
    warning("response-any-of-changed", fact(in_response, anyhow, "any_of")),
    info("response-part-added", fact(in_response, shapes_only_won, "all_of")),
    warning("response-part-removed", fact(in_response, shapes_lost, "all_of")),
    breaking("response-tuple-item-added", fact(in_response, shapes_won, "prefix_items")),
    info("response-tuple-item-removed", fact(in_response, shapes_only_lost, "prefix_items")),
    warning("response-alternative-changed", fact(in_response, anyhow, "varies")),
    info("response-discriminator-changed", fact(in_response, anyhow, "discriminator", "mapping")),
)
