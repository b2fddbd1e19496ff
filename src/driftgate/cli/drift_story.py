"""Tells one drift of the last run whole: what moved, whom it touches, the message that shows it, what to do, how to waive it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from datetime import datetime, timedelta

from driftgate.adapters.store import SnapshotStore
from driftgate.contract import Contract
from driftgate.errors import UsageError
from driftgate.report import wording
from driftgate.report.neutral import inert, neutral, short
from driftgate.report.run import Run, TargetRun
from driftgate.rules.rule import Drift
from driftgate.rules.witness import Witness, witness_of
from driftgate.snapshot.codec import digest

WIDTH = 80
LABEL = 10
#: How long the prepared waiver lasts after the run.
WAIVED_FOR = timedelta(days=30)
#: A message of more lines than this is cut.
MOST_LINES = 40
#: As many fingerprints are listed where none fits.
MOST_LISTED = 20

Found = tuple[TargetRun, Drift, str]  # the target's line, the drift, and how the gate took it


def story(fingerprint: str, run: Run, snapshots: SnapshotStore) -> str:
    """Everything about one drift, as text. fingerprint: whole, or its first digits where they name one drift alone.

    Raises UsageError where the run has no such drift, SnapshotError and StorageError.
    """
    found = chosen(fingerprint, tuple(_drifts(run)))
    parts = [_told(entry, run, snapshots) for entry in found]
    return inert("\n\n".join("\n".join(part) for part in parts)) + "\n"


def chosen(fingerprint: str, known: tuple[Found, ...]) -> tuple[Found, ...]:
    """The drift that a fingerprint names, once for each target that has it. Raises UsageError."""
    named = [entry for entry in known if entry[1].fingerprint.startswith(fingerprint)]
    marks = {drift.fingerprint for _, drift, _ in named}
    if len(marks) == 1:
        return tuple(named)
    near = [drift for _, drift, _ in named or known]
    listed = list(dict.fromkeys(f"{drift.fingerprint} {neutral(drift.rule)} {neutral(drift.subject)}" for drift in near))
    more = [f"and {len(listed) - MOST_LISTED} more"] if len(listed) > MOST_LISTED else []
    raise UsageError(
        f"several drifts of the last run begin with {fingerprint}" if marks else "the last run has no such drift",
        where=fingerprint,
        why="\n         ".join(["it found", *listed[:MOST_LISTED], *more]) if listed else "it found no drift",
        advice="give one of these fingerprints" if listed else "run 'driftgate check' to look again",
    )


def _drifts(run: Run) -> Iterator[Found]:
    for target in run.targets:
        decision = target.decision
        for standing, drifts in (
            ("closes the gate", decision.blocking),
            ("below the threshold: the gate does not close for it", decision.passing),
            ("waived", decision.waived),
        ):
            yield from ((target, drift, standing) for drift in drifts)


def _told(found: Found, run: Run, snapshots: SnapshotStore) -> Iterator[str]:
    target, drift, standing = found
    yield f"{str(drift.severity).upper()}  {neutral(drift.rule)}  {neutral(drift.fingerprint)}"
    yield from _entry("target", f"{target.target}, {drift.operation}")
    yield from _entry("standing", standing)
    yield from _entry("what", drift.message)
    yield from _place(target, drift)
    yield from _entry("before", drift.before or "(nothing)")
    yield from _entry("after", drift.after or "(nothing)")
    yield from _entry("why", drift.why)
    yield from _entry("touches", wording.touches(drift))
    yield ""
    yield from _shown(_witness(target, drift, snapshots))
    yield ""
    yield from _entry("next", drift.advice)
    yield from _entry("rule", f"driftgate explain {drift.rule}")
    yield ""
    yield from _waiver(target, drift, run)


def _place(target: TargetRun, drift: Drift) -> Iterator[str]:
    """Where it stands, or stood: the address is never broken, since it is copied; the words are quoted."""
    yield "  " + "where".ljust(LABEL) + neutral(wording.where(drift) or target.reading.url or target.reference)
    if drift.source is not None and drift.source.quote:
        yield from _entry("", f'"{drift.source.quote}"')


def _witness(target: TargetRun, drift: Drift, snapshots: SnapshotStore) -> Witness:
    approved = snapshots.approved(target.target)
    now = _seen(target, snapshots)
    contract = approved.contract if approved else None
    return witness_of(drift, contract, now or contract, snapshots.clients(target.target))


def _seen(target: TargetRun, snapshots: SnapshotStore) -> Contract | None:
    """The contract that the run read, if it is still pending: a later check may have put another in its place."""
    pending = snapshots.pending(target.target) if target.pending_digest else None
    return pending.contract if pending is not None and digest(pending.contract) == target.pending_digest else None


def _shown(witness: Witness) -> Iterator[str]:
    if witness.before or witness.after:
        yield "  The smallest message that shows it:"
    for label, text in zip(witness.labels, (witness.before, witness.after), strict=True):
        if text:
            yield f"    {label}"
            yield from _message(text)
    yield from _wrapped(witness.sentence, "  ", "  ")


def _message(text: str) -> Iterator[str]:
    """A message, its lines kept as they are but for what would not fit."""
    lines = text.split("\n")
    for line in lines[:MOST_LINES]:
        indent = " " * (6 + len(line) - len(line.lstrip(" ")))
        yield short(indent + neutral(line), WIDTH).rstrip()
    if len(lines) > MOST_LINES:
        yield f"      … and {len(lines) - MOST_LINES} more lines"


def _waiver(target: TargetRun, drift: Drift, run: Run) -> Iterator[str]:
    until = datetime.fromisoformat(run.started_at) + WAIVED_FOR
    yield from _wrapped("To let it pass for a time, put this into config.yaml and say why and who:", "  ", "  ")
    yield "    waivers:"
    yield f'      - fingerprint: "{neutral(drift.fingerprint)}"'
    yield f"        target: {neutral(target.target)}"
    yield '        reason: "why this may stand"'
    yield '        owner: "who answers for it"'
    yield f'        until: "{until:%Y-%m-%d}"'


def _entry(label: str, text: str) -> Iterator[str]:
    yield from _wrapped(text, "  " + label.ljust(LABEL), " " * (LABEL + 2))


def _wrapped(text: str, first: str, rest: str) -> list[str]:
    return textwrap.wrap(neutral(text), WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)
