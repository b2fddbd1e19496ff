"""A run as the reports see it: sorted once, so that renderers hold layout only."""

from __future__ import annotations

from dataclasses import dataclass

from driftgate.errors import PRECEDENCE, ExitCode
from driftgate.gate.verdict import Decision, Verdict
from driftgate.smoke.model import CaseResult, Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingSummary:
    """How well the page was read. recognised: 0 to 1; certainty counts are by :class:`Certainty` value."""

    platform: str = ""
    url: str = ""
    sha256: str = ""
    rows_seen: int = 0
    rows_read: int = 0
    fields: int = 0
    gaps: int = 0
    contradictions: tuple[str, ...] = ()
    fetched_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetRun:
    """What happened to one target. pending_digest: what ``approve --digest`` takes, empty where nothing is to approve;
    docs_home, help_center: where to escalate; smoke_skipped: why no request was sent, empty if any was."""

    target: str
    operation: str
    reference: str
    decision: Decision
    reading: ReadingSummary = ReadingSummary()
    smoke: tuple[CaseResult, ...] = ()
    smoke_skipped: str = ""
    pending_digest: str = ""
    reviewed_at: str = ""
    docs_home: str = ""
    help_center: str = ""
    compared: int = 0  # fields compared with the approved snapshot
    gated: bool = True  # False for a comparison of two sources, behind which no gate stands
    proof: str = ""  # the mutation score in words, where it was asked for

    @property
    def verdict(self) -> Verdict:
        return self.decision.verdict

    @property
    def exit_code(self) -> ExitCode:
        if self.verdict is Verdict.CLEAN and any(case.outcome not in (Outcome.PASSED, Outcome.SKIPPED) for case in self.smoke):
            return ExitCode.SMOKE_FAILED
        return self.verdict.exit_code


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One execution of ``check``. started_at: ISO 8601 in UTC."""

    id: str
    started_at: str
    version: str
    environment: str
    targets: tuple[TargetRun, ...]
    offline: bool = False
    notices: tuple[str, ...] = ()  # about the run as a whole

    @property
    def exit_code(self) -> ExitCode:
        codes = {target.exit_code for target in self.targets}
        return next((code for code in PRECEDENCE if code in codes), ExitCode.CLEAN)
