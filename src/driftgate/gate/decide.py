"""Decides on one target. Pure: drifts, policy and today's date in, a decision out. The heart of the gate."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from driftgate.gate.verdict import Decision, Policy, Verdict
from driftgate.gate.waivers import notices as waiver_notices
from driftgate.gate.waivers import waived
from driftgate.rules.rule import Drift

NOT_REVIEWED = "no approved snapshot yet: look at the pending contract, then approve it"


def decide(
    drifts: Sequence[Drift],
    policy: Policy,
    today: date,
    *,
    target: str = "",
    approved: bool = True,
    distrust: Sequence[str] = (),
    notices: Sequence[str] = (),
) -> Decision:
    """The verdict on one target and what it rests on.

    approved: whether there is an approved snapshot; distrust: reasons why the reading proves nothing. Such a reading gives
    no drifts either: what it seems to show may be its own mistake. The policy's severities were applied by the judge.
    """
    if distrust:
        return Decision(verdict=Verdict.UNVERIFIED, reasons=tuple(distrust), notices=tuple(notices))
    excepted = tuple(drift for drift in drifts if waived(drift, policy.waivers, target, today))
    standing = [drift for drift in drifts if drift not in excepted]
    blocking = tuple(drift for drift in standing if drift.severity.at_least(policy.block_on))
    return Decision(
        verdict=_verdict(approved, blocking),
        blocking=blocking,
        passing=tuple(drift for drift in standing if drift not in blocking),
        waived=excepted,
        reasons=() if approved else (NOT_REVIEWED,),
        notices=(*notices, *waiver_notices(policy.waivers, drifts, target, today)),
    )


def _verdict(approved: bool, blocking: Sequence[Drift]) -> Verdict:
    if not approved:
        return Verdict.UNREVIEWED
    return Verdict.DRIFT if blocking else Verdict.CLEAN
