"""Judges what came back of one smoke request. Pure; the answer's text stays here, only fixed words and numbers leave."""

from __future__ import annotations

from collections.abc import Sequence

from driftgate.contract import ClientContract, Contract
from driftgate.smoke.documented import is_json
from driftgate.smoke.happy import judge_success
from driftgate.smoke.model import Answer, NoAnswer, Outcome, PlannedRequest
from driftgate.smoke.observation import Observation, places_of
from driftgate.smoke.plan import ERROR_PATH
from driftgate.smoke.refusal import judge_error

#: Statuses that say nothing about the contract, whatever was asked.
NO_EVIDENCE = {
    401: "the credential was not accepted (401): no evidence about the contract",
    402: "the account may not do this (402): no evidence about the contract",
    403: "the credential was not accepted (403): no evidence about the contract",
    404: "wrong path or moved endpoint (404)",
    405: "wrong path or method, or moved endpoint (405)",
    407: "something before the API asked for credentials (407): no evidence about the contract",
    410: "wrong path or moved endpoint (410)",
    429: "too many requests (429): no evidence about the contract",
}

OUTAGES = frozenset({408, 502, 503, 504})


def observe(
    planned: PlannedRequest,
    answer: Answer | NoAnswer,
    contract: Contract,
    clients: Sequence[ClientContract] = (),
    expect: Sequence[str] = (),
) -> Observation:
    """The judgement of one answer. expect: statuses (``400``, ``4XX``) that the case says are right."""
    if isinstance(answer, NoAnswer):
        return Observation(outcome=Outcome.UNKNOWN if answer.sent else Outcome.OUTAGE, reason=answer.reason)
    erring = planned.case == ERROR_PATH
    if not any(place in expect for place in places_of(answer.status)[:2]):
        refused = _no_evidence(answer, erring)
        if refused is not None:
            return refused
    judge = judge_error if erring else judge_success
    return judge(planned, answer, contract, clients, expect)


def _no_evidence(answer: Answer, erring: bool) -> Observation | None:
    if answer.status < 200 or 300 <= answer.status < 400:
        return _judged(Outcome.FAILED, "wrong path or moved endpoint: the API answered with a redirect", answer, erring)
    if answer.status in NO_EVIDENCE:
        return _judged(Outcome.FAILED, NO_EVIDENCE[answer.status], answer, erring)
    if answer.status in OUTAGES or (answer.status >= 500 and not (erring and is_json(answer.media_type))):
        return _judged(Outcome.OUTAGE, f"the API answered with an outage ({answer.status}): no evidence", answer, erring)
    return None


def _judged(outcome: Outcome, reason: str, answer: Answer, erring: bool) -> Observation:
    return Observation(
        outcome=outcome,
        reason=reason,
        status=answer.status,
        endpoint=None if erring else False,
        error_handling=False if erring else None,
    )
