"""A state folder that cannot be written: the verdict is reached and printed all the same."""

from __future__ import annotations

from project import Project


def shut(project: Project) -> None:
    """Puts a folder where the lock should be, which even root cannot take."""
    lock = project.folder / ".driftgate" / "lock"
    lock.unlink(missing_ok=True)
    lock.mkdir(parents=True)


def test_drift_is_reported_and_nothing_is_offered_for_approval(project: Project) -> None:
    project.approve()
    shut(project)
    project.outside.edition = "second"
    result = project.driftgate("check", "--format", "json")
    [target] = result.data["targets"]
    assert (result.code, target["verdict"], target["pending_digest"]) == (1, "drift", "")
    assert target["notices"] == [
        "the pending contract could not be written (Is a directory): there is nothing to approve from this run"
    ]
    assert "the record of this run was not kept" in result.err


def test_a_clean_check_stays_clean(project: Project) -> None:
    project.approve()
    shut(project)
    result = project.driftgate("check", "--quiet", "--no-smoke")
    assert (result.code, result.out.splitlines()[0]) == (0, "clean: 1 of 1 target")
    assert "the record of this run was not kept" in result.err


def test_what_cannot_be_logged_is_not_sent(project: Project) -> None:
    project.approve()
    shut(project)
    project.give_credential()
    result = project.driftgate("check")
    assert (result.code, project.outside.requests) == (2, 0)
