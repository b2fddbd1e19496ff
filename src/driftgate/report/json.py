"""The report for programs: format 1, described by ``run.schema.json`` beside this module. What stands in it stays."""

from __future__ import annotations

import json
from dataclasses import asdict
from importlib.resources import files
from typing import Any

from driftgate.contract import Source
from driftgate.report.neutral import neutral
from driftgate.report.run import Run, TargetRun
from driftgate.report.wording import outcome
from driftgate.rules.rule import Drift
from driftgate.smoke.model import CaseResult

FORMAT = 1


def render(run: Run) -> str:
    """The run as one JSON document in ASCII; all texts are neutralised."""
    document = {
        "format": FORMAT,
        "run": run.id,
        "started_at": run.started_at,
        "driftgate": run.version,
        "environment": run.environment,
        "offline": run.offline,
        "notices": list(run.notices),
        "outcome": outcome(run),
        "exit_code": int(run.exit_code),
        "targets": [_target(target) for target in run.targets],
    }
    return json.dumps(_neutralised(document), ensure_ascii=True, indent=2) + "\n"


def schema() -> str:
    """The text of the JSON Schema that every rendered run satisfies."""
    return files("driftgate.report").joinpath("run.schema.json").read_text(encoding="utf-8")


def _target(target: TargetRun) -> dict[str, Any]:
    decision = target.decision
    return {
        "target": target.target,
        "operation": target.operation,
        "reference": target.reference,
        "docs_home": target.docs_home,
        "help_center": target.help_center,
        "verdict": str(target.verdict),
        "exit_code": int(target.exit_code),
        "reasons": list(decision.reasons),
        "notices": list(decision.notices),
        "reading": {**asdict(target.reading), "contradictions": list(target.reading.contradictions)},
        "compared": target.compared,
        "proof": target.proof,
        "reviewed_at": target.reviewed_at,
        "pending_digest": target.pending_digest,
        "drifts": [
            _drift(drift, standing) for standing in ("blocking", "passing", "waived") for drift in getattr(decision, standing)
        ],
        "smoke": [_case(case) for case in target.smoke],
        "smoke_skipped": target.smoke_skipped,
    }


def _drift(drift: Drift, standing: str) -> dict[str, Any]:
    return {
        "fingerprint": drift.fingerprint,
        "rule": drift.rule,
        "severity": str(drift.severity),
        "standing": standing,
        "operation": drift.operation,
        "subject": drift.subject,
        "before": drift.before,
        "after": drift.after,
        "message": drift.message,
        "why": drift.why,
        "advice": drift.advice,
        "impact": str(drift.impact),
        "touched": list(drift.touched),
        "source": _source(drift.source),
    }


def _source(source: Source | None) -> dict[str, Any] | None:
    if source is None:
        return None
    return {
        "url": source.url,
        "line": source.line,
        "element": source.element,
        "quote": source.quote,
        "reader": source.reader,
        "certainty": str(source.certainty),
    }


def _case(case: CaseResult) -> dict[str, Any]:
    return {
        "case": case.case,
        "outcome": case.outcome.name.lower(),
        "reason": case.reason,
        "line": asdict(case.line) if case.line is not None else None,
    }


def _neutralised(value: Any) -> Any:
    """The document with every text neutralised. It is our own and shallow, so recursion is safe."""
    if isinstance(value, str):
        return neutral(value)
    if isinstance(value, dict):
        return {name: _neutralised(child) for name, child in value.items()}
    return [_neutralised(child) for child in value] if isinstance(value, list) else value
