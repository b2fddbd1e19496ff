"""Sorts a run once, worst first, so that every renderer holds layout only."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from driftgate.report.run import Run, TargetRun
from driftgate.rules.rule import Drift


def ordered(run: Run) -> Run:
    """The same run with every list of drifts sorted by severity, operation, rule and subject."""
    return replace(run, targets=tuple(_ordered(target) for target in run.targets))


def _ordered(target: TargetRun) -> TargetRun:
    decision = replace(
        target.decision,
        blocking=worst_first(target.decision.blocking),
        passing=worst_first(target.decision.passing),
        waived=worst_first(target.decision.waived),
    )
    return replace(target, decision=decision)


def worst_first(drifts: Iterable[Drift]) -> tuple[Drift, ...]:
    """The drifts in report order."""
    return tuple(sorted(drifts, key=_key))


def _key(drift: Drift) -> tuple[int, str, str, str, str]:
    return drift.severity.rank, drift.operation, drift.rule, drift.subject, drift.fingerprint
