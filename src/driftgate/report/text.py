"""The report for people: verdict first, 80 columns, each drift from what moved to what to do next. Its wording may change."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from driftgate.gate.verdict import Verdict
from driftgate.report import wording
from driftgate.report.neutral import inert, neutral
from driftgate.report.run import Run, TargetRun
from driftgate.report.style import Style, plain
from driftgate.rules.rule import Drift, Severity

LABEL = 12

MEANINGS = {Severity.BREAKING: "bad", Severity.WARNING: "warn", Severity.INFO: "dim"}


def render(run: Run, style: Style = plain, width: int = 80) -> str:
    """The run as text of at most this width; only URLs and commands, which are copied, may be longer."""
    page = _Layout(style, width)
    good = run.exit_code == 0
    lines = [style(line, "good" if good else "bad") for line in page.wrapped(wording.headline(run), "", "")]
    offline = ", offline: repeated from stored evidence" if run.offline else ""
    about = f"driftgate {run.version}, {run.environment}, {run.started_at}{offline}"
    lines += [style(line, "dim") for line in page.wrapped(about, "", "")]
    for notice in run.notices:
        lines += page.entry("notice", notice, 0)
    for target in run.targets:
        lines += ["", *page.target(target)]
    if wording.smoke_passed(run):
        lines += ["", *page.wrapped(wording.CLAIM, "", "")]
    return inert("\n".join(lines)) + "\n"


class _Layout:
    """Lines of one width in one style."""

    def __init__(self, style: Style, width: int) -> None:
        self._style = style
        self._width = max(width, 40)

    def wrapped(self, text: str, first: str, rest: str) -> list[str]:
        return textwrap.wrap(
            neutral(text), self._width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
        ) or [first.rstrip()]

    def entry(self, label: str, text: str, indent: int = 2) -> Iterator[str]:
        """A label and its text; no line where there is no text."""
        if not text:
            return
        margin = " " * indent
        lines = self.wrapped(text, margin + label.ljust(LABEL), margin + " " * LABEL)
        yield margin + (self._style(label, "dim") if label else "") + lines[0][len(margin) + len(label) :]
        yield from lines[1:]

    def link(self, label: str, url: str, indent: int = 2) -> Iterator[str]:
        """A label and what is to be copied whole: it is never broken."""
        if url:
            yield " " * indent + self._style(label, "dim") + " " * max(LABEL - len(label), 1) + neutral(url)

    def target(self, target: TargetRun) -> Iterator[str]:
        decision = target.decision
        yield self._style(neutral(target.target), "strong") + f"  {neutral(target.operation)}"
        yield from self.entry("verdict", f"{target.verdict}: {wording.meaning(target)}")
        for reason in decision.reasons:
            yield from self.entry("because", reason)
        yield from self.entry("read", wording.reading(target))
        yield from self.entry("compared", wording.compared(target))
        yield from self.entry("proof", target.proof)
        for contradiction in target.reading.contradictions:
            yield from self.entry("docs say", f"two things: {contradiction}")
        for notice in decision.notices:
            yield from self.entry("notice", notice)
        for title, drifts in (("", decision.blocking), ("below the threshold", decision.passing), ("waived", decision.waived)):
            for drift in drifts:
                yield from self.drift(drift, title)
        yield from self.smoke(target)
        yield from self.next_steps(target)

    def drift(self, drift: Drift, title: str) -> Iterator[str]:
        yield ""
        severity = self._style(str(drift.severity).upper(), MEANINGS[drift.severity])
        yield f"  {severity}  {neutral(drift.rule)}  {neutral(drift.fingerprint)}"
        yield from self.entry("standing", title, 4)
        yield from self.entry("what", drift.message, 4)
        yield from self.link("where", wording.where(drift), 4)
        quote = drift.source.quote if drift.source is not None else ""
        yield from self.entry("", f'"{quote}"' if quote else "", 4)
        yield from self.entry("before", drift.before, 4)
        yield from self.entry("after", drift.after, 4)
        yield from self.entry("why", drift.why, 4)
        yield from self.entry("touches", wording.touches(drift), 4)
        yield from self.entry("next", drift.advice, 4)

    def smoke(self, target: TargetRun) -> Iterator[str]:
        decision = target.decision
        if (target.smoke or target.smoke_skipped) and (decision.blocking or decision.passing or decision.waived):
            yield ""
        for case in target.smoke:
            bad = wording.failed(case)
            words = "failed" if bad else str(case.outcome)
            yield from self.entry("smoke", f"{wording.case_name(case)} {words}{wording.case_status(case)}: {case.reason}")
        if target.smoke_skipped:
            yield from self.entry("smoke", f"skipped: {target.smoke_skipped}")

    def next_steps(self, target: TargetRun) -> Iterator[str]:
        pause = wording.needs_pause(target)
        if not target.gated or (not pause and target.verdict is Verdict.CLEAN and not target.pending_digest):
            return
        yield ""
        if pause:
            yield from self.wrapped(wording.PAUSE, "  ", "  ")
        yield from self.wrapped(wording.ADVICE[target.verdict], "  ", "  ")
        for label, url in wording.escalation(target):
            yield from self.link(label, url)
        command = wording.approval(target)
        if command:
            yield from self.wrapped("After review, approve exactly what this run saw:", "  ", "  ")
            yield f"    {neutral(command)}"
