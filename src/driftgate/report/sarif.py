"""The report as SARIF 2.1.0, for code scanning: a drift is a result at the snapshot file it differs from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from driftgate.report import wording
from driftgate.report.neutral import neutral, short
from driftgate.report.run import Run, TargetRun
from driftgate.rules.rule import Drift, Severity

#: Code scanning shows so many of a run.
MOST_RESULTS = 5_000
LONGEST_TEXT = 400

LEVELS = {Severity.BREAKING: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def render(run: Run) -> str:
    """The run as SARIF. At most 5,000 results; how many were left out stands in the properties."""
    pairs = list(_drifts(run))
    shown = pairs[:MOST_RESULTS]
    rules = sorted({drift.rule for _, drift in shown})
    document = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "driftgate",
                        "version": neutral(run.version),
                        "rules": [{"id": neutral(each)} for each in rules],
                    }
                },
                "invocations": [_invocation(run)],
                "results": [_result(target, drift, rules.index(drift.rule)) for target, drift in shown],
                "properties": {"headline": neutral(wording.headline(run)), "truncated": len(pairs) - len(shown)},
            }
        ],
    }
    return json.dumps(document, ensure_ascii=True, indent=1) + "\n"


def _drifts(run: Run) -> Iterator[tuple[TargetRun, Drift]]:
    for target in run.targets:
        for drifts in (target.decision.blocking, target.decision.passing):
            yield from ((target, drift) for drift in drifts)


def _invocation(run: Run) -> dict[str, Any]:
    """What could not be judged is a notification: it is no result, and must not look like none."""
    notes = [
        {"level": "error", "message": {"text": _text(f"{target.target}: {target.verdict}: {reason}")}}
        for target in run.targets
        for reason in target.decision.reasons
    ]
    notes += [
        {"level": "error", "message": {"text": _text(f"{target.target}: smoke {wording.case_name(case)} failed: {case.reason}")}}
        for target in run.targets
        for case in target.smoke
        if wording.failed(case)
    ]
    verified = int(run.exit_code) in (0, 1)
    return {"executionSuccessful": verified, "exitCode": int(run.exit_code), "toolExecutionNotifications": notes}


def _result(target: TargetRun, drift: Drift, index: int) -> dict[str, Any]:
    return {
        "ruleId": neutral(drift.rule),
        "ruleIndex": index,
        "level": LEVELS[drift.severity],
        "message": {
            "text": _text(f"{drift.message} Before: {drift.before or '-'}. After: {drift.after or '-'}. Next: {drift.advice}")
        },
        "partialFingerprints": {"driftgate/v1": neutral(drift.fingerprint)},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": f"snapshots/{neutral(target.target)}.yaml"},
                    "region": {"startLine": 1},
                },
                "logicalLocations": [{"fullyQualifiedName": _text(f"{drift.operation} {drift.subject}")}],
            }
        ],
    }


def _text(text: str) -> str:
    """SARIF messages are plain text, in which brackets make links."""
    return neutral(short(text, LONGEST_TEXT)).replace("[", "\\[").replace("]", "\\]")
