"""The sentences that all reports for people share. Words of ours only: texts of pages are neutralised where they are shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from driftgate.errors import ExitCode
from driftgate.gate.verdict import Verdict
from driftgate.report.run import Run, TargetRun
from driftgate.rules.rule import Drift, Impact, Severity
from driftgate.smoke.model import CaseResult, Outcome

OUTCOMES = {
    ExitCode.CLEAN: "clean",
    ExitCode.DRIFT: "drift",
    ExitCode.UNVERIFIED: "unverified",
    ExitCode.SMOKE_FAILED: "smoke failed",
    ExitCode.UNREVIEWED: "unreviewed",
    ExitCode.SAFETY_STOP: "safety stop",
}

GATES = {
    Verdict.CLEAN: "the gate is open",
    Verdict.DRIFT: "the documentation moved or differs from the client; the gate is closed and nothing was sent",
    Verdict.UNVERIFIED: "could not verify: neither clean nor drift; the gate is closed and nothing was sent",
    Verdict.UNREVIEWED: "nobody has approved this contract yet; the gate is closed and nothing was sent",
}

ADVICE = {
    Verdict.CLEAN: "Nothing drifted in the documentation.",
    Verdict.DRIFT: "Read each change above; approve only what was reviewed.",
    Verdict.UNVERIFIED: "Open the page and look for yourself, then run again; approve nothing until it can be read.",
    Verdict.UNREVIEWED: "Read the pending contract against the page, then approve it.",
}

#: What the verdict means where two sources were compared and no gate stands behind it.
COMPARISONS = {
    Verdict.CLEAN: "nothing differs that counts",
    Verdict.DRIFT: "the second differs from the first",
    Verdict.UNVERIFIED: GATES[Verdict.UNVERIFIED],
    Verdict.UNREVIEWED: GATES[Verdict.UNREVIEWED],
}

#: All that a passed smoke run shows, and no more.
CLAIM = (
    "A passed smoke run shows that this client still matches the documented path, method, auth, request fields, "
    "response shape and error handling, on the requests sent. It shows nothing else."
)

PAUSE = "Pause the rollout of this client, compare it with the documentation, and escalate to the vendor if in doubt."


#: As many digits of a digest as ``approve`` asks for.
DIGITS = 12


def plural(count: int, one: str, many: str = "") -> str:
    """A count with its noun: ``1 drift``, ``2 drifts``."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def outcome(run: Run) -> str:
    """The run's verdict in a word or two."""
    return OUTCOMES.get(run.exit_code, run.exit_code.name.lower())


def headline(run: Run) -> str:
    """Verdict and totals of a run in one line, never cut: ``drift: 1 of 2 targets; 3 drifts (1 breaking, 2 info)``."""
    answer, codes = run.exit_code, [target.exit_code for target in run.targets]
    hit = sum(code == answer for code in codes)
    drifts = [drift for target in run.targets for drift in target.decision.blocking]
    waived = sum(len(target.decision.waived) for target in run.targets)
    parts = [f"{outcome(run)}: {hit:,} of {plural(len(codes), 'target')}"]
    parts += [f"{plural(len(drifts), 'drift')} ({severities(drifts)})"] if drifts else []
    passing = sum(len(target.decision.passing) for target in run.targets)
    parts += [f"{plural(passing, 'drift')} below the threshold"] if passing else []
    parts += [f"{waived:,} waived"] if waived else []
    others = Counter(OUTCOMES[code] for code in codes if code != answer)
    parts += [f"{count:,} {name}" for name, count in sorted(others.items())]
    return "; ".join(parts)


def severities(drifts: Iterable[Drift]) -> str:
    """How many of each severity, worst first: ``1 breaking, 2 info``."""
    counts = Counter(drift.severity for drift in drifts)
    return ", ".join(f"{counts[severity]:,} {severity}" for severity in Severity if counts[severity])


def reading(target: TargetRun) -> str:
    """How well the page was read; empty where nothing was."""
    summary = target.reading
    if not summary.platform:
        return ""
    parts = [
        summary.platform,
        f"{summary.rows_read:,} of {plural(summary.rows_seen, 'row')} read",
        plural(summary.fields, "field"),
    ]
    parts += [plural(summary.gaps, "gap")] if summary.gaps else []
    return ", ".join(parts)


def compared(target: TargetRun) -> str:
    """What the page was compared with; empty where there was nothing."""
    when = f" reviewed {target.reviewed_at}" if target.reviewed_at else ""
    return f"{plural(target.compared, 'field')} with the snapshot{when}" if target.compared else ""


def touches(drift: Drift) -> str:
    """What of the client a drift touches, and whose client."""
    clients = ", ".join(name or "the client" for name in drift.touched)
    words = {
        Impact.SENDS: "what the client sends",
        Impact.READS: "what the client reads",
        Impact.UNUSED: "nothing the client uses",
        Impact.UNKNOWN: "not known: no client contract says",
    }[drift.impact]
    return f"{words} ({clients})" if clients and drift.touched != ("",) else words


def where(drift: Drift) -> str:
    """Where on the page a drift stands: URL and line; empty where no place is known."""
    if drift.source is None or not drift.source.url:
        return ""
    line = f" line {drift.source.line}" if drift.source.line else ""
    return f"{drift.source.url}{line}"


def meaning(target: TargetRun) -> str:
    """What the verdict on a target means, in a sentence."""
    return (GATES if target.gated else COMPARISONS)[target.verdict]


def needs_pause(target: TargetRun) -> bool:
    """Whether documentation and client, or documentation and API, disagree so that a rollout should wait."""
    if not target.gated:
        return False
    told = {Impact.SENDS, Impact.READS}
    hurts = any(drift.impact in told or drift.severity is Severity.BREAKING for drift in target.decision.blocking)
    return hurts or any(failed(case) for case in target.smoke)


def failed(case: CaseResult) -> bool:
    """Whether a smoke case gave no evidence that all is well."""
    return case.outcome not in (Outcome.PASSED, Outcome.SKIPPED)


def smoke_passed(run: Run) -> bool:
    """Whether any smoke case passed, so that it must be said how little this shows."""
    return any(case.outcome is Outcome.PASSED for target in run.targets for case in target.smoke)


def case_name(case: CaseResult) -> str:
    """``happy path`` or ``error path``."""
    return case.case.replace("_", " ")


def case_status(case: CaseResult) -> str:
    """The HTTP status of a case's answer in brackets, empty where there is none."""
    return f" (HTTP {case.line.http_status})" if case.line is not None and case.line.http_status is not None else ""


def approval(target: TargetRun) -> str:
    """The command that approves what this run saw; empty where nothing is to approve."""
    if not target.pending_digest:
        return ""
    return f'driftgate approve {target.target} --digest {target.pending_digest[:DIGITS]} --note "why"'


def escalation(target: TargetRun) -> tuple[tuple[str, str], ...]:
    """Where to turn to: label and URL of what the configuration names."""
    links = (("docs", target.reference), ("docs home", target.docs_home), ("help center", target.help_center))
    return tuple((label, url) for label, url in links if url)
