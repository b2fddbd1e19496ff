"""The order of a smoke run: intent before the request, one line after it, two requests at most, nothing twice."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

import chat
from driftgate.errors import SafetyStop, UsageError
from driftgate.smoke.credential import Secret
from driftgate.smoke.log import INTENT, KEYS, finished, note, run_id, unfinished
from driftgate.smoke.model import Answer, CaseResult, NoAnswer, Outcome, PlannedRequest, SmokeCase, SmokeLine
from driftgate.smoke.run import Occasion, run_smoke

KEY = "sk-Qw3rTyU9i0pAsDfGh7JkLzXcVbNm12"
NOW = datetime(2026, 11, 22, 10, 0, 0, tzinfo=UTC)

GOOD = Answer(
    status=200,
    media_type="application/json",
    body=b'{"id": "x", "choices": [{"message": {"content": "ok"}}], "org_8123_acme": 1}',
)
BAD = Answer(status=400, media_type="application/json", body=f'{{"error": {{"message": "Bearer {KEY}"}}}}'.encode())

OCCASION = Occasion(
    target="acme/chat",
    contract=chat.CONTRACT,
    base_url=chat.BASE_URL,
    cases=(chat.HAPPY, chat.ERROR),
    reference="https://docs.example.com/chat",
    reviewed_at="2026-11-01T10:00:00Z",
    environment="local",
    random="a1b2c3",
    clients=(chat.CLIENT,),
    values=chat.VALUES,
)


class Journal:
    """Everything that happens, in order."""

    def __init__(self, *answers: Answer | NoAnswer) -> None:
        self.events: list[tuple[str, str]] = []
        self.answers = list(answers)

    def send(self, request: PlannedRequest) -> Answer | NoAnswer:
        self.events.append(("send", request.case))
        return self.answers.pop(0)

    def intend(self, line: str) -> None:
        self.events.append(("intend", line))

    def keep(self, line: str) -> None:
        self.events.append(("keep", line))

    @property
    def kinds(self) -> list[str]:
        return [kind for kind, _ in self.events]

    def run(self, occasion: Occasion = OCCASION) -> tuple[CaseResult, ...]:
        return run_smoke(occasion, send=self.send, now=lambda: NOW, intend=self.intend, keep=self.keep, secret=Secret(KEY))


def test_intent_request_and_line_follow_each_other_for_each_case() -> None:
    journal = Journal(GOOD, BAD)
    results = journal.run()
    assert journal.kinds == ["intend", "send", "keep", "intend", "send", "keep"]
    assert [(result.case, result.outcome) for result in results] == [
        ("happy_path", Outcome.PASSED),
        ("error_path", Outcome.PASSED),
    ]


def test_the_happy_paths_line_says_exactly_what_was_seen() -> None:
    journal = Journal(GOOD, BAD)
    journal.run()
    lines = [json.loads(text) for kind, text in journal.events if kind == "keep"]
    assert lines[0] == {
        "run_id": "acme-chat-smoke-20261122-a1b2c3",
        "reviewed_reference_url": "https://docs.example.com/chat",
        "reviewed_at_utc": "2026-11-01T10:00:00Z",
        "environment": "local",
        "request_case": "happy_path",
        "documented_endpoint_verified": True,
        "documented_request_fields_verified": True,
        "response_shape_observed": True,
        "error_handling_observed": None,
        "credential_exposed": False,
        "operator_notes": "the answer is as documented (1 more that the documentation does not name)",
        "http_status": 200,
        "observed_at_utc": "2026-11-22T10:00:00Z",
    }
    assert [tuple(line) for line in lines] == [KEYS, KEYS]
    assert KEY not in repr(journal.events)
    assert "org_8123" not in repr(journal.events)


def test_no_configuration_sends_more_than_one_request_of_each_kind() -> None:
    journal = Journal(GOOD, BAD)
    journal.run(replace(OCCASION, cases=(chat.ERROR, chat.HAPPY, chat.HAPPY, chat.ERROR, SmokeCase(name="other"))))
    assert [text for kind, text in journal.events if kind == "send"] == ["happy_path", "error_path"]


def test_a_refused_case_sends_and_logs_nothing() -> None:
    journal = Journal()
    results = journal.run(replace(OCCASION, values={}))
    reason = "environment variable MODEL is not set"
    assert results == tuple(
        CaseResult(case=name, outcome=Outcome.SKIPPED, reason=reason) for name in ("happy_path", "error_path")
    )
    assert journal.events == []


def test_a_request_without_an_answer_is_not_sent_again() -> None:
    journal = Journal(NoAnswer(sent=True, reason="the exchange with the API broke off"), BAD)
    results = journal.run()
    assert [result.outcome for result in results] == [Outcome.UNKNOWN, Outcome.PASSED]
    assert journal.kinds.count("send") == 2


def test_a_note_that_holds_the_credential_stops_before_anything_is_sent_on_top() -> None:
    journal = Journal(GOOD, BAD)
    with pytest.raises(SafetyStop) as raised:
        journal.run(replace(OCCASION, notes=f"used {KEY[4:14]}"))
    assert KEY[4:12] not in str(raised.value)
    assert "keep" not in journal.kinds
    assert journal.kinds.count("send") == 1


@pytest.mark.parametrize("text", ["x" * 501, "two\nlines", "esc\x1b", "sep\u2028"])
def test_a_note_is_one_short_line(text: str) -> None:
    with pytest.raises(UsageError):
        note(text)


def _line(**changes: object) -> SmokeLine:
    line = SmokeLine(
        run_id="r",
        reviewed_reference_url="https://d",
        reviewed_at_utc="t",
        environment="local",
        request_case="happy_path",
        documented_endpoint_verified=None,
        documented_request_fields_verified=None,
        response_shape_observed=None,
        error_handling_observed=None,
        credential_exposed=False,
        operator_notes="",
        http_status=None,
        observed_at_utc="t",
    )
    return replace(line, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "field", ["run_id", "reviewed_reference_url", "reviewed_at_utc", "environment", "operator_notes", "observed_at_utc"]
)
def test_a_credential_anywhere_in_a_line_stops_it(field: str) -> None:
    with pytest.raises(SafetyStop):
        finished(_line(**{field: f"x{KEY[::-1]}x"}), Secret(KEY))
    with pytest.raises(SafetyStop):
        finished(_line(**{field: "ghp_" + "a1" * 18}), None)


def test_that_no_credential_is_exposed_is_computed_and_not_taken_over() -> None:
    assert json.loads(finished(_line(credential_exposed=True), Secret(KEY)))["credential_exposed"] is False


def test_a_run_id_is_safe_as_a_file_name() -> None:
    assert run_id("Acme/../Chat é", NOW, "a1") == "acme-chat-smoke-20261122-a1"


def test_an_intent_without_a_result_is_an_unknown_outcome() -> None:
    intent, result = _line(operator_notes=INTENT), _line(operator_notes="x", http_status=200)
    other = replace(intent, request_case="error_path")
    lines = [finished(line, None) for line in (intent, result, other)]
    assert unfinished([*lines, '{"torn": ', "[]"]) == (("r", "error_path"),)
