"""Run records and smoke lines below the state folder: the ``RunLog`` port."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from driftgate.adapters import files
from driftgate.adapters.lock import locked
from driftgate.errors import StorageError
from driftgate.smoke.log import unfinished

KEPT_RUNS = 100

_RUN_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,127}\Z")


@dataclass(frozen=True, slots=True)
class FileRunLog:
    """root: the folder of config.yaml; state: the folder below it that is not in git."""

    root: Path
    state: str = ".driftgate"
    kept: int = KEPT_RUNS

    @property
    def runs(self) -> Path:
        return self.root / self.state / "runs"

    @property
    def smoke(self) -> Path:
        return self.root / self.state / "smoke.jsonl"

    @property
    def intent(self) -> Path:
        return self.root / self.state / "smoke-intent.json"

    @property
    def last(self) -> Path:
        return self.root / self.state / "last-run"

    def smoke_lines(self, lines: Sequence[str]) -> None:
        """Appends finished lines, each on disk before the next. Raises StorageError."""
        for line in lines:
            if "\n" in line or "\r" in line:
                raise StorageError("a smoke line is more than one line", where=str(self.smoke))
        with self._lock():
            for line in lines:
                files.append_line(self.smoke, line, root=self.root)
            files.remove(self.intent, root=self.root)

    def smoke_intent(self, line: str) -> None:
        """Notes that a request is about to be sent; its smoke line takes the note away. Raises StorageError."""
        with self._lock():
            files.write_atomic(self.intent, line + "\n", root=self.root)

    def open_intent(self) -> str:
        """Run id and case of a request that was about to be sent when the process ended; empty where there is none."""
        data = files.read_bytes(self.intent, root=self.root)
        open_cases = unfinished([] if data is None else [data.decode("utf-8", "replace")])
        return ", ".join(f"{run} {case}" for run, case in open_cases)

    def run(self, record: str) -> None:
        """Keeps one run's record (JSON with the key ``run_id`` or ``id``), points to it as the last, and drops the oldest beyond
        the bound. Raises StorageError."""
        name = run_id(record)
        with self._lock():
            files.clean_leftovers(self.runs)
            files.write_atomic(self.runs / f"{name}.json", record, root=self.root)
            files.write_atomic(self.last, name + "\n", root=self.root)
            self._drop_oldest(name)

    def last_run(self) -> str | None:
        """The record of the last run, None where there is none. Raises StorageError."""
        name = (files.read_bytes(self.last, root=self.root) or b"").decode("ascii", "replace").strip()
        if not _RUN_ID.match(name):
            return None
        data = files.read_bytes(self.runs / f"{name}.json", root=self.root)
        return None if data is None else data.decode("utf-8", "replace")

    def _lock(self) -> AbstractContextManager[None]:
        return locked(self.root / self.state / "lock", root=self.root)

    def _drop_oldest(self, newest: str) -> None:
        """Records by age; the one just written is never among the dropped, whatever the clock says."""
        others = [path for path in self.runs.glob("*.json") if path.stem != newest]
        others.sort(key=lambda path: path.stat().st_mtime_ns, reverse=True)
        for path in others[max(self.kept - 1, 0) :]:
            files.remove(path, root=self.root)


def run_id(record: str) -> str:
    """The id in a run's record, as a file name. Raises StorageError where it is missing or no safe name."""
    try:
        data = json.loads(record)
    except (ValueError, RecursionError):
        data = None
    run = data.get("run", data) if isinstance(data, dict) else None
    found = (run.get("run_id") or run.get("id")) if isinstance(run, dict) else None
    if not isinstance(found, str) or not _RUN_ID.match(found):
        raise StorageError("a run record has no usable id", why="letters, digits, _ and - are usable")
    return found
