"""The release question: does what the last run found allow a release of these clients? Pure: a run's lines and the time in.

Whatever was not looked at is no proof: an offline run, an old one, a target that it left out, a contract that moved since.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from driftgate.errors import PRECEDENCE, ExitCode
from driftgate.gate.verdict import Decision, Verdict, Waiver
from driftgate.gate.waivers import waived
from driftgate.rules.rule import Drift, Impact

#: How many drifts of a target are named.
MOST_NAMED = 5

Found = tuple[ExitCode, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One target. decision: of the last run, None where that left the target out; smoke_failed: whether a case of it failed;
    clients: names of those recorded (``""`` is the unnamed one); moved: what changed since the run, one sentence each."""

    target: str
    decision: Decision | None
    smoke_failed: bool = False
    clients: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """The last run as a whole. at: when it began; offline: it repeated stored pages."""

    at: datetime
    offline: bool = False


@dataclass(frozen=True, slots=True)
class Release:
    """code: 0 for yes; reasons: one line each, whatever the answer."""

    code: ExitCode
    reasons: tuple[str, ...]


def answer(
    lines: Sequence[Line],
    looked: Looked,
    now: datetime,
    *,
    client: str | None = None,
    max_age: int = 24,
    waivers: Sequence[Waiver] = (),
) -> Release:
    """The answer for one client, or for all where none is named. max_age: hours; waivers: as they are configured now."""
    asked = [line for line in lines if client is None or not line.clients or client in line.clients]
    found = [*_of_run(looked, now, max_age)]
    for line in asked:
        found += _of_target(line, client, waivers, now.date())
    found += [(ExitCode.CLEAN, f"{line.target}: {client} does not use it") for line in lines if line not in asked]
    if not asked:
        found.append((ExitCode.UNVERIFIED, "there is no target to answer for"))
    codes = {code for code, _ in found}
    return Release(next((code for code in PRECEDENCE if code in codes), ExitCode.CLEAN), tuple(reason for _, reason in found))


def _of_run(looked: Looked, now: datetime, max_age: int) -> Iterator[Found]:
    age = now - looked.at
    if age < timedelta(0):
        yield ExitCode.UNVERIFIED, "the last run lies in the future: check the clock, then run check again"
    elif age > timedelta(hours=max_age):
        hours = age // timedelta(hours=1)
        yield ExitCode.UNVERIFIED, f"the last run was {hours} hours ago, more than {max_age} allow: run check again"
    if looked.offline:
        yield ExitCode.UNVERIFIED, "the last run was offline: it repeated stored pages and looked at nothing; run check again"


def _of_target(line: Line, client: str | None, waivers: Sequence[Waiver], today: date) -> Iterator[Found]:
    decision = line.decision
    if decision is None:
        yield ExitCode.UNVERIFIED, f"{line.target}: the last run did not look at it"
        return
    yield from ((ExitCode.UNVERIFIED, f"{line.target}: {moved}; run check again") for moved in line.moved)
    if decision.verdict in (Verdict.UNVERIFIED, Verdict.UNREVIEWED):
        yield decision.verdict.exit_code, f"{line.target}: {decision.verdict}" + "".join(f"; {why}" for why in decision.reasons)
    lapsed = [drift for drift in decision.waived if not waived(drift, waivers, line.target, today)]
    blocking = [*decision.blocking, *lapsed] if decision.verdict in (Verdict.CLEAN, Verdict.DRIFT) else []
    yield from _of_drifts(line, blocking, lapsed, client)
    excepted = [drift for drift in decision.waived if drift not in lapsed]
    if excepted:
        yield ExitCode.CLEAN, f"{line.target}: waived, so it does not count: {named(excepted)}"
    if line.smoke_failed:
        yield ExitCode.SMOKE_FAILED, f"{line.target}: a smoke case failed"


def _of_drifts(line: Line, blocking: Sequence[Drift], lapsed: Sequence[Drift], client: str | None) -> Iterator[Found]:
    hurting = [drift for drift in blocking if client is None or _touches(drift, client)]
    others = [drift for drift in blocking if drift not in hurting]
    if hurting:
        whom = f" that touches {client}" if client else ""
        yield ExitCode.DRIFT, f"{line.target}: drift{whom}: {named(hurting)}"
    if others:
        yield ExitCode.CLEAN, f"{line.target}: drift that does not touch {client}: {named(others)}"
    if lapsed:
        yield ExitCode.CLEAN, f"{line.target}: no waiver holds any more for {named(lapsed)}"
    if not blocking and line.decision is not None and line.decision.verdict is Verdict.CLEAN:
        yield ExitCode.CLEAN, f"{line.target}: clean"


def _touches(drift: Drift, client: str) -> bool:
    """Whether a drift counts for one client. Of one whose impact is not known, nobody can say that it does not."""
    return client in drift.touched or drift.impact is Impact.UNKNOWN


def named(drifts: Iterable[Drift]) -> str:
    """Drifts by rule, subject and fingerprint, and whom each touches; the worst first, and the rest counted."""
    each = [f"{drift.rule} {drift.subject} ({drift.fingerprint}{_whom(drift)})" for drift in drifts]
    more = f" and {len(each) - MOST_NAMED} more" if len(each) > MOST_NAMED else ""
    return ", ".join(each[:MOST_NAMED]) + more


def _whom(drift: Drift) -> str:
    names = [name for name in drift.touched if name]
    return f"; touches {', '.join(names)}" if names else ""
