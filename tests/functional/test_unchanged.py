"""A quiet night: nothing changed since a clean check, so the page is not read again; one byte, and it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from project import Project

SNAPSHOT = "snapshots/larkline/chat-completions.yaml"


def read_again(project: Project) -> bool:
    """Whether a check goes through the whole chain. Its verdict does not matter."""
    reached: list[str] = []

    def refuse(*arguments: object) -> None:
        reached.append("compared")
        raise RuntimeError

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("driftgate.pipeline.run.check_target", refuse)
        project.driftgate("check", "--no-smoke")
    return bool(reached)


def clean(project: Project) -> None:
    project.approve()
    assert project.driftgate("check", "--no-smoke").code == 0


def test_an_unchanged_page_is_not_read_again(project: Project) -> None:
    clean(project)
    assert not read_again(project)


def test_the_line_of_a_quiet_night_is_that_of_the_clean_check(project: Project) -> None:
    project.approve()
    first = project.driftgate("check", "--no-smoke", "--format", "json").data["targets"][0]
    second = project.driftgate("check", "--no-smoke", "--format", "json").data["targets"][0]
    first["reading"].pop("fetched_at")
    second["reading"].pop("fetched_at")
    assert first == second


def test_smoke_requests_run_on_a_quiet_night_too(project: Project) -> None:
    clean(project)
    project.record()
    project.give_credential()
    assert project.driftgate("check").code == 0
    assert project.driftgate("check", "--no-smoke").code == 0
    project.monkeypatch.undo()
    project.monkeypatch.chdir(project.folder)
    project.give_credential()
    assert project.driftgate("check").code == 0
    assert project.outside.requests == 4


def edit_snapshot(project: Project) -> None:
    path = project.folder / SNAPSHOT
    path.write_text(path.read_text().replace("max_tokens", "min_tokens"))


def change_config(project: Project) -> None:
    project.configure("operation: POST", "trust: {gaps: 3}\n        operation: POST")


def change_docs(project: Project) -> None:
    project.outside.edition = "second"


def damage_proof(project: Project) -> None:
    path = project.folder / ".driftgate/clean/larkline/chat-completions.json"
    path.write_text(path.read_text()[:-9])


@pytest.mark.parametrize("change", [change_config, change_docs, damage_proof, lambda project: project.record()])
def test_whatever_changes_the_page_is_read_again(project: Project, change: Callable[[Project], None]) -> None:
    clean(project)
    change(project)
    assert read_again(project)


def test_an_edited_snapshot_is_noticed_on_a_quiet_night(project: Project) -> None:
    clean(project)
    edit_snapshot(project)
    result = project.driftgate("check")
    assert result.code == 2
    assert "the file is not as driftgate wrote it" in result.err


def test_a_check_that_was_not_clean_leaves_no_proof(project: Project) -> None:
    clean(project)
    change_docs(project)
    assert project.driftgate("check").code == 1
    assert not list(Path(project.folder, ".driftgate/clean").rglob("*.json"))


def test_a_pending_contract_that_the_docs_have_left_is_dropped(project: Project) -> None:
    project.approve()
    change_docs(project)
    assert project.driftgate("check").code == 1
    project.outside.edition = "first"
    assert project.driftgate("check").code == 0
    assert project.driftgate("approve", "larkline/chat-completions").code == 2
    assert not list(Path(project.folder, ".driftgate/pending").rglob("*.yaml"))
