"""The release question: do the verdicts of the last run allow a release of this client?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from driftgate.errors import PRECEDENCE, ExitCode
from driftgate.gate.verdict import Decision, Verdict
from driftgate.rules.rule import Impact

Line = tuple[str, Decision, ExitCode]  # target, decision, the target's own exit code


@dataclass(frozen=True, slots=True)
class Release:
    """code: 0 for yes; reasons: one line each, whatever the answer."""

    code: ExitCode
    reasons: tuple[str, ...]


def answer(lines: Sequence[Line], checked_at: str, now: datetime, *, client: str | None, max_age: int) -> Release:
    """The answer. checked_at: ISO 8601 in UTC; client: None for all, else the name of one; max_age: hours."""
    hours = (now - datetime.fromisoformat(checked_at)).total_seconds() / 3600
    found = [_one(target, decision, code, client) for target, decision, code in lines]
    codes = {code for code, _ in found}
    reasons = [reason for _, reason in found]
    if hours > max_age or hours < 0:
        codes.add(ExitCode.UNVERIFIED)
        reasons.insert(0, f"the last run was {hours:.0f} hours ago, more than {max_age}: run check again")
    if not lines:
        codes.add(ExitCode.UNVERIFIED)
        reasons.append("the last run looked at no target")
    return Release(next((code for code in PRECEDENCE if code in codes), ExitCode.CLEAN), tuple(reasons))


def _one(target: str, decision: Decision, code: ExitCode, client: str | None) -> tuple[ExitCode, str]:
    if decision.verdict is not Verdict.DRIFT or client is None:
        return code, f"{target}: {decision.verdict}" + "".join(f"; {reason}" for reason in _because(decision))
    hurting = [drift for drift in decision.blocking if client in drift.touched or drift.impact is Impact.UNKNOWN]
    if not hurting:
        return ExitCode.CLEAN, f"{target}: drift, none of which touches {client}"
    names = ", ".join(f"{drift.rule} {drift.subject}" for drift in hurting[:5])
    return ExitCode.DRIFT, f"{target}: drift that touches {client}: {names}"


def _because(decision: Decision) -> Iterator[str]:
    yield from decision.reasons
    if decision.blocking:
        yield f"{len(decision.blocking)} drifts: " + ", ".join(f"{d.rule} {d.subject}" for d in decision.blocking[:5])
