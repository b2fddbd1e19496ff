"""``driftgate prove``: the gate put to the test on the stored pages of a target."""

from __future__ import annotations

import re

from project import Project

TARGET = "larkline/chat-completions"


def test_every_change_planted_in_the_demo_s_pages_is_caught_and_no_harmless_one_is_cried_about(project: Project) -> None:
    project.approve()
    result = project.driftgate("prove", TARGET, "--at-least", "1")
    told = re.search(
        r"(\d+) of (\d+) planted changes caught, (\d+) by the right rule and field; (\d+) of (\d+) harmless",
        result.out,
    )
    assert result.code == 0, result.out
    assert told is not None, result.out
    caught, planted, named, alarms, harmless = map(int, told.groups())
    assert (caught, named, alarms) == (planted, planted, 0)
    assert planted > 80
    assert harmless >= 5


def test_nothing_is_sent_fetched_or_written(project: Project) -> None:
    project.approve()
    project.give_credential()
    before = project.files()
    project.outside.edition = "second"
    assert project.driftgate("prove", TARGET).code == 0
    assert (project.files(), project.outside.requests) == (before, 0)


def test_without_stored_pages_there_is_nothing_to_plant_in(project: Project) -> None:
    result = project.driftgate("prove", TARGET)
    assert result.code == 3
    assert "there is nothing to plant changes in" in result.err
    assert "driftgate check" in result.err


def test_changes_are_planted_in_the_pages_of_the_last_clean_night_not_of_the_last_night(project: Project) -> None:
    project.approve()
    assert project.driftgate("check", TARGET, "--no-smoke").code == 0
    proved = project.driftgate("prove", TARGET).out
    project.outside.edition = "second"
    assert project.driftgate("check", TARGET, "--no-smoke").code == 1
    assert project.driftgate("prove", TARGET).out == proved
