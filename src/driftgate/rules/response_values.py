"""Which values the response has: enums, constants and null."""

from __future__ import annotations

from driftgate.rules.matching import fact, in_response
from driftgate.rules.rule import breaking, info, warning
from driftgate.rules.transitions import (
    altered,
    cleared,
    constant_lifted,
    only_lost_members,
    set_lifted,
    set_to,
    stated,
    untrue_either_way,
    won_members,
)

ENUMS = ("enum", "open_enum")

RULES = (
    info("response-enum-value-removed", fact(in_response, only_lost_members, *ENUMS)),
    breaking("response-enum-value-added", fact(in_response, won_members, *ENUMS)),
    info("response-enum-set", fact(in_response, stated, *ENUMS)),
    warning("response-enum-lifted", fact(in_response, set_lifted, *ENUMS)),
    breaking("response-const-changed", fact(in_response, altered, "const")),
    info("response-const-set", fact(in_response, stated, "const")),
    breaking("response-const-lifted", fact(in_response, constant_lifted, "const", "enum")),
    breaking("response-field-became-nullable", fact(in_response, set_to(True), "nullable")),
    info("response-field-became-not-nullable", fact(in_response, cleared, "nullable")),
    info("response-nullability-stated", fact(in_response, untrue_either_way, "nullable")),
)
