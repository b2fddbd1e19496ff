"""The way to a vendor's API: open only for a clean target, and only with a credential pinned to its origin."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from driftgate.config.model import Target, Vendor
from driftgate.gate.verdict import Verdict
from driftgate.ports import Api, Clock, RunLog, Snapshots
from driftgate.report.run import TargetRun
from driftgate.smoke.credential import Secret
from driftgate.smoke.model import CaseResult, Outcome
from driftgate.smoke.run import Occasion, run_smoke

NO_CASES = "no smoke case is configured"


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """One vendor's way in. api is None where it is shut, and why_shut says why; values: what the environment gives for the
    variables that smoke cases name."""

    api: Api | None = None
    why_shut: str = ""
    secret: Secret | None = None
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """What all smoke requests of a run share. random: makes log ids unique; notes: one line of the operator's."""

    clock: Clock
    log: RunLog
    random: Callable[[], str]
    environment: str
    required: bool = False
    notes: str = ""


def through(visit: Visit, door: Door, vendor: Vendor, target: Target, snapshots: Snapshots, run: TargetRun) -> TargetRun:
    """The target's line with its smoke results. On any verdict but clean not one byte is sent."""
    if run.verdict is not Verdict.CLEAN:
        return run
    why_shut = door.why_shut if target.smoke else NO_CASES
    if door.api is None or why_shut:
        return _skipped(run, why_shut, required=visit.required)
    approved = snapshots.approved(target.id)
    if approved is None or approved.review is None:
        return run
    results = run_smoke(
        Occasion(
            target=target.id,
            contract=approved.contract,
            base_url=vendor.base_url,
            cases=target.smoke,
            reference=target.reference,
            reviewed_at=approved.review.at,
            environment=visit.environment,
            random=visit.random(),
            clients=snapshots.clients(target.id),
            values=door.values,
            credential_header=vendor.credential.header if vendor.credential else "Authorization",
            notes=visit.notes,
        ),
        send=door.api.send,
        now=visit.clock.now,
        intend=visit.log.smoke_intent,
        keep=lambda line: visit.log.smoke_lines([line]),
        secret=door.secret,
    )
    sent = any(result.line is not None for result in results)
    why = "" if sent else "; ".join(dict.fromkeys(result.reason for result in results))
    return replace(run, smoke=_owed(results) if visit.required else results, smoke_skipped=why)


def _skipped(run: TargetRun, why: str, *, required: bool) -> TargetRun:
    if not required:
        return replace(run, smoke_skipped=why)
    failed = CaseResult(case="happy_path", outcome=Outcome.FAILED, reason=f"a smoke run is required and was not possible: {why}")
    return replace(run, smoke=(failed,), smoke_skipped=why)


def _owed(results: tuple[CaseResult, ...]) -> tuple[CaseResult, ...]:
    """Where a smoke run is required, a case that was skipped has failed."""
    return tuple(
        replace(result, outcome=Outcome.FAILED, reason=f"required, and was not possible: {result.reason}")
        if result.outcome is Outcome.SKIPPED
        else result
        for result in results
    )
