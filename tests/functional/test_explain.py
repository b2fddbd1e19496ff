"""One drift of the last run, told whole: where, whom it touches, the message that shows it, and a waiver ready to paste."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
import yaml

from driftgate.demo.story import TARGET
from project import Project


@pytest.fixture
def drifted(project: Project) -> Project:
    """A project whose vendor made a field required and dropped another since the approval."""
    project.approve()
    project.record()
    project.outside.edition = "second"
    return project


def drifts(project: Project, *options: str) -> dict[str, Any]:
    """The drifts of a check by subject."""
    found = project.driftgate("check", "--no-smoke", "--format", "json", *options).data["targets"][0]["drifts"]
    return {drift["subject"]: drift for drift in found}


def test_an_unknown_fingerprint_is_answered_with_those_of_the_last_run(drifted: Project) -> None:
    known = drifts(drifted)
    result = drifted.driftgate("explain", "ffffff000000")
    assert (result.code, result.out) == (2, "")
    listed = re.findall(r"^ +([0-9a-f]{12}) (\S+) (\S+)$", result.err, re.MULTILINE)
    assert {(mark, rule, subject) for mark, rule, subject in listed} == {
        (drift["fingerprint"], drift["rule"], subject) for subject, drift in known.items()
    }


def test_a_clean_run_has_nothing_to_explain(project: Project) -> None:
    project.approve()
    project.driftgate("check", "--no-smoke")
    result = project.driftgate("explain", "ffffff")
    assert result.code == 2
    assert "it found no drift" in result.err


def test_five_digits_are_no_fingerprint(drifted: Project) -> None:
    mark = drifts(drifted)["body:max_tokens"]["fingerprint"]
    result = drifted.driftgate("explain", mark[:5])
    assert result.code == 2
    assert "there is no rule" in result.err


def test_digits_that_two_drifts_share_name_neither(drifted: Project) -> None:
    drifts(drifted)
    state = drifted.folder / ".driftgate"
    path = state / "runs" / f"{(state / 'last-run').read_text().strip()}.json"
    data = json.loads(path.read_text())
    for at, drift in enumerate(data["record"]["targets"][0]["decision"]["blocking"]):
        drift["fingerprint"] = f"abcdef00000{at}"
    path.write_text(json.dumps(data))
    result = drifted.driftgate("explain", "abcdef")
    assert result.code == 2
    assert "several drifts of the last run begin with abcdef" in result.err
    assert "abcdef000000" in result.err
    assert "abcdef000001" in result.err


def test_a_drift_is_told_with_the_smallest_request_that_worked_and_fails(drifted: Project) -> None:
    drift = drifts(drifted)["body:max_tokens"]
    result = drifted.driftgate("explain", drift["fingerprint"][:6])
    assert result.code == 0
    assert result.out.startswith(f"BREAKING  request-field-became-required  {drift['fingerprint']}\n")
    assert f"  where     {drifted.outside.docs}/api/text/chat.md line " in result.out
    assert re.search(r'^ {12}".*Must now be given\."$', result.out, re.MULTILINE)
    before, after = re.findall(r"^    (?:approved|now)\n((?: {6}.*\n)+)", result.out, re.MULTILINE)
    assert "max_tokens" not in json.loads(before)
    assert {*json.loads(after)} - {*json.loads(before)} == {"max_tokens"}
    for label in ("what", "before", "after", "why", "touches", "next", "rule"):
        assert re.search(rf"^  {label} +\S", result.out, re.MULTILINE), label


def test_a_removed_response_field_is_shown_in_an_answer_of_before(drifted: Project) -> None:
    result = drifted.driftgate("explain", drifts(drifted)["200:served_by"]["fingerprint"])
    before, after = re.findall(r"^    (?:approved|now)\n((?: {6}.*\n)+)", result.out, re.MULTILINE)
    assert {*json.loads(before)} - {*json.loads(after)} == {"served_by"}


def test_nothing_but_what_is_copied_is_wider_than_80_columns(drifted: Project) -> None:
    for drift in drifts(drifted).values():
        lines = drifted.driftgate("explain", drift["fingerprint"]).out.splitlines()
        assert [line for line in lines if len(line) > 80 and "http" not in line] == []


def test_the_prepared_waiver_lets_the_drift_pass_when_it_is_pasted(drifted: Project) -> None:
    marks = [drift["fingerprint"] for drift in drifts(drifted).values()]
    waivers: list[Any] = []
    for mark in marks:
        told = drifted.driftgate("explain", mark).out
        snippet = re.search(r"^    waivers:\n(?: {6,}.*\n)+", told, re.MULTILINE)
        assert snippet is not None
        waivers += yaml.safe_load(snippet[0])["waivers"]
    assert [waiver["target"] for waiver in waivers] == [TARGET] * len(marks)
    path = drifted.folder / "config.yaml"
    path.write_text(path.read_text() + yaml.safe_dump({"waivers": waivers}))
    assert drifted.driftgate("check", "--no-smoke").code == 0
    assert "  standing  waived" in drifted.driftgate("explain", marks[0]).out
    released = drifted.driftgate("can-release")
    assert released.code == 0
    assert "waived, so it does not count" in released.out


def test_several_clients_are_named_where_a_drift_touches_them(drifted: Project) -> None:
    web = '{"request": {"model": "any", "messages": []}, "response": {"served_by": "x"}}'
    (drifted.folder / "web.json").write_text(web, encoding="utf-8")
    drifted.outside.edition = "first"
    assert drifted.driftgate("record", TARGET, "--from", "web.json", "--client", "web").code == 0
    drifted.outside.edition = "second"
    result = drifted.driftgate("explain", drifts(drifted)["200:served_by"]["fingerprint"])
    assert "  touches   what the client reads (web)" in result.out


def test_a_conflict_shows_the_client_beside_the_docs(drifted: Project) -> None:
    sends = '{"request": {"model": "any", "messages": [], "colour": "red"}, "response": {"id": "x"}}'
    (drifted.folder / "odd.json").write_text(sends, encoding="utf-8")
    assert drifted.driftgate("record", TARGET, "--from", "odd.json", "--client", "odd").code == 0
    result = drifted.driftgate("explain", drifts(drifted)["body:colour"]["fingerprint"])
    client, docs = re.findall(r"^    (?:client|docs)\n((?: {6}.*\n)+)", result.out, re.MULTILINE)
    assert "colour" in json.loads(client)
    assert "colour" not in json.loads(docs)


def test_after_the_approval_a_drift_of_before_is_told_without_a_message(drifted: Project) -> None:
    mark = drifts(drifted)["body:max_tokens"]["fingerprint"]
    pending = drifted.driftgate("report", "--format", "json").data["targets"][0]["pending_digest"]
    approved = drifted.driftgate("approve", TARGET, "--digest", pending, "--by", "Tester", "--note", "seen")
    assert approved.code == 0, approved.err
    result = drifted.driftgate("explain", mark)
    assert result.code == 0
    assert "No message can be made" in result.out


def test_texts_of_a_run_reach_the_terminal_harmless(drifted: Project) -> None:
    mark = drifts(drifted)["body:max_tokens"]["fingerprint"]
    state = drifted.folder / ".driftgate"
    path = state / "runs" / f"{(state / 'last-run').read_text().strip()}.json"
    data = json.loads(path.read_text())
    for drift in data["record"]["targets"][0]["decision"]["blocking"]:
        drift["message"] = "\x1b[31mred\n::error::gotcha"
    path.write_text(json.dumps(data))
    out = drifted.driftgate("explain", mark).out
    assert "\x1b" not in out
    assert not re.search(r"^\s*::error", out, re.MULTILINE)


def test_a_rule_is_still_explained_by_its_id(project: Project) -> None:
    result = project.driftgate("explain", "request-field-became-required")
    assert result.code == 0
    assert result.out.startswith("# request-field-became-required")
