"""The report for a pull request comment or a nightly issue: verdict and totals first, never longer than such a text may be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from driftgate.gate.verdict import Verdict
from driftgate.report import wording
from driftgate.report.neutral import inert, markdown_text, short
from driftgate.report.run import Run, TargetRun
from driftgate.rules.rule import Drift

#: GitHub takes 65,536 characters; the rest is room for what a job writes around it.
LONGEST = 60_000

#: The least that every target may use, so that the first cannot crowd out the others.
LONGEST_VALUE = 300


def render(run: Run) -> str:
    """The run as GitHub-flavoured Markdown of at most 60,000 characters. Totals are never cut; details are, and it is said."""
    head = [f"## driftgate: {wording.headline(run)}", "", _table(run), "", ""]
    text = "\n".join(head)
    if len(text) > LONGEST // 2:
        text = f"{head[0]}\n\nThe run has more targets than a table here can hold; the JSON report holds them all.\n"
    tail = "".join(f"\n- {_text(notice[:LONGEST_VALUE])}" for notice in run.notices[:20]) + "\n" if run.notices else ""
    tail += f"\n{wording.CLAIM}\n" if wording.smoke_passed(run) else ""
    tail += f"\n<sub>driftgate {_text(run.version)}, {_text(run.environment)}, {_text(run.started_at)}</sub>\n"
    room = LONGEST - len(text) - len(tail) - 200
    return inert(text + "\n".join(_fitting(_details(run), room)) + tail)


def _fitting(blocks: Iterable[Callable[[], str]], room: int) -> Iterator[str]:
    """The blocks that fit; what is left out is counted, and not even made."""
    left_out = 0
    for make in blocks:
        block = make() if not left_out else ""
        if left_out or len(block) + 1 > room:
            left_out += 1
            continue
        room -= len(block) + 1
        yield block
    if left_out:
        yield f"\n**{wording.plural(left_out, 'more part')} left out here; the JSON report holds everything.**\n"


def _table(run: Run) -> str:
    rows = ["| target | verdict | drifts | smoke |", "| --- | --- | --- | --- |"]
    for target in run.targets:
        drifts = wording.severities(target.decision.blocking) or "none"
        rows.append(f"| {_code(target.target)} | **{target.verdict}** | {drifts} | {_smoke_cell(target)} |")
    return "\n".join(rows)


def _smoke_cell(target: TargetRun) -> str:
    cells = [f"{wording.case_name(case)} {'failed' if wording.failed(case) else case.outcome}" for case in target.smoke]
    return ", ".join(cells) or ("skipped" if target.smoke_skipped else "not due")


def _details(run: Run) -> Iterator[Callable[[], str]]:
    """One block for each target's summary and one for each drift, so that a cut never breaks a block."""
    for target in run.targets:
        yield partial(_heading, target)
        for title, drifts in (
            ("", target.decision.blocking),
            (" (below the threshold)", target.decision.passing),
            (" (waived)", target.decision.waived),
        ):
            yield from (partial(_drift, drift, title) for drift in drifts)
        yield partial(_next_steps, target)


def _heading(target: TargetRun) -> str:
    return f"### {_code(target.target)} {_code(target.operation)}\n\n" + "\n".join(_summary(target))


def _summary(target: TargetRun) -> Iterator[str]:
    yield f"- **{target.verdict}**: {wording.meaning(target)}"
    for label, texts in (
        ("because", target.decision.reasons),
        ("read", (wording.reading(target),)),
        ("compared", (wording.compared(target),)),
        ("proof", (target.proof,)),
        ("notice", target.decision.notices),
        ("the docs say two things", target.reading.contradictions),
    ):
        yield from (f"- {label}: {_text(text)}" for text in texts if text)
    for case in target.smoke:
        words = "failed" if wording.failed(case) else str(case.outcome)
        yield f"- smoke, {wording.case_name(case)}: {words}{wording.case_status(case)}: {_text(case.reason)}"
    if target.smoke_skipped:
        yield f"- smoke: skipped: {_text(target.smoke_skipped)}"
    yield ""


def _drift(drift: Drift, title: str) -> str:
    lines = [f"#### {drift.severity}: {_text(drift.message)}{title}", ""]
    quote = drift.source.quote if drift.source is not None else ""
    for label, text in (
        ("where", wording.where(drift)),
        ("quote", quote),
        ("before", drift.before),
        ("after", drift.after),
        ("rule", drift.rule),
        ("fingerprint", drift.fingerprint),
    ):
        lines += [f"- {label}: {_code(text)}"] if text else []
    lines += [f"- why: {_text(drift.why)}"] if drift.why else []
    lines += [f"- touches: {_text(wording.touches(drift))}"]
    lines += [f"- next: {_text(drift.advice)}"] if drift.advice else []
    return "\n".join([*lines, ""])


def _next_steps(target: TargetRun) -> str:
    lines = [f"**{wording.PAUSE}**\n"] if wording.needs_pause(target) else []
    if target.gated and (lines or target.verdict is not Verdict.CLEAN):
        lines.append(f"{wording.ADVICE[target.verdict]}\n")
        lines += [f"- {label}: {_code(url)}" for label, url in wording.escalation(target)]
    command = wording.approval(target)
    lines += [f"\nAfter review, approve exactly what this run saw: {_code(command)}"] if command else []
    return "\n".join(lines)


def _text(text: str) -> str:
    return markdown_text(short(text, LONGEST_VALUE * 2))


def _code(text: str) -> str:
    """Text of others in a code element: GitHub links no mention, reference or URL inside one."""
    return f"<code>{markdown_text(short(text, LONGEST_VALUE))}</code>"
