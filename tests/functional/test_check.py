"""The main job over the command line: verdicts, exit codes, and that nothing is sent through a shut gate."""

from __future__ import annotations

import json

import pytest

from project import KEY, Project

TARGET = "larkline/chat-completions"


def test_without_a_snapshot_review_is_needed_and_nothing_is_sent(project: Project) -> None:
    project.give_credential()
    result = project.driftgate("check")
    assert result.code == 5
    assert "unreviewed" in result.out
    assert project.outside.requests == 0
    assert not (project.folder / "snapshots").exists()


def test_a_clean_check_sends_the_two_smoke_requests_and_logs_a_line_for_each(project: Project) -> None:
    project.approve()
    project.record()
    project.give_credential()
    result = project.driftgate("check")
    assert (result.code, project.outside.requests) == (0, 2), result.out + result.err
    lines = [json.loads(line) for line in (project.folder / ".driftgate/smoke.jsonl").read_text().splitlines()]
    assert [(line["request_case"], line["http_status"], line["credential_exposed"]) for line in lines] == [
        ("happy_path", 200, False),
        ("error_path", 400, False),
    ]
    assert lines[0]["documented_endpoint_verified"] is True
    assert not (project.folder / ".driftgate/smoke-intent.json").exists()


def test_drift_shuts_the_gate_and_names_just_the_contract_changes(project: Project) -> None:
    project.approve()
    project.record()
    project.give_credential()
    project.outside.edition = "second"
    result = project.driftgate("check", "--format", "json")
    assert (result.code, project.outside.requests) == (1, 0)
    drifts = {(drift["rule"], drift["subject"]) for drift in result.data["targets"][0]["drifts"]}
    assert drifts == {
        ("request-field-became-required", "body:max_tokens"),
        ("response-optional-field-removed", "200:served_by"),
    }


def test_check_never_writes_a_snapshot(project: Project) -> None:
    project.approve()
    before = {name: data for name, data in project.files().items() if name.startswith("snapshots")}
    project.outside.edition = "second"
    assert project.driftgate("check").code == 1
    assert {name: data for name, data in project.files().items() if name.startswith("snapshots")} == before


def test_two_clean_checks_write_the_same_pending_and_snapshot_bytes(project: Project) -> None:
    project.approve()
    first = (project.folder / f"snapshots/{TARGET}.yaml").read_bytes()
    assert project.driftgate("check").code == 0
    assert (project.folder / f"snapshots/{TARGET}.yaml").read_bytes() == first
    assert not (project.folder / f".driftgate/pending/{TARGET}.yaml").exists()


def test_a_missing_credential_skips_smoke_and_says_so(project: Project) -> None:
    project.approve()
    result = project.driftgate("check")
    assert result.code == 0
    assert "LARKLINE_KEY is not set" in result.out
    assert project.driftgate("check", "--require-smoke").code == 4


def test_a_credential_aimed_elsewhere_stops_everything_before_a_socket_opens(project: Project) -> None:
    project.approve()
    project.give_credential(origin="https://api.larkline.test")
    result = project.driftgate("check")
    assert (result.code, project.outside.requests) == (6, 0)
    assert KEY not in result.out + result.err


def test_offline_repeats_the_run_from_its_evidence(project: Project) -> None:
    project.approve()
    project.outside.edition = "second"
    online = project.driftgate("check", "--format", "json").data["targets"][0]
    project.configure("docs_home", "docs_home")  # the configuration is as it was; the servers now say something else
    project.outside.edition = "first"
    offline = project.driftgate("check", "--offline", "--format", "json").data["targets"][0]
    assert offline["drifts"] == online["drifts"]


def test_offline_without_evidence_is_unverified(project: Project) -> None:
    result = project.driftgate("check", "--offline")
    assert result.code == 3
    assert "there is no stored evidence to repeat the run from" in result.out


def test_a_page_that_is_gone_is_unverified_not_removed(project: Project) -> None:
    project.approve()
    project.configure("/api/text/chat", "/api/text/gone")
    result = project.driftgate("check")
    assert result.code == 3
    assert "the page is gone (404 or 410)" in result.out.replace("\n              ", " ")


def test_a_help_center_that_is_gone_is_a_drift_of_its_own(project: Project) -> None:
    project.approve()
    project.give_credential()
    project.configure("/support/help-center", "/support/nowhere")
    result = project.driftgate("check", "--format", "json")
    assert (result.code, project.outside.requests) == (1, 0)
    assert [drift["subject"] for drift in result.data["targets"][0]["drifts"]] == ["page:help_center"]


