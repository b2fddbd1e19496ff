"""The evidence of runs: every fetched body and, per run, what was asked and what came of it, below the state folder.

``evidence/<sha256>`` are bodies, ``evidence/runs/<time>-<run>.jsonl`` the indexes: a head line, then a line per document.
An index is written when its run ends, so the last index is always that of a whole run.
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

from driftgate.adapters.bodies import Bodies
from driftgate.adapters.files import write_atomic
from driftgate.adapters.records import Key, Record, line_of, page_of, record_from, record_of
from driftgate.errors import StorageError
from driftgate.extract.page import Page, Unread

FORMAT = 1
RUN_ID = re.compile(r"[A-Za-z0-9_-]{1,120}")
DIGEST = re.compile(r'"sha256":"([0-9a-f]{64})"')
KEPT_RUNS = 5
NOT_KEPT = "The evidence of this run could not be written; check --offline cannot repeat it."


class RunIndex:
    """What one finished run fetched. Read when first asked."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @cached_property
    def clean(self) -> frozenset[str]:
        """The ids of the targets that this run found clean."""
        try:
            with self.path.open(encoding="utf-8") as file:
                head = json.loads(file.readline())
            return frozenset(head["clean"]) if head["format"] == FORMAT else frozenset()
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            return frozenset()

    @cached_property
    def records(self) -> Mapping[Key, Record]:
        """Its records by key; damaged lines are left out."""
        found = (record_from(line) for line in self.text.splitlines()[1:])
        return {record.key: record for record in found if record}

    @property
    def text(self) -> str:
        """The file's text, empty where it cannot be read."""
        try:
            return self.path.read_text(encoding="utf-8")
        except (OSError, ValueError):
            return ""


class Evidence:
    """The store. problem: why evidence could not be kept, in a sentence, empty while all is well. Thread-safe."""

    def __init__(self, state: Path) -> None:
        self._state = state
        self._folder = state / "evidence"
        self._bodies = Bodies(self._folder, root=state)
        self._lock = threading.Lock()
        self._records: dict[Key, Record] = {}
        self.problem = ""

    @cached_property
    def runs(self) -> tuple[RunIndex, ...]:
        """The runs that finished before this one, newest first."""
        return tuple(RunIndex(path) for path in sorted(self._folder.glob("runs/*.jsonl"), reverse=True))

    def keep(self, key: Key, outcome: Page | Unread, body_at: str) -> bool:
        """Keeps what a fetch gave; False where its body could not be written."""
        record = record_of(key, outcome, body_at)
        try:
            if isinstance(outcome, Page):
                self._bodies.put(outcome.sha256, outcome.body)
        except (OSError, StorageError):
            self.problem = NOT_KEPT
            return False
        with self._lock:
            self._records[key] = record
        return True

    def again(self, key: Key) -> Page | None:
        """A page that this run has kept."""
        record = self._records.get(key)
        outcome = self.outcome(record) if record else None
        return outcome if isinstance(outcome, Page) else None

    def outcome(self, record: Record) -> Page | Unread | None:
        """What a record stands for; None where its body is lost or damaged."""
        if isinstance(record.outcome, Unread):
            return record.outcome
        body = self._bodies.get(record.sha256)
        return None if body is None else page_of(record.outcome, body, record.sha256)

    def newest(self, key: Key) -> Record | None:
        """The record of the last finished run that asked for this."""
        return next((run.records[key] for run in self.runs if key in run.records), None)

    def clean_first(self, target: str) -> tuple[RunIndex, ...]:
        """The finished runs, newest first, but the last one that found the target clean before all others."""
        clean = next((run for run in self.runs if target in run.clean), None)
        return self.runs if clean is None else (clean, *(run for run in self.runs if run is not clean))

    def finish(self, run_id: str, at: datetime, clean: Collection[str] = ()) -> None:
        """Writes this run's index and drops old evidence. clean: ids of the targets found clean.

        A run that fetched nothing leaves no trace. A failure to write is a problem, never an error: the verdict stands without.
        """
        if not any(record.sha256 for record in self._records.values()):
            return
        if not RUN_ID.fullmatch(run_id):
            raise ValueError("a run id is a safe file name")
        head = json.dumps({"format": FORMAT, "run": run_id, "at": at.astimezone(UTC).isoformat(), "clean": sorted(clean)})
        lines = [head, *(line_of(record) for record in self._records.values())]
        path = self._folder / "runs" / f"{at.astimezone(UTC):%Y%m%dT%H%M%S%fZ}-{run_id}.jsonl"
        earlier = self.runs  # looked up before the new one stands among them
        try:
            write_atomic(path, "\n".join(lines) + "\n", root=self._state)
            self._prune((RunIndex(path), *earlier))
        except (OSError, StorageError):
            self.problem = NOT_KEPT

    def _prune(self, runs: tuple[RunIndex, ...]) -> None:
        """Keeps the newest runs, and for each target the last run that found it clean."""
        kept, targets = set(runs[:KEPT_RUNS]), set[str]()
        for run in runs:
            if run.clean - targets:
                kept.add(run)
                targets |= run.clean
        for run in set(runs) - kept:
            run.path.unlink(missing_ok=True)
        self._bodies.prune({digest for run in kept for digest in DIGEST.findall(run.text)})
