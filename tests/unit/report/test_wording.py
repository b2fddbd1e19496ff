"""Counts agree with their nouns, and a run is sorted once, worst first."""

from __future__ import annotations

from dataclasses import replace

import pytest

import runs
from driftgate.gate.verdict import Verdict
from driftgate.report import wording
from driftgate.report.order import ordered, worst_first
from driftgate.report.run import Run
from driftgate.rules.rule import Impact, Severity


@pytest.mark.parametrize(("count", "text"), [(0, "0 drifts"), (1, "1 drift"), (2, "2 drifts"), (12345, "12,345 drifts")])
def test_a_count_agrees_with_its_noun(count: int, text: str) -> None:
    assert wording.plural(count, "drift") == text


@pytest.mark.parametrize(
    ("run", "line"),
    [
        (runs.run_of(), "clean: 0 of 0 targets"),
        (runs.clean(), "clean: 1 of 1 target"),
        (runs.drifted(), "drift: 1 of 1 target; 2 drifts (1 breaking, 1 info)"),
        (runs.unverified(), "unverified: 1 of 1 target"),
        (runs.smoke_failed(), "smoke failed: 1 of 1 target"),
    ],
)
def test_the_headline_says_the_verdict_and_all_counts(run: Run, line: str) -> None:
    assert wording.headline(run) == line


def test_every_verdict_has_its_sentence_and_its_advice() -> None:
    assert set(wording.GATES) == set(wording.ADVICE) == set(Verdict)


def test_drifts_are_sorted_worst_first_and_then_by_operation_rule_and_subject() -> None:
    base = runs.BECAME_REQUIRED
    info, other = replace(base, severity=Severity.INFO, operation="A"), replace(base, subject="body:a")
    assert worst_first((info, base, other)) == (other, base, info)
    assert ordered(ordered(runs.drifted())) == ordered(runs.drifted())


@pytest.mark.parametrize(
    ("impact", "touched", "words"),
    [
        (Impact.SENDS, ("",), "what the client sends"),
        (Impact.READS, ("web", "batch"), "what the client reads (web, batch)"),
        (Impact.READS, ("", "batch"), "what the client reads (the client, batch)"),
        (Impact.UNUSED, (), "nothing the client uses"),
        (Impact.UNKNOWN, (), "not known: no client contract says"),
    ],
)
def test_what_a_drift_touches_is_said_with_whose_client(impact: Impact, touched: tuple[str, ...], words: str) -> None:
    assert wording.touches(replace(runs.BECAME_REQUIRED, impact=impact, touched=touched)) == words


def test_harmless_drift_asks_for_no_pause() -> None:
    decision = replace(runs.drifted().targets[0].decision, blocking=(runs.NEW_FIELD,))
    assert not wording.needs_pause(runs.target(decision=decision))
    assert wording.needs_pause(runs.drifted().targets[0])
