"""Which values the request takes: enums, constants and null."""

from __future__ import annotations

from driftgate.rules.matching import fact, in_request
from driftgate.rules.rule import breaking, info
from driftgate.rules.transitions import (
    altered,
    cleared,
    lost_members,
    only_won_members,
    set_to,
    stated,
    unstated,
    untrue_either_way,
)

ENUMS = ("enum", "open_enum")

RULES = (
    breaking("request-enum-value-removed", fact(in_request, lost_members, *ENUMS)),
    info("request-enum-value-added", fact(in_request, only_won_members, *ENUMS)),
    breaking("request-enum-set", fact(in_request, stated, *ENUMS)),
    info("request-enum-lifted", fact(in_request, unstated, *ENUMS)),
    breaking("request-const-changed", fact(in_request, altered, "const")),
    breaking("request-const-set", fact(in_request, stated, "const")),
    info("request-const-lifted", fact(in_request, unstated, "const")),
    info("request-field-became-nullable", fact(in_request, set_to(True), "nullable")),
    breaking("request-field-became-not-nullable", fact(in_request, cleared, "nullable")),
    info("request-nullability-stated", fact(in_request, untrue_either_way, "nullable")),
)
