"""Where the docs and a recorded client disagree, whatever changed."""

from __future__ import annotations

from driftgate.diff import conflicts as found
from driftgate.rules.matching import conflict
from driftgate.rules.rule import breaking

RULES = (
    breaking("client-sends-undocumented-field", conflict(found.SendsUndocumented)),
    breaking("client-omits-required-field", conflict(found.OmitsRequired)),
    breaking("client-sends-other-type", conflict(found.SendsOtherType)),
    breaking("client-sends-other-value", conflict(found.SendsOtherValue)),
    breaking("client-reads-undocumented-field", conflict(found.ReadsUndocumented)),
    breaking("client-reads-other-type", conflict(found.ReadsOtherType)),
    breaking("client-calls-other-operation", conflict(found.CallsOtherOperation)),
    breaking("client-calls-other-server", conflict(found.CallsOtherServer)),
    breaking("client-authenticates-otherwise", conflict(found.AuthenticatesOtherwise)),
)
