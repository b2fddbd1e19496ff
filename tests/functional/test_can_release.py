"""The release question over the command line: answered from the last run, for the client that asks."""

from __future__ import annotations

import json

import pytest

from driftgate.demo.story import TARGET
from project import Project

WEB = '{"request": {"model": "any", "messages": [{"role": "user", "content": "Hi"}]}, "response": {"served_by": "x"}}'


@pytest.fixture
def two_clients(project: Project) -> Project:
    """An approved contract, used by ``batch`` (the demo's client) and by ``web``, which reads a field that the vendor drops."""
    project.approve()
    (project.folder / "web.json").write_text(WEB, encoding="utf-8")
    for name, source in (("batch", "exchange.json"), ("web", "web.json")):
        result = project.driftgate("record", TARGET, "--from", source, "--client", name)
        assert result.code == 0, result.err
    return project


def test_without_a_run_nothing_can_be_said(project: Project) -> None:
    result = project.driftgate("can-release")
    assert result.code == 2
    assert "there is no run to look back on" in result.err


def test_an_unknown_client_is_told_the_nearest_name(two_clients: Project) -> None:
    two_clients.driftgate("check", "--no-smoke")
    result = two_clients.driftgate("can-release", "--client", "wbe")
    assert result.code == 2
    assert "recorded: batch, web" in result.err
    assert "did you mean 'web'?" in result.err


def test_nothing_is_sent_and_nothing_fetched(two_clients: Project) -> None:
    two_clients.driftgate("check", "--no-smoke")
    two_clients.configure(two_clients.outside.docs, "http://127.0.0.1:9")
    assert two_clients.driftgate("can-release").code == 0
    assert two_clients.outside.requests == 0


def test_a_clean_run_allows_each_client(two_clients: Project) -> None:
    assert two_clients.driftgate("check", "--no-smoke").code == 0
    result = two_clients.driftgate("can-release", "--client", "web")
    assert result.code == 0
    assert result.out.startswith("can release web: yes")


def test_each_drift_counts_for_the_client_it_touches(two_clients: Project) -> None:
    two_clients.outside.edition = "second"
    drifts = two_clients.driftgate("check", "--no-smoke", "--format", "json").data["targets"][0]["drifts"]
    touched = {drift["subject"]: drift["touched"] for drift in drifts}
    assert touched["200:served_by"] == ["web"]
    for name in ("web", "batch"):
        mine = [drift["fingerprint"] for drift in drifts if name in drift["touched"]]
        result = two_clients.driftgate("can-release", "--client", name)
        told = result.out.replace("\n  ", " ")
        against = [text for text in told.splitlines() if f"drift that touches {name}" in text]
        assert result.code == int(bool(mine))
        assert [mark for mark in mine if all(mark not in text for text in against)] == []
        assert max(map(len, result.out.splitlines())) <= 80


def test_an_offline_run_is_no_proof(two_clients: Project) -> None:
    two_clients.driftgate("check", "--no-smoke")
    assert two_clients.driftgate("check", "--offline").code == 0
    result = two_clients.driftgate("can-release")
    assert result.code == 3
    assert "the last run was offline" in result.out


def test_an_old_run_is_no_proof(two_clients: Project) -> None:
    two_clients.driftgate("check", "--no-smoke")
    (path,) = (two_clients.folder / ".driftgate/runs").glob(
        f"{(two_clients.folder / '.driftgate/last-run').read_text().strip()}.json"
    )
    data = json.loads(path.read_text())
    data["record"]["started_at"] = "2020-01-01T00:00:00Z"
    path.write_text(json.dumps(data))
    result = two_clients.driftgate("can-release", "--max-age", "48")
    assert result.code == 3
    assert "more than 48 allow" in result.out


def test_a_target_that_the_last_run_left_out_is_not_looked_at(two_clients: Project) -> None:
    two_clients.driftgate("check", "--no-smoke")
    text = (two_clients.folder / "config.yaml").read_text()
    other = text[text.index("      chat-completions:") :].replace("chat-completions:", "chat-again:", 1)
    (two_clients.folder / "config.yaml").write_text(text + other)
    result = two_clients.driftgate("can-release")
    assert result.code == 3
    assert "larkline/chat-again: the last run did not look at it" in result.out


def test_a_failed_smoke_case_stands_against_a_release(two_clients: Project) -> None:
    two_clients.give_credential()
    two_clients.outside.required = {"first": ("model", "messages", "seed")}
    assert two_clients.driftgate("check").code == 4
    result = two_clients.driftgate("can-release", "--client", "web")
    assert result.code == 4
    assert "a smoke case failed" in result.out


def test_a_damaged_record_is_told_and_allows_nothing(two_clients: Project) -> None:
    two_clients.driftgate("check", "--no-smoke")
    for path in (two_clients.folder / ".driftgate/runs").glob("*.json"):
        path.write_text("{")
    result = two_clients.driftgate("can-release")
    assert result.code != 0
    assert "cannot be read" in result.err
