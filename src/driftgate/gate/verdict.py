"""The verdict on a target, and the values it is reached from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from driftgate.errors import ExitCode
from driftgate.rules.rule import Drift, Severity


class Verdict(StrEnum):
    """The gate opens on ``clean`` alone."""

    CLEAN = "clean"
    DRIFT = "drift"
    UNVERIFIED = "unverified"
    UNREVIEWED = "unreviewed"

    @property
    def exit_code(self) -> ExitCode:
        return {
            Verdict.CLEAN: ExitCode.CLEAN,
            Verdict.DRIFT: ExitCode.DRIFT,
            Verdict.UNVERIFIED: ExitCode.UNVERIFIED,
            Verdict.UNREVIEWED: ExitCode.UNREVIEWED,
        }[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """A reasoned exception with an end date: by fingerprint, or by rule and subject glob (and target)."""

    reason: str
    owner: str
    until: date
    fingerprint: str = ""
    rule: str = ""
    place: str = ""  # glob over Drift.subject
    target: str = ""  # target id, empty = all


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """When a drift closes the gate. severities: overrides per rule id."""

    block_on: Severity = Severity.INFO
    severities: tuple[tuple[str, Severity], ...] = ()
    waivers: tuple[Waiver, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Verdict on one target. blocking and passing are the drifts above and below the threshold; waived are excepted;
    reasons: for ``unverified`` and ``unreviewed``, one sentence each; notices: what a person should know besides."""

    verdict: Verdict
    blocking: tuple[Drift, ...] = ()
    passing: tuple[Drift, ...] = ()
    waived: tuple[Drift, ...] = ()
    reasons: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
