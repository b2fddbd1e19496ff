"""``doctor`` says what is missing in a set-up, and what to do about each thing, without reaching out."""

from __future__ import annotations

from driftgate.demo.story import TARGET
from project import Project

VENDOR = TARGET.partition("/")[0]


def findings(project: Project) -> tuple[int, list[str]]:
    result = project.driftgate("doctor")
    return result.code, [line for line in result.out.splitlines() if VENDOR in line]


OUTSIDE = "outside the repository"


def test_a_target_that_nobody_approved_is_missing_and_each_finding_says_what_to_do(project: Project) -> None:
    assert findings(project) == (
        2,
        [
            f"note     {VENDOR}: LARKLINE_KEY is not set; smoke requests are skipped",
            f"note     {VENDOR}: LARKLINE_KEY_ORIGIN is not set; set it to the origin of {project.outside.api}, {OUTSIDE}",
            f"missing  {TARGET}: no approved snapshot; run 'driftgate check', then 'driftgate approve'",
            f"note     {TARGET}: no client contract; 'driftgate record' tells which drifts touch your client",
        ],
    )


def test_a_set_up_that_is_whole_is_well(project: Project) -> None:
    project.approve()
    project.record()
    project.give_credential()
    code, lines = findings(project)
    assert (code, [line.split(":")[0] for line in lines]) == (0, [f"ok       {VENDOR}"] * 2 + [f"ok       {TARGET}"] * 2)