def test_no_byte_of_the_credential_is_written_or_printed(project: Project) -> None:
    project.approve()
    project.record()
    project.give_credential()
    for arguments in (("check",), ("report", "--format", "json"), ("report", "--format", "html"), ("can-release",), ("doctor",)):
        project.driftgate(*arguments)
    everything = "".join(project.written).encode() + b"".join(project.files().values())
    assert project.outside.requests == 2
    assert all(KEY[start : start + 8].encode() not in everything for start in range(len(KEY) - 7))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("chekc",), "Did you mean 'check'?"),
        (("check", "larkline/chat-completion"), "did you mean 'larkline/chat-completions'?"),
        (("check", "--config", "missing.yaml"), "there is no readable configuration"),
        (("check", "--require-smoke", "--offline"), "--require-smoke goes neither with"),
        (("check", "--api-key", "abc"), "No such option"),
        (("explain", "request-field-remvoed"), "request-field-removed"),
        (("report",), "there is no run to look back on"),
        (("approve", TARGET), "nothing is pending"),
        (("extract", "nowhere.html"), "cannot be read"),
        (("extract", "config.yaml"), "no contract could be read"),
        (("diff", "config.yaml", "nowhere.yaml"), "read"),
    ],
)
def test_wrong_usage_is_told_with_what_to_do(project: Project, arguments: tuple[str, ...], words: str) -> None:
    result = project.driftgate(*arguments)
    assert result.code in (2, 3)
    assert words in result.err


def test_an_untrusted_workflow_event_refuses_smoke_and_still_checks_the_docs(project: Project) -> None:
    project.approve()
    project.give_credential()
    project.monkeypatch.setenv("GITHUB_EVENT_NAME", "pull_request_target")
    result = project.driftgate("check")
    assert (result.code, project.outside.requests) == (2, 0)
    assert "clean: the gate is open" in result.out
    assert "smoke refused" in result.out


def test_a_report_can_be_written_to_a_relative_path(project: Project) -> None:
    project.approve()
    assert project.driftgate("check", "--format", "markdown", "--output", "drift.md").code == 0
    assert "clean" in (project.folder / "drift.md").read_text()


def test_a_request_whose_outcome_is_unknown_is_told_by_the_next_run(project: Project) -> None:
    project.approve()
    project.record()
    project.give_credential()
    intents: list[str] = []

    def die(*_: object) -> None:
        intents.append("sent")
        raise ZeroDivisionError

    project.monkeypatch.setattr("driftgate.adapters.api.HttpApi.send", die)
    assert project.driftgate("check").code == 70
    project.give_credential()
    project.monkeypatch.undo()
    project.monkeypatch.chdir(project.folder)
    result = project.driftgate("check", "--no-smoke")
    assert intents == ["sent"]
    assert "its outcome is not known: larkline-chat-completions-smoke-" in result.err


def test_the_mutation_score_can_stand_in_the_report(project: Project) -> None:
    project.approve()
    result = project.driftgate("check", "--prove", "--format", "json")
    assert result.code == 0
    assert "planted changes caught" in result.data["targets"][0]["proof"]
    caught, planted = result.data["targets"][0]["proof"].split(" planted")[0].split(" of ")
    assert int(caught) == int(planted) > 50
    assert "0 of " in result.data["targets"][0]["proof"].split("; ")[1]


def test_a_waiver_excepts_a_drift_and_one_that_matches_nothing_is_told(project: Project) -> None:
    project.approve()
    project.outside.edition = "second"
    drifts = project.driftgate("check", "--format", "json").data["targets"][0]["drifts"]
    waivers = [
        f"  - {{fingerprint: {prints}, reason: known and harmless here, owner: me, until: 2099-01-01}}"
        for prints in [*(drift["fingerprint"] for drift in drifts), "0123456789ab"]
    ]
    with (project.folder / "config.yaml").open("a", encoding="utf-8") as file:
        file.write("waivers:\n" + "\n".join(waivers) + "\n")
    result = project.driftgate("check", "--no-smoke")
    assert result.code == 0, result.out
    assert result.out.count("waived") >= 2
    assert "the waiver of 0123456789ab" in result.out
    assert "matches nothing" in " ".join(result.out.split())


SPEC = """\
openapi: 3.1.0
info: {title: two, version: "1"}
servers: [{url: "https://api.acme.test"}]
paths:
  /a: {get: {parameters: [{name: q, in: query, required: true, schema: {type: string}}], responses: {"200": {description: ok}}}}
  /b: {post: {responses: {"204": {description: done}}}}
"""


def test_every_operation_of_a_page_can_be_printed(project: Project) -> None:
    (project.folder / "spec.yaml").write_text(SPEC)
    assert "the page documents 2 operations" in project.driftgate("extract", "spec.yaml").err
    every = project.driftgate("extract", "spec.yaml", "--all", "--format", "json").data
    assert [contract["operation"] for contract in every] == ["GET /a", "POST /b"]
    joined = project.driftgate("extract", "spec.yaml", "--all", "--format", "openapi")
    (project.folder / "joined.json").write_text(joined.out)
    assert project.driftgate("diff", "spec.yaml", "joined.json").code == 0
    one = project.driftgate("extract", "spec.yaml", "--operation", "GET /a").out
    assert "query:q: {type: string, required: true}" in one


def test_a_comparison_speaks_of_no_gate(project: Project) -> None:
    (project.folder / "a.yaml").write_text(SPEC)
    (project.folder / "b.yaml").write_text(
        SPEC.replace("name: q, in: query, required: true", "name: r, in: query, required: true")
    )
    for format_name in ("text", "markdown", "html"):
        result = project.driftgate("diff", "a.yaml", "b.yaml", "--format", format_name)
        assert result.code == 1
        assert "the second differs from the first" in result.out
        assert "gate" not in result.out.replace("driftgate", "")
        assert "Pause the rollout" not in result.out
