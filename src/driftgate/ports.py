"""What the pipeline needs of the outside world. The adapters provide it; tests/fakes.py provides it in memory."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from driftgate.contract import ClientContract, Operation
from driftgate.extract.page import Page, Unread
from driftgate.smoke.model import Answer, NoAnswer, PlannedRequest
from driftgate.snapshot.model import Snapshot


class Pages(Protocol):
    """Documentation over HTTP, or from the evidence of an earlier run."""

    def fetch(self, url: str, *, accept: str = "") -> Page | Unread:
        """One document. Never raises for anything a server can do. The same URL is fetched once per run."""
        ...

    def fetch_again(self, url: str, *, accept: str = "") -> Page | Unread:
        """The same, past every cache: a second look before drift is declared."""
        ...


class Browser(Protocol):
    """Documentation as a browser shows it, or as it showed it in an earlier run."""

    def render(self, page: Page, operation: Operation, *, again: bool = False) -> Page | Unread:
        """The page after its scripts have run, with what a click would open about the operation opened. Never raises for
        anything a page can do. again: for the second look before drift is declared."""
        ...


class Snapshots(Protocol):
    """Approved snapshots, client contracts and pending candidates. Reading raises SnapshotError with file and line."""

    def approved(self, target: str) -> Snapshot | None: ...

    def clients(self, target: str) -> tuple[ClientContract, ...]: ...

    def pending(self, target: str) -> Snapshot | None: ...

    def fingerprint(self, target: str) -> str:
        """A digest of the bytes of the approved snapshot and the client contracts; empty where nothing is approved."""
        ...

    def drop_pending(self, target: str) -> None:
        """Forgets a candidate, if there is one."""
        ...

    def save_pending(self, snapshot: Snapshot) -> str:
        """Keeps a candidate for approval and returns its digest."""
        ...

    def approve(self, snapshot: Snapshot, *, left: Snapshot | None = None) -> str:
        """Replaces the approved snapshot in one step and returns the file's path; ``left`` stays pending."""
        ...


class Proofs(Protocol):
    """A memory of clean checks. Losing it costs time, no verdict; nothing here raises."""

    def recall(self, target: str) -> str | None: ...

    def remember(self, target: str, text: str) -> None: ...

    def forget(self, target: str) -> None: ...


class RunLog(Protocol):
    """Run records and smoke lines, append-only, below the state folder."""

    def smoke_lines(self, lines: Sequence[str]) -> None: ...

    def smoke_intent(self, line: str) -> None:
        """Notes that a request is about to be sent; its smoke line takes the note away."""
        ...

    def run(self, record: str) -> None: ...

    def last_run(self) -> str | None: ...


class Api(Protocol):
    """The vendor's API, reached only through an open gate. Holds the credential and its pinned origin."""

    def send(self, request: PlannedRequest) -> Answer | NoAnswer:
        """Sends once: no redirect is followed, no proxy of the environment used, nothing retried."""
        ...


class Clock(Protocol):
    def now(self) -> datetime:
        """The time, in UTC."""
        ...
