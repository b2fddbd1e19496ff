"""A run survives the run log unchanged, and a damaged record is refused."""

from __future__ import annotations

import pytest

from driftgate.contract import Certainty, Source
from driftgate.errors import StorageError
from driftgate.gate.verdict import Decision, Verdict
from driftgate.report.run import ReadingSummary, Run, TargetRun
from driftgate.report.stored import dump_run, load_run
from driftgate.rules.rule import Drift, Impact, Severity
from driftgate.smoke.model import CaseResult, Outcome, SmokeLine

LINE = SmokeLine(
    run_id="acme-send-smoke-20270101-0a1b",
    reviewed_reference_url="https://docs.acme.test/send",
    reviewed_at_utc="2027-01-01T00:00:00Z",
    environment="local",
    request_case="happy_path",
    documented_endpoint_verified=True,
    documented_request_fields_verified=True,
    response_shape_observed=None,
    error_handling_observed=None,
    credential_exposed=False,
    operator_notes="",
    http_status=200,
    observed_at_utc="2027-01-02T00:00:00Z",
)
DRIFT = Drift(
    rule="request-field-removed",
    severity=Severity.BREAKING,
    operation="POST /v1/send",
    subject="body:text",
    before="string",
    after="",
    message="the field is gone",
    why="calls that send it may fail",
    advice="stop sending it",
    impact=Impact.SENDS,
    touched=("", "mobile"),
    source=Source(url="https://docs.acme.test/send", line=3, quote="text", certainty=Certainty.STATED),
    fingerprint="0123456789ab",
)
RUN = Run(
    id="run-20270102T000000Z-0a1b",
    started_at="2027-01-02T00:00:00Z",
    version="0.1.0",
    environment="local",
    targets=(
        TargetRun(
            target="acme/send",
            operation="POST /v1/send",
            reference="https://docs.acme.test/send",
            decision=Decision(verdict=Verdict.DRIFT, blocking=(DRIFT,), notices=("look",)),
            reading=ReadingSummary(platform="mintlify", fields=3, contradictions=("body:text type: a / b",)),
            smoke=(CaseResult(case="happy_path", outcome=Outcome.PASSED, reason="as documented", line=LINE),),
        ),
    ),
)


def test_a_run_read_back_is_the_run_that_was_written() -> None:
    assert load_run(dump_run(RUN)) == RUN


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", '{"format": 2, "record": {}}', dump_run(RUN)[:-5], dump_run(RUN).replace("drift", "x", 1)]
)
def test_a_damaged_record_is_refused(text: str) -> None:
    with pytest.raises(StorageError):
        load_run(text)
