"""One run of ``check`` over any number of targets: pages are fetched ahead in threads, targets are judged one by one."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from driftgate import __version__
from driftgate.config.model import Config, Target, Vendor
from driftgate.extract.page import Page, Unread
from driftgate.gate.verdict import Verdict
from driftgate.gate.waivers import unmatched
from driftgate.pipeline.check import Checked, Known, check_target
from driftgate.pipeline.doors import Door, Visit, through
from driftgate.pipeline.escalation import EscalationPath, escalation_path
from driftgate.pipeline.ladder import evidence_of
from driftgate.pipeline.prove import in_words, prove
from driftgate.ports import Browser, Pages, Snapshots
from driftgate.report.run import Run, TargetRun

Chosen = Sequence[tuple[Vendor, Target]]


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """The outside world of one run. doors: by vendor id; say: takes one line of progress."""

    config: Config
    pages: Pages
    snapshots: Snapshots
    visit: Visit
    say: Callable[[str], None]
    doors: Mapping[str, Door] = field(default_factory=dict)
    offline: bool = False
    browser: Browser | None = None
    prove: bool = False


def check_all(world: World, chosen: Chosen, run_id: str) -> Run:
    """Checks the targets in their order. Writes pending contracts and smoke lines; the caller keeps the run's record."""
    started = world.visit.clock.now()
    paths: dict[str, EscalationPath] = {}
    lines = []
    for vendor, target, pages in _fetched(world, chosen):
        if vendor.id not in paths:
            paths[vendor.id] = escalation_path(vendor, world.pages)
        lines.append(_one(world, vendor, target, pages, paths[vendor.id], started))
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


def _one(
    world: World, vendor: Vendor, target: Target, pages: Sequence[Page | Unread], path: EscalationPath, now: datetime
) -> TargetRun:
    approved, clients = world.snapshots.approved(target.id), world.snapshots.clients(target.id)
    known = Known(config=world.config, vendor=vendor, target=target, approved=approved, clients=clients, path=path)
    world.say(f"{target.id}: comparing")
    checked = check_target(known, pages, lambda: evidence_of(target, world.pages, world.browser, again=True), now.date())
    line = _with_pending(world, checked)
    if world.prove and line.verdict is not Verdict.UNVERIFIED:
        line = replace(line, proof=in_words(prove(world.config, vendor, target, world.pages, world.snapshots, world.browser)))
    return through(world.visit, world.doors.get(vendor.id, Door()), vendor, target, approved, clients, line)


def _with_pending(world: World, checked: Checked) -> TargetRun:
    """Keeps the pending contract, and prints its digest into the target's line."""
    if checked.pending is None:
        return checked.run
    return replace(checked.run, pending_digest=world.snapshots.save_pending(checked.pending))


def _fetched(world: World, chosen: Chosen) -> Iterator[tuple[Vendor, Target, tuple[Page | Unread, ...]]]:
    """The targets with their pages, in order; fetched a window ahead, so that memory holds few pages at a time."""
    ahead = world.config.fetch.connections * 2
    waiting: deque[tuple[Vendor, Target, Future[tuple[Page | Unread, ...]]]] = deque()
    todo = iter(chosen)
    with ThreadPoolExecutor(max_workers=world.config.fetch.connections) as threads:
        while True:
            while len(waiting) < ahead and (following := next(todo, None)) is not None:
                vendor, target = following
                world.say(f"{target.id}: fetching {target.reference}")
                waiting.append((vendor, target, threads.submit(evidence_of, target, world.pages, world.browser)))
            if not waiting:
                return
            vendor, target, pages = waiting.popleft()
            yield vendor, target, pages.result()
