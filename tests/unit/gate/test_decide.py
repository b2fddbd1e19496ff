"""The decision, as a table: verdict, what blocks, what passes, what is excepted, and what a person must know."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from driftgate.gate.decide import NOT_REVIEWED, decide
from driftgate.gate.verdict import Decision, Policy, Verdict, Waiver
from driftgate.gate.waivers import unmatched
from driftgate.rules.rule import Drift, Severity

WAYS_OUT = "fix the client, approve the change, or renew the waiver with a reason"
TODAY = date(2026, 11, 22)
B, W, N = Severity.BREAKING, Severity.WARNING, Severity.INFO


def drift(severity: Severity, subject: str = "body:a[].b", rule: str = "some-rule") -> Drift:
    return Drift(
        rule=rule, severity=severity, operation="POST /a", subject=subject, before="", after="", message="m", why="w", advice="a",
        fingerprint=f"{severity}-{subject}",
    )  # fmt: skip


def waiver(days: int = 100, **what: str) -> Waiver:
    return Waiver(reason="known", owner="ann", until=TODAY + timedelta(days=days), **what)


VERDICTS = (
    ((), N, True, (), Verdict.CLEAN),
    ((N,), N, True, (), Verdict.DRIFT),
    ((N,), W, True, (), Verdict.CLEAN),
    ((W,), W, True, (), Verdict.DRIFT),
    ((W,), B, True, (), Verdict.CLEAN),
    ((B,), B, True, (), Verdict.DRIFT),
    ((), N, False, (), Verdict.UNREVIEWED),
    ((B,), N, False, (), Verdict.UNREVIEWED),
    ((), N, True, ("no rows",), Verdict.UNVERIFIED),
    ((B,), N, True, ("no rows",), Verdict.UNVERIFIED),
    ((), N, False, ("no rows",), Verdict.UNVERIFIED),
)


@pytest.mark.parametrize(("severities", "block_on", "approved", "distrust", "verdict"), VERDICTS)
def test_the_verdict(
    severities: tuple[Severity, ...], block_on: Severity, approved: bool, distrust: tuple[str, ...], verdict: Verdict
) -> None:
    drifts = [drift(severity) for severity in severities]
    decision = decide(drifts, Policy(block_on=block_on), TODAY, approved=approved, distrust=distrust)
    assert decision.verdict is verdict


def test_a_reading_that_proves_nothing_gives_no_drifts() -> None:
    expected = Decision(verdict=Verdict.UNVERIFIED, reasons=("why",), notices=("also",))
    assert decide([drift(B)], Policy(), TODAY, distrust=("why",), notices=("also",)) == expected


def test_without_a_review_the_drifts_are_shown_with_the_reason() -> None:
    decision = decide([drift(B)], Policy(), TODAY, approved=False)
    assert decision == Decision(verdict=Verdict.UNREVIEWED, blocking=(drift(B),), reasons=(NOT_REVIEWED,))


def test_what_is_below_the_threshold_passes_and_is_kept() -> None:
    decision = decide([drift(B), drift(N)], Policy(block_on=W), TODAY)
    assert (decision.blocking, decision.passing) == ((drift(B),), (drift(N),))


COVERS = (
    (waiver(fingerprint="breaking-body:a[].b"), True),
    (waiver(fingerprint="other"), False),
    (waiver(rule="some-rule"), True),
    (waiver(rule="other-rule"), False),
    (waiver(rule="some-rule", place="body:*"), True),
    (waiver(rule="some-rule", place="body:a[].*"), True),
    (waiver(rule="some-rule", place="body:a[].b"), True),
    (waiver(rule="some-rule", place="200:*"), False),
    (waiver(rule="some-rule", target="v/t"), True),
    (waiver(rule="some-rule", target="v/other"), False),
    (waiver(place="body:*"), False),
    (waiver(), False),
    (waiver(0, rule="some-rule"), True),
    (waiver(-1, rule="some-rule"), False),
)


@pytest.mark.parametrize(("given", "excepts"), COVERS)
def test_what_a_waiver_excepts(given: Waiver, excepts: bool) -> None:
    decision = decide([drift(B)], Policy(waivers=(given,)), TODAY, target="v/t")
    assert decision.verdict is (Verdict.CLEAN if excepts else Verdict.DRIFT)
    assert decision.waived == ((drift(B),) if excepts else ())


NOTICES = (
    (waiver(15, rule="some-rule"), ()),
    (
        waiver(14, rule="some-rule"),
        (f"the waiver of some-rule (known; ann) ends on 2026-12-06: {WAYS_OUT}",),
    ),
    (
        waiver(-1, rule="some-rule", place="body:*"),
        ("the waiver of some-rule at body:* (known; ann) lapsed on 2026-11-21: what it excepted counts again",),
    ),
    (waiver(-1, rule="other-rule"), ()),
)


@pytest.mark.parametrize(("given", "notices"), NOTICES)
def test_a_waiver_warns_two_weeks_before_its_end_and_lapses_loudly(given: Waiver, notices: tuple[str, ...]) -> None:
    assert decide([drift(B)], Policy(waivers=(given,)), TODAY, target="v/t").notices == notices


def test_waivers_that_match_nothing_in_the_whole_run_are_told_once() -> None:
    waivers = (
        waiver(rule="some-rule"),
        waiver(rule="gone"),
        waiver(-3, fingerprint="abc"),
        waiver(rule="some-rule", target="v/x"),
    )
    assert unmatched(waivers, {"v/t": [drift(B)], "v/x": []}, TODAY) == (
        "the waiver of gone (known; ann) matches nothing: remove it, or correct what it names",
        "the waiver of abc (known; ann) matches nothing and lapsed on 2026-11-19: remove it, or correct what it names",
        "the waiver of some-rule (known; ann) matches nothing: remove it, or correct what it names",
    )
