"""The ``Browser`` port: pages rendered now and kept as evidence, or the ones that an earlier run rendered."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import Protocol

from driftgate.adapters.evidence import Evidence, RunIndex
from driftgate.adapters.records import Key
from driftgate.contract import Operation
from driftgate.extract.page import Page, Unread, Unreadable


class Renderer(Protocol):
    def rendered(self, page: Page, operation: Operation) -> Page | Unread: ...


class Rendered:
    """Renders one page at a time, each once per run and operation, from any number of threads: a browser is large."""

    def __init__(self, renderer: Renderer, evidence: Evidence) -> None:
        self._renderer = renderer
        self._evidence = evidence
        self._lock = threading.Lock()

    def render(self, page: Page, operation: Operation, *, again: bool = False) -> Page | Unread:
        """The page as a browser shows it. again: rendered anew, once per run."""
        key = key_of(page, operation, again=again)
        with self._lock:
            kept = self._evidence.again(key)
            if kept is not None:
                return kept
            outcome = self._renderer.rendered(page, operation)
            self._evidence.keep(key, outcome, outcome.fetched_at if isinstance(outcome, Page) else "")
            return outcome


class OfflineRendered:
    """What the last of these runs that rendered a page was shown. No browser is started."""

    def __init__(self, evidence: Evidence, runs: Sequence[RunIndex]) -> None:
        self._evidence = evidence
        self._runs = tuple(runs)

    def render(self, page: Page, operation: Operation, *, again: bool = False) -> Page | Unread:
        """The page as it was shown, on the second look if there was one and it is asked for."""
        keys = [key_of(page, operation, again=look) for look in ((True, False) if again else (False,))]
        found = (run.records[key] for run in self._runs for key in keys if key in run.records)
        record = next(found, None)
        return (self._evidence.outcome(record) if record else None) or Unread(page.asked, Unreadable.OFFLINE)


def key_of(page: Page, operation: Operation, *, again: bool) -> Key:
    """The key of a rendering. Its words stand where an Accept header would, and no server is asked with them."""
    return Key(page.asked, f"rendered for {operation}", again)
