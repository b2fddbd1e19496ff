"""``diff``: two sources of contracts, judged by the same rules and shown in the same formats as a check."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from driftgate import __version__
from driftgate.contract import Contract, Operation
from driftgate.diff.changes import Change
from driftgate.diff.contracts import changes
from driftgate.diff.documents import document_changes
from driftgate.gate.verdict import Decision, Verdict
from driftgate.report.run import ReadingSummary, Run, TargetRun
from driftgate.rules.judge import judge
from driftgate.rules.rule import Drift, Severity

Named = tuple[str, Sequence[Contract]]


def compared(before: Named, after: Named, fail_on: str, now: datetime) -> Run:
    """A run with one line per operation that differs; one line that is clean where none does.

    Two single contracts are compared with each other whatever their operations are called. fail_on: a severity, or ``never``.
    """
    lines = [
        _line(operation, found, before[0], after[0], fail_on)
        for operation, found in _differences(before[1], after[1], now.date())
    ]
    return Run(
        id=f"diff-{now:%Y%m%dT%H%M%SZ}",
        started_at=f"{now:%Y-%m-%dT%H:%M:%SZ}",
        version=__version__,
        environment="diff",
        targets=tuple(lines) or (_same(before, after),),
    )


def _differences(
    before: Sequence[Contract], after: Sequence[Contract], today: date
) -> Sequence[tuple[Operation, tuple[Change, ...]]]:
    if len(before) == len(after) == 1:
        found = changes(before[0], after[0])
        return [(after[0].operation, found)] if found else []
    return document_changes(before, after, today)


def _line(operation: Operation, found: Sequence[Change], before: str, after: str, fail_on: str) -> TargetRun:
    drifts = judge(found, operation=str(operation))
    blocking = tuple(drift for drift in drifts if _fails(drift, fail_on))
    return TargetRun(
        target=f"{before} -> {after}",
        operation=str(operation),
        reference=after,
        gated=False,
        decision=Decision(
            verdict=Verdict.DRIFT if blocking else Verdict.CLEAN,
            blocking=blocking,
            passing=tuple(drift for drift in drifts if drift not in blocking),
        ),
    )


def _fails(drift: Drift, fail_on: str) -> bool:
    return fail_on != "never" and drift.severity.at_least(Severity(fail_on))


def _same(before: Named, after: Named) -> TargetRun:
    count = len(after[1])
    operation = str(after[1][0].operation) if count == 1 else f"{count} operations"
    fields = sum(len(contract.fields) for contract in after[1])
    return TargetRun(
        target=f"{before[0]} -> {after[0]}",
        operation=operation,
        reference=after[0],
        gated=False,
        decision=Decision(verdict=Verdict.CLEAN),
        reading=ReadingSummary(fields=fields),
        compared=fields,
    )
