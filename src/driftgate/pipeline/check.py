"""The main job on one target: extract, diff, judge, gate. With ``ladder`` and ``smoke`` it is the sentence of ARCHITECTURE.md."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from driftgate.config.model import Config, Target, Vendor
from driftgate.contract import ClientContract
from driftgate.diff.changes import Change, PageMoved
from driftgate.diff.clients import conflicts
from driftgate.diff.conflicts import Conflict
from driftgate.extract.page import Page, Unread
from driftgate.extract.reading import Evidence, Reading, read
from driftgate.gate.decide import decide
from driftgate.gate.verdict import Decision, Verdict
from driftgate.pipeline.candidate import candidate_of, is_news, new_contradictions
from driftgate.pipeline.escalation import EscalationPath
from driftgate.pipeline.weigh import Weighed, weigh
from driftgate.report.run import ReadingSummary, TargetRun
from driftgate.rules.judge import judge
from driftgate.rules.rule import Drift
from driftgate.snapshot.codec import contradiction_lines, digest
from driftgate.snapshot.model import Snapshot

Pages = Sequence[Page | Unread]

UNSTEADY = "two fetches of the page give two contracts: the vendor may be rolling out a change, or showing variants"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of a target before its pages are looked at, and what its vendor's escalation path shows."""

    config: Config
    vendor: Vendor
    target: Target
    approved: Snapshot | None
    clients: tuple[ClientContract, ...]
    path: EscalationPath = field(default_factory=EscalationPath)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One look at the documentation: what was read, how far it can be trusted, and what drifted."""

    reading: Reading
    evidence: Evidence | None
    weighed: Weighed
    drifts: tuple[Drift, ...] = ()

    @property
    def digest(self) -> str:
        return digest(self.evidence.contract) if self.evidence else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What came of a target: its line in the run, and the pending contract if there is something to approve."""

    run: TargetRun
    pending: Snapshot | None = None


def check_target(known: Known, pages: Pages, look_again: Callable[[], Pages], today: date) -> Checked:
    """The verdict on one target. look_again: fetches the pages once more; asked only before drift would be declared."""
    look = look_at(known, pages)
    doubts = look.weighed.reasons
    if look.drifts and not doubts and known.approved is not None:
        second = look_at(known, look_again())
        doubts = second.weighed.reasons or (() if second.digest == look.digest else (UNSTEADY,))
    decision = decide(
        look.drifts,
        known.config.policy,
        today,
        target=known.target.id,
        approved=known.approved is not None,
        distrust=(*doubts, *known.path.reasons),
        notices=look.weighed.notices,
    )
    return Checked(run=_line(known, look, decision), pending=_pending(known, look, decision))


def look_at(known: Known, pages: Pages) -> Look:
    """Reads the pages, weighs the reading, and compares it with the approved snapshot and with every client."""
    reading = read(pages, known.target.operation)
    weighed = weigh(reading, pages, known.approved, known.target)
    evidence = weighed.evidence
    if evidence is None or weighed.reasons:
        return Look(reading=reading, evidence=evidence, weighed=weighed)
    found = differences(known, pages, reading, weighed, evidence)
    drifts = judge(found, operation=str(known.target.operation), clients=known.clients, severities=known.config.policy.severities)
    return Look(reading=reading, evidence=evidence, weighed=weighed, drifts=drifts)


def differences(
    known: Known, pages: Pages, reading: Reading, weighed: Weighed, evidence: Evidence
) -> tuple[Change | Conflict, ...]:
    """Docs now against the snapshot, docs now against the clients, and the docs against themselves."""
    found: list[Change | Conflict] = [*known.path.changes, *_moved(known.target, pages), *weighed.changes]
    if known.approved is not None and known.target.trust.contradictions:
        found += new_contradictions(reading, known.approved)
    for client in known.clients:
        found += conflicts(evidence.contract, client)
    return tuple(found)


def _moved(target: Target, pages: Pages) -> tuple[Change, ...]:
    """The reference page answers at another address for good."""
    found = [page for page in pages if isinstance(page, Page) and page.asked == target.reference and page.moved_permanently]
    return tuple(PageMoved("reference", page.asked, page.reached) for page in found[:1])


def _pending(known: Known, look: Look, decision: Decision) -> Snapshot | None:
    if look.evidence is None or decision.verdict is Verdict.UNVERIFIED:
        return None
    candidate = candidate_of(known.target, look.reading, look.evidence, known.approved)
    return candidate if is_news(candidate, known.approved) else None


def _line(known: Known, look: Look, decision: Decision) -> TargetRun:
    approved = known.approved
    return TargetRun(
        target=known.target.id,
        operation=str(known.target.operation),
        reference=known.target.reference,
        decision=decision,
        reading=_summary(look),
        reviewed_at=approved.review.at if approved and approved.review else "",
        docs_home=known.vendor.docs_home,
        help_center=known.vendor.help_center,
        compared=len(approved.contract.fields) if approved and look.evidence else 0,
    )


def _summary(look: Look) -> ReadingSummary:
    evidence = look.evidence
    if evidence is None:
        return ReadingSummary()
    extraction = evidence.extraction
    return ReadingSummary(
        platform=extraction.platform,
        url=evidence.page.reached,
        sha256=evidence.page.sha256,
        rows_seen=extraction.rows_seen,
        rows_read=extraction.rows_read,
        fields=len(evidence.contract.fields),
        gaps=len(extraction.gaps),
        contradictions=contradiction_lines(look.reading.contradictions),
        fetched_at=evidence.page.fetched_at,
    )
