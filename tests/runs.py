"""Runs for report tests: a drifted one, a clean one, and one whose every text is hostile."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from driftgate.contract import Certainty, Source
from driftgate.gate.verdict import Decision, Verdict
from driftgate.report.run import ReadingSummary, Run, TargetRun
from driftgate.rules.rule import Drift, Impact, Severity
from driftgate.smoke.model import CaseResult, Outcome, SmokeLine

DOCS = "https://docs.example.com/chat"

BECAME_REQUIRED = Drift(
    rule="request-field-became-required",
    severity=Severity.BREAKING,
    operation="POST /v1/chat",
    subject="body:user",
    before="required: false",
    after="required: true",
    message="The request field body:user became required.",
    why="Requests without it will be refused.",
    advice="Send user, then approve.",
    impact=Impact.SENDS,
    touched=("",),
    source=Source(url=DOCS, line=12, quote="user string required: who asks", reader="mintlify", certainty=Certainty.READ),
    fingerprint="0123456789ab",
)

NEW_FIELD = replace(
    BECAME_REQUIRED,
    rule="response-field-added",
    severity=Severity.INFO,
    subject="200:usage",
    message="The response field 200:usage is new.",
    impact=Impact.UNUSED,
    touched=(),
    source=None,
    fingerprint="ba9876543210",
)

READING = ReadingSummary(
    platform="mintlify",
    url=DOCS,
    sha256="0" * 64,
    rows_seen=43,
    rows_read=42,
    fields=40,
    gaps=1,
    fetched_at="2026-11-22T10:00:00Z",
)

LINE = SmokeLine(
    run_id="acme-chat-smoke-20261122-abcd",
    reviewed_reference_url=DOCS,
    reviewed_at_utc="2026-11-01T10:00:00Z",
    environment="local",
    request_case="happy_path",
    documented_endpoint_verified=True,
    documented_request_fields_verified=True,
    response_shape_observed=True,
    error_handling_observed=None,
    credential_exposed=False,
    operator_notes="",
    http_status=200,
    observed_at_utc="2026-11-22T10:00:03Z",
)


def target(**changes: Any) -> TargetRun:
    """A clean target, changed as asked."""
    clean = TargetRun(
        target="acme/chat",
        operation="POST /v1/chat",
        reference=DOCS,
        decision=Decision(verdict=Verdict.CLEAN),
        reading=READING,
        reviewed_at="2026-11-01T10:00:00Z",
        docs_home="https://docs.example.com/",
        help_center="https://help.example.com/",
        compared=40,
    )
    return replace(clean, **changes)


def run_of(*targets: TargetRun) -> Run:
    return Run(id="run-1", started_at="2026-11-22T10:00:00Z", version="0.1.0", environment="local", targets=targets)


def drifted() -> Run:
    decision = Decision(verdict=Verdict.DRIFT, blocking=(NEW_FIELD, BECAME_REQUIRED))
    skipped = "the gate is closed"
    return run_of(target(decision=decision, pending_digest="9c1e0f", smoke_skipped=skipped))


def clean() -> Run:
    happy = CaseResult(case="happy_path", outcome=Outcome.PASSED, reason="the answer is as documented", line=LINE)
    return run_of(target(smoke=(happy,)))


def unverified() -> Run:
    return run_of(target(decision=Decision(verdict=Verdict.UNVERIFIED, reasons=("the page is a login form",)), compared=0))


def smoke_failed() -> Run:
    line = replace(LINE, request_case="error_path", http_status=200, error_handling_observed=False)
    case = CaseResult(case="error_path", outcome=Outcome.FAILED, reason="the API accepted an invalid request", line=line)
    return run_of(target(smoke=(case,)))


def hostile(text: str) -> Run:
    """A drifted run in which every text that can come from a page, a config or a server is this one."""
    drift = Drift(
        **{field.name: text for field in fields(Drift) if field.type in ("str",) and field.name != "fingerprint"},
        severity=Severity.BREAKING,
        impact=Impact.READS,
        touched=(text,),
        source=Source(url=text, line=1, element=text, quote=text, reader=text),
        fingerprint="0123456789ab",
    )
    decision = Decision(
        verdict=Verdict.DRIFT, blocking=(drift,), passing=(drift,), waived=(drift,), reasons=(text,), notices=(text,)
    )
    case = CaseResult(case="happy_path", outcome=Outcome.FAILED, reason=text)
    one = TargetRun(
        target=text,
        operation=text,
        reference=text,
        decision=decision,
        reading=ReadingSummary(platform=text, url=text, contradictions=(text,)),
        smoke=(case,),
        smoke_skipped=text,
        pending_digest=text,
        reviewed_at=text,
        docs_home=text,
        help_center=text,
        compared=1,
    )
    return Run(id=text, started_at=text, version=text, environment=text, targets=(one,))
