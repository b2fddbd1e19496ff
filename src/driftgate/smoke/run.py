"""Runs a target's smoke cases, at most one happy and one error request: plan, note the intent, send once, judge, log."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from driftgate.contract import ClientContract, Contract
from driftgate.smoke.credential import Secret
from driftgate.smoke.fill import Refused
from driftgate.smoke.log import INTENT, finished, note, run_id
from driftgate.smoke.model import Answer, CaseResult, NoAnswer, Outcome, PlannedRequest, SmokeCase, SmokeLine
from driftgate.smoke.observation import Observation
from driftgate.smoke.observe import observe
from driftgate.smoke.plan import ERROR_PATH, HAPPY_PATH, plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """What is smoke tested, and why. reference, reviewed_at: of the approved snapshot; values: what the environment gives for
    :class:`FromEnv`; random: makes the run id unique; notes: one line of the operator's."""

    target: str
    contract: Contract
    base_url: str
    cases: Sequence[SmokeCase]
    reference: str
    reviewed_at: str
    environment: str
    random: str
    clients: Sequence[ClientContract] = ()
    values: Mapping[str, str] = field(default_factory=dict)
    credential_header: str = "Authorization"
    notes: str = ""


def run_smoke(
    occasion: Occasion,
    *,
    send: Callable[[PlannedRequest], Answer | NoAnswer],
    now: Callable[[], datetime],
    intend: Callable[[str], None],
    keep: Callable[[str], None],
    secret: Secret | None,
) -> tuple[CaseResult, ...]:
    """The results, the happy path's first.

    intend: notes, before each ``send``, the line of a request whose result is not known yet; keep: writes the one log line of
    a case after it. Raises UsageError for a note that cannot be logged, SafetyStop where a line would hold a credential, and
    what ``intend`` and ``keep`` raise; after an error nothing more is sent.
    """
    note(occasion.notes)
    identity = run_id(occasion.target, now(), occasion.random)
    results = []
    for case in _chosen(occasion.cases):
        planned = plan(case, occasion.contract, occasion.base_url, occasion.values, occasion.credential_header)
        if isinstance(planned, Refused):
            results.append(CaseResult(case=case.name, outcome=planned.outcome, reason=planned.reason))
            continue
        intent = _line(occasion, identity, case.name, now(), Observation(outcome=Outcome.UNKNOWN, reason=INTENT), INTENT)
        intend(finished(intent, secret))
        seen = observe(planned, send(planned), occasion.contract, occasion.clients, case.expect)
        line = _line(occasion, identity, case.name, now(), seen, occasion.notes or seen.reason)
        keep(finished(line, secret))
        results.append(CaseResult(case=case.name, outcome=seen.outcome, reason=seen.reason, line=line))
    return tuple(results)


def _chosen(cases: Sequence[SmokeCase]) -> list[SmokeCase]:
    """One of each name, so that no configuration can send more than two requests."""
    by_name = {case.name: case for case in reversed(cases)}
    return [by_name[name] for name in (HAPPY_PATH, ERROR_PATH) if name in by_name]


def _line(occasion: Occasion, identity: str, case: str, at: datetime, seen: Observation, notes: str) -> SmokeLine:
    return SmokeLine(
        run_id=identity,
        reviewed_reference_url=occasion.reference,
        reviewed_at_utc=occasion.reviewed_at,
        environment=occasion.environment,
        request_case=case,
        documented_endpoint_verified=seen.endpoint,
        documented_request_fields_verified=True,  # plan() refuses every request of which it is not true
        response_shape_observed=seen.shape,
        error_handling_observed=seen.error_handling,
        credential_exposed=False,
        operator_notes=notes,
        http_status=seen.status,
        observed_at_utc=at.strftime("%Y-%m-%dT%H:%M:%SZ"),
    )
