"""What tests of fetching share: limits, a clock that stands still, and pages of a loopback server."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from driftgate.adapters.evidence import Evidence
from driftgate.adapters.pages import WebPages
from driftgate.adapters.reach import reach_of
from driftgate.config.model import FetchLimits
from driftgate.extract.page import Page, Unread
from hostile import HostileServer

TIGHT = FetchLimits(deadline=0.4, run_deadline=30.0, max_bytes=1024 * 1024, retries=1)
EASY = replace(TIGHT, deadline=10.0)
NOON = datetime(2026, 11, 22, 12, 0, 0, tzinfo=UTC)


class Clock:
    """A clock that stands at a moment until it is moved."""

    def __init__(self, moment: datetime = NOON) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment


def pages(server: HostileServer, state: Path, limits: FetchLimits = EASY, clock: Clock | None = None) -> WebPages:
    return WebPages(limits, reach_of((), also=[server.url()]), Evidence(state), clock or Clock())


def fetched(server: HostileServer, path: str, state: Path, limits: FetchLimits = EASY) -> Page | Unread:
    with pages(server, state, limits) as web:
        return web.fetch(server.url(path))
