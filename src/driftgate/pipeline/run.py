"""One run of ``check`` over any number of targets: pages are fetched ahead in threads, targets are judged one by one."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from driftgate import __version__
from driftgate.config.model import Config, Target, Vendor
from driftgate.errors import StorageError
from driftgate.extract.page import Page, Unread
from driftgate.gate.verdict import Verdict
from driftgate.gate.waivers import unmatched
from driftgate.pipeline.check import Checked, Known, check_target
from driftgate.pipeline.doors import Door, Visit, through
from driftgate.pipeline.escalation import EscalationPath, escalation_path
from driftgate.pipeline.ladder import TWIN_ACCEPT, evidence_of
from driftgate.pipeline.prove import in_words, prove
from driftgate.pipeline.unchanged import key_of, line_of, recalled, remember, unchanged
from driftgate.ports import Browser, Pages, Proofs, Snapshots
from driftgate.report.run import Run, TargetRun

Chosen = Sequence[tuple[Vendor, Target]]


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """The outside world of one run. doors: by vendor id; say: takes one line of progress."""

    config: Config
    pages: Pages
    snapshots: Snapshots
    proofs: Proofs
    visit: Visit
    say: Callable[[str], None]
    doors: Mapping[str, Door] = field(default_factory=dict)
    offline: bool = False
    browser: Browser | None = None
    prove: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """A target with its pages; line: its clean line of last time, where nothing at all has changed since."""

    vendor: Vendor
    target: Target
    pages: tuple[Page | Unread, ...]
    key: str = ""
    line: TargetRun | None = None


def check_all(world: World, chosen: Chosen, run_id: str) -> Run:
    """Checks the targets in their order. Writes pending contracts and smoke lines; the caller keeps the run's record."""
    started = world.visit.clock.now()
    paths: dict[str, EscalationPath] = {}
    lines = []
    for gathered in _gathered(world, chosen):
        vendor = gathered.vendor
        if vendor.id not in paths:
            paths[vendor.id] = escalation_path(vendor, world.pages)
        lines.append(_one(world, gathered, paths[vendor.id], started))
    return Run(
        id=run_id,
        started_at=started.strftime("%Y-%m-%dT%H:%M:%SZ"),
        version=__version__,
        environment=world.config.environment,
        targets=tuple(lines),
        offline=world.offline,
        notices=_idle_waivers(world, chosen, lines, started.date()),
    )


def _idle_waivers(world: World, chosen: Chosen, lines: Sequence[TargetRun], today: date) -> tuple[str, ...]:
    """The waivers that except nothing. Only a run that judged every target can tell."""
    if len(chosen) < len(world.config.targets()) or any(line.verdict is Verdict.UNVERIFIED for line in lines):
        return ()
    drifts = {line.target: (*line.decision.blocking, *line.decision.passing, *line.decision.waived) for line in lines}
    return unmatched(world.config.policy.waivers, drifts, today)


def _one(world: World, gathered: Gathered, path: EscalationPath, now: datetime) -> TargetRun:
    target = gathered.target
    quiet = gathered.line is not None and path == EscalationPath() and not world.prove
    line = gathered.line if quiet and gathered.line else _compared(world, gathered, path, now)
    return through(world.visit, world.doors.get(gathered.vendor.id, Door()), gathered.vendor, target, world.snapshots, line)


def _compared(world: World, gathered: Gathered, path: EscalationPath, now: datetime) -> TargetRun:
    """The whole chain on one target."""
    vendor, target = gathered.vendor, gathered.target
    approved, clients = world.snapshots.approved(target.id), world.snapshots.clients(target.id)
    known = Known(config=world.config, vendor=vendor, target=target, approved=approved, clients=clients, path=path)
    world.say(f"{target.id}: comparing")
    checked = check_target(known, gathered.pages, lambda: evidence_of(target, world.pages, world.browser, again=True), now.date())
    line = _with_pending(world, checked)
    if not target.browser and not world.offline:
        asked = [(page, "" if number == 0 else TWIN_ACCEPT) for number, page in enumerate(gathered.pages)]
        remember(world.proofs, target.id, gathered.key, asked, line)
    if world.prove and line.verdict is not Verdict.UNVERIFIED:
        line = replace(line, proof=in_words(prove(world.config, vendor, target, world.pages, world.snapshots, world.browser)))
    return line


def _with_pending(world: World, checked: Checked) -> TargetRun:
    """Keeps the pending contract, and prints its digest into the target's line. One that the docs have left is dropped.

    The verdict stands where that cannot be written; without a digest nothing can be approved.
    """
    try:
        if checked.pending is not None:
            return replace(checked.run, pending_digest=world.snapshots.save_pending(checked.pending))
        if checked.run.verdict is not Verdict.UNVERIFIED:
            world.snapshots.drop_pending(checked.run.target)
    except StorageError as error:
        notice = (
            f"the pending contract could not be written ({error.why or error.what}): there is nothing to approve from this run"
        )
        return replace(checked.run, decision=replace(checked.run.decision, notices=(*checked.run.decision.notices, notice)))
    return checked.run


def _gathered(world: World, chosen: Chosen) -> Iterator[Gathered]:
    """The targets with their pages, in order; fetched a window ahead, so that memory holds few pages at a time."""
    ahead = world.config.fetch.connections * 2
    waiting: deque[Future[Gathered]] = deque()
    todo = iter(chosen)
    threads = ThreadPoolExecutor(max_workers=world.config.fetch.connections)
    try:
        while True:
            while len(waiting) < ahead and (following := next(todo, None)) is not None:
                world.say(f"{following[1].id}: fetching {following[1].reference}")
                waiting.append(threads.submit(_gather, world, *following))
            if not waiting:
                return
            yield waiting.popleft().result()
    finally:  # at the end nothing is left to wait for; whoever interrupts does not want to
        threads.shutdown(wait=False, cancel_futures=True)


def _gather(world: World, vendor: Vendor, target: Target) -> Gathered:
    """Fetches a target's pages; only those of its last clean check where they are all the same."""
    key = "" if target.browser or world.offline else key_of(world.config, vendor, target, world.snapshots)
    proof = recalled(world.proofs, target.id, key)
    pages = unchanged(proof, world.pages) if proof else None
    if proof and pages:
        return Gathered(vendor=vendor, target=target, pages=pages, key=key, line=line_of(proof, pages))
    return Gathered(vendor=vendor, target=target, pages=evidence_of(target, world.pages, world.browser), key=key)
