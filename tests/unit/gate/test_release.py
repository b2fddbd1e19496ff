"""The release question as a table: what counts as no, what as not looked at, and what is said either way."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from driftgate.errors import ExitCode
from driftgate.gate.release import Line, Looked, Release, answer
from driftgate.gate.verdict import Decision, Verdict, Waiver
from driftgate.rules.rule import Drift, Impact, Severity

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
FRESH = Looked(at=NOW - timedelta(hours=2))


def drift(name: str, *touched: str, impact: Impact = Impact.SENDS) -> Drift:
    return Drift(
        rule=f"{name}-moved", severity=Severity.BREAKING, operation="POST /a", subject=f"body:{name}", before="", after="",
        message="m", why="w", advice="a", impact=impact, touched=touched, fingerprint=f"{name:0<12}",
    )  # fmt: skip


def line(
    verdict: Verdict = Verdict.CLEAN,
    *blocking: Drift,
    waived: tuple[Drift, ...] = (),
    reasons: tuple[str, ...] = (),
    clients: tuple[str, ...] = ("web", "app"),
    smoke_failed: bool = False,
    moved: tuple[str, ...] = (),
    target: str = "acme/chat",
) -> Line:
    decision = Decision(verdict=verdict, blocking=blocking, waived=waived, reasons=reasons)
    return Line(target=target, decision=decision, smoke_failed=smoke_failed, clients=clients, moved=moved)


A, B = drift("a", "web"), drift("b", "app")
PAGE = drift("page", impact=Impact.UNKNOWN)
HOLDS = Waiver(reason="known", owner="ann", until=date(2026, 11, 22), fingerprint=A.fingerprint)


@pytest.mark.parametrize(
    ("lines", "client", "code", "reasons"),
    [
        ([line(Verdict.DRIFT, A)], None, 1, ["acme/chat: drift: a-moved body:a (a00000000000; touches web)"]),
        ([line(Verdict.DRIFT, A)], "web", 1, ["acme/chat: drift that touches web: a-moved body:a (a00000000000; touches web)"]),
        ([line(Verdict.DRIFT, PAGE)], "web", 1, ["acme/chat: drift that touches web: page-moved body:page (page00000000)"]),
        ([line(Verdict.UNVERIFIED, reasons=("a login form",))], "web", 3, ["acme/chat: unverified; a login form"]),
        ([line(Verdict.UNREVIEWED)], None, 5, ["acme/chat: unreviewed"]),
        ([line(Verdict.UNREVIEWED, A)], None, 5, ["acme/chat: unreviewed"]),
        ([line(smoke_failed=True)], "web", 4, ["acme/chat: clean", "acme/chat: a smoke case failed"]),
        ([Line(target="acme/chat", decision=None)], None, 3, ["acme/chat: the last run did not look at it"]),
        ([line(moved=("it is new",))], None, 3, ["acme/chat: it is new; run check again", "acme/chat: clean"]),
        ([], None, 3, ["there is no target to answer for"]),
        ([line(clients=("app",))], "web", 3, ["acme/chat: web does not use it", "there is no target to answer for"]),
    ],
    ids=[
        "drift", "mine", "whose-nobody-knows", "unverified", "unreviewed", "unreviewed-drift", "smoke", "left-out", "moved",
        "none", "unused",
    ],
)  # fmt: skip
def test_these_stand_against_a_release(lines: list[Line], client: str | None, code: int, reasons: list[str]) -> None:
    assert answer(lines, FRESH, NOW, client=client) == Release(ExitCode(code), tuple(reasons))


@pytest.mark.parametrize(
    ("lines", "client", "reasons"),
    [
        ([line()], None, ["acme/chat: clean"]),
        (
            [line(Verdict.DRIFT, B)],
            "web",
            ["acme/chat: drift that does not touch web: b-moved body:b (b00000000000; touches app)"],
        ),
        (
            [line(), line(Verdict.DRIFT, B, target="acme/images", clients=("app",))],
            "web",
            ["acme/chat: clean", "acme/images: web does not use it"],
        ),
    ],
    ids=["clean", "of-others", "not-used"],
)
def test_these_do_not(lines: list[Line], client: str | None, reasons: list[str]) -> None:
    assert answer(lines, FRESH, NOW, client=client) == Release(ExitCode.CLEAN, tuple(reasons))


@pytest.mark.parametrize(
    ("looked", "reason"),
    [
        (Looked(at=NOW - timedelta(hours=25)), "the last run was 25 hours ago, more than 24 allow: run check again"),
        (Looked(at=NOW - timedelta(hours=24, seconds=1)), "the last run was 24 hours ago, more than 24 allow: run check again"),
        (Looked(at=NOW + timedelta(hours=1)), "the last run lies in the future: check the clock, then run check again"),
        (
            Looked(at=NOW, offline=True),
            "the last run was offline: it repeated stored pages and looked at nothing; run check again",
        ),
    ],
)
def test_a_run_that_proves_nothing_allows_nothing(looked: Looked, reason: str) -> None:
    assert answer([line()], looked, NOW) == Release(ExitCode.UNVERIFIED, (reason, "acme/chat: clean"))


def test_a_run_of_just_the_allowed_age_is_proof() -> None:
    assert answer([line()], Looked(at=NOW - timedelta(hours=24)), NOW).code is ExitCode.CLEAN


def test_a_waived_drift_allows_and_is_named() -> None:
    found = answer([line(waived=(A,))], FRESH, NOW, waivers=(HOLDS,))
    assert found.code is ExitCode.CLEAN
    assert found.reasons == (
        "acme/chat: clean",
        "acme/chat: waived, so it does not count: a-moved body:a (a00000000000; touches web)",
    )


@pytest.mark.parametrize("client", [None, "web"])
def test_a_waiver_that_ended_since_the_run_allows_nothing(client: str | None) -> None:
    tomorrow = NOW + timedelta(hours=13)
    found = answer([line(waived=(A,))], FRESH, tomorrow, client=client, waivers=(HOLDS,))
    assert found.code is ExitCode.DRIFT
    assert found.reasons[-1] == "acme/chat: no waiver holds any more for a-moved body:a (a00000000000; touches web)"


def test_the_worst_target_answers_for_all() -> None:
    lines = [line(Verdict.UNVERIFIED), line(Verdict.DRIFT, A, target="acme/images"), line(Verdict.UNREVIEWED, target="acme/x")]
    assert answer(lines, FRESH, NOW).code is ExitCode.DRIFT
    assert answer([lines[0], lines[2]], FRESH, NOW).code is ExitCode.UNREVIEWED


def test_drift_stays_drift_however_old_the_run_is() -> None:
    assert answer([line(Verdict.DRIFT, A)], Looked(at=NOW - timedelta(days=9)), NOW).code is ExitCode.DRIFT


def test_many_drifts_are_counted_beyond_the_first_five() -> None:
    found = answer([line(Verdict.DRIFT, *(drift(name) for name in "abcdefg"))], FRESH, NOW)
    assert found.reasons[0].endswith("e-moved body:e (e00000000000) and 2 more")
