"""What happens to the parameters of path, query, header and cookie."""

from __future__ import annotations

from driftgate.rules.matching import added, both, but_not, fact, in_parameters, is_owed, removed, renamed
from driftgate.rules.requiredness import became_free, became_owed, requiredness_only_stated
from driftgate.rules.rule import breaking, info, warning
from driftgate.rules.transitions import anyhow

RULES = (
    breaking("parameter-added-required", added(both(in_parameters, is_owed))),
    info("parameter-added", added(but_not(in_parameters, is_owed))),
    warning("parameter-removed", removed(in_parameters)),
    breaking("required-parameter-renamed", renamed(both(in_parameters, is_owed))),
    warning("parameter-renamed", renamed(but_not(in_parameters, is_owed))),
    breaking("parameter-became-required", became_owed(in_parameters)),
    info("parameter-became-optional", became_free(in_parameters)),
    info("parameter-requiredness-stated", requiredness_only_stated(in_parameters)),
    breaking("parameter-default-changed", fact(in_parameters, anyhow, "default")),
)
