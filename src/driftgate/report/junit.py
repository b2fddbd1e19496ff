"""The report as JUnit XML: one suite per target, one case for the documentation and one for each smoke case."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from driftgate.gate.verdict import Verdict
from driftgate.report import wording
from driftgate.report.neutral import neutral
from driftgate.report.run import Run, TargetRun
from driftgate.rules.rule import Drift
from driftgate.smoke.model import CaseResult, Outcome


def render(run: Run) -> str:
    """The run as XML. Drift and failed smoke cases are failures; what could not be verified or reviewed is an error."""
    suites = [_suite(target, run) for target in run.targets]
    root = ET.Element("testsuites", {"name": "driftgate", **_totals(suites)})
    root.extend(suites)
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _suite(target: TargetRun, run: Run) -> ET.Element:
    suite = ET.Element("testsuite", {"name": neutral(target.target), "timestamp": neutral(run.started_at.removesuffix("Z"))})
    suite.append(_documentation(target))
    suite.extend(_smoke(target, case) for case in target.smoke)
    if target.smoke_skipped:
        _result(_case(suite, target, "smoke"), "skipped", target.smoke_skipped)
    suite.attrib.update(_totals([suite]))
    return suite


def _documentation(target: TargetRun) -> ET.Element:
    case = ET.Element("testcase", {"classname": neutral(target.target), "name": f"documentation: {neutral(target.operation)}"})
    if target.verdict is Verdict.DRIFT:
        drifts = target.decision.blocking
        message = f"{wording.plural(len(drifts), 'drift')} ({wording.severities(drifts)})"
        _result(case, "failure", message).text = "\n".join(_line(drift) for drift in drifts)
    elif target.verdict is not Verdict.CLEAN:
        _result(case, "error", "; ".join(target.decision.reasons) or wording.meaning(target))
    return case


def _line(drift: Drift) -> str:
    parts = (f"{drift.severity} {drift.rule} {drift.fingerprint}: {drift.message}", wording.where(drift), f"next: {drift.advice}")
    return " | ".join(neutral(part) for part in parts if part)


def _smoke(target: TargetRun, result: CaseResult) -> ET.Element:
    case = ET.Element("testcase", {"classname": neutral(target.target), "name": f"smoke: {wording.case_name(result)}"})
    if result.outcome is Outcome.SKIPPED:
        _result(case, "skipped", result.reason)
    elif wording.failed(result):
        _result(case, "failure", f"{result.reason}{wording.case_status(result)}")
    return case


def _case(suite: ET.Element, target: TargetRun, name: str) -> ET.Element:
    return ET.SubElement(suite, "testcase", {"classname": neutral(target.target), "name": name})


def _result(case: ET.Element, kind: str, message: str) -> ET.Element:
    return ET.SubElement(case, kind, {"message": neutral(message)})


def _totals(suites: list[ET.Element]) -> dict[str, str]:
    counted = {"tests": "testcase", "failures": "failure", "errors": "error", "skipped": "skipped"}
    return {name: str(sum(1 for suite in suites for _ in suite.iter(tag))) for name, tag in counted.items()}
