"""One document from its URL: redirects by hand, retries as asked for, robots.txt, and a page that is whole or refused."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

import httpx

from driftgate.adapters.headers import charset, links, media_type, validator
from driftgate.adapters.http import OK, Answer, Wire
from driftgate.adapters.politeness import AT_ONCE, LONGEST_WAIT, Politeness, retry_after, run_over
from driftgate.adapters.reach import Reach, is_literal
from driftgate.adapters.records import proven
from driftgate.adapters.refusal import Refused
from driftgate.adapters.robots import LONGEST as LONGEST_ROBOTS
from driftgate.adapters.robots import Robots
from driftgate.config.model import FetchLimits
from driftgate.extract.page import Page, Unreadable
from driftgate.ports import Clock

REDIRECTS = (301, 302, 303, 307, 308)
PERMANENT = (301, 308)
NOT_MODIFIED = 304
GONE = (404, 410)
COME_BACK = (429, 503)
TOO_MANY = 429


class Fetcher:
    """Gets documents over one client and remembers none of them. Thread-safe."""

    def __init__(self, limits: FetchLimits, reach: Reach, clock: Clock) -> None:
        self._limits = limits
        self._reach = reach
        self._clock = clock
        self._wire = Wire(reach, limits)
        self._robots = Robots(self._robots_file) if limits.robots == "obey" else None
        self._politeness = Politeness(self._at_once, limits.delay)
        self._run_ends = time.monotonic() + limits.run_deadline

    def close(self) -> None:
        self._wire.close()

    def get(self, url: str, headers: Mapping[str, str], known: Page | None = None) -> Page:
        """The document at url. headers: besides the usual ones; known: what a 304 from its address confirms.

        Raises Refused for anything that is not a whole document with status 200 (or a 304 for known).
        """
        first = self._reach.start(url)
        if self._robots:
            self._robots.require(first)
        with self._politeness.slot(first.host, self._run_ends):
            return self._trip(first, headers, known, self._robots, self._limits.max_bytes)

    def _robots_file(self, url: str) -> Page:
        # Without a slot: the page that waits for it may hold the last one.
        return self._trip(self._reach.start(url), {"Accept": "text/plain, */*;q=0.5"}, None, None, LONGEST_ROBOTS)

    def _trip(self, first: httpx.URL, headers: Mapping[str, str], known: Page | None, robots: Robots | None, limit: int) -> Page:
        here, permanent = first, True
        until = time.monotonic() + self._limits.deadline
        for _ in range(self._limits.redirects + 1):
            delay = robots.require(here) if robots else 0.0
            until += self._politeness.space(here.host, delay, self._run_ends)
            asked = conditions(known) if known and known.reached == str(here) else {}
            answer = self._answered(here, {**headers, **asked}, min(until, self._run_ends), limit)
            if answer.status in REDIRECTS:
                here = self._reach.step(first, here, answer.headers.get("location", ""))
                permanent = permanent and answer.status in PERMANENT
            elif answer.status == NOT_MODIFIED and known and asked:
                return self._confirmed(known, first, here, permanent)
            else:
                return self._page(answer, first, here, permanent)
        raise Refused(Unreadable.REDIRECT, f"there are more than {self._limits.redirects} redirects")

    def _answered(self, here: httpx.URL, headers: Mapping[str, str], until: float, limit: int) -> Answer:
        """An answer that does not ask to come back later, or Refused."""
        for retries_left in range(self._limits.retries, -1, -1):
            if until <= time.monotonic():
                raise run_over() if until == self._run_ends else Refused(Unreadable.TIMEOUT)
            answer = self._wire.get(here, headers, until=until, limit=limit)
            wait = retry_after(answer.headers, self._clock.now()) if answer.status in COME_BACK else None
            if wait is None:
                return answer
            if not retries_left or wait > LONGEST_WAIT or time.monotonic() + wait >= until:
                raise Refused(Unreadable.RATE_LIMITED, f"try again after {wait} s", answer.status)
            time.sleep(wait)
        raise AssertionError

    def _page(self, answer: Answer, first: httpx.URL, here: httpx.URL, permanent: bool) -> Page:
        if answer.status != OK:
            raise _refused_status(answer.status)
        return Page(
            asked=str(first),
            reached=str(here),
            status=answer.status,
            media_type=media_type(answer.headers),
            body=answer.body,
            charset=charset(answer.headers),
            etag=validator(answer.headers, "etag"),
            last_modified=validator(answer.headers, "last-modified"),
            fetched_at=self._now(),
            moved_permanently=permanent and here != first,
            links=links(answer.headers, here),
        )

    def _confirmed(self, known: Page, first: httpx.URL, here: httpx.URL, permanent: bool) -> Page:
        moved = permanent and here != first
        return proven(replace(known, asked=str(first), fetched_at=self._now(), moved_permanently=moved), known.sha256)

    def _now(self) -> str:
        return utc_text(self._clock.now())

    def _at_once(self, host: str) -> int:
        return self._limits.connections if is_literal(host) else min(AT_ONCE, self._limits.connections)


def utc_text(moment: datetime) -> str:
    """A moment as ISO 8601 in UTC with a Z."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def conditions(known: Page) -> dict[str, str]:
    """The header that asks whether a page is still the same: its ETag, else its own date verbatim; never both."""
    if known.etag:
        return {"If-None-Match": known.etag}
    return {"If-Modified-Since": known.last_modified} if known.last_modified else {}


def _refused_status(status: int) -> Refused:
    if status in GONE:
        return Refused(Unreadable.MISSING, "", status)
    if status == TOO_MANY:
        return Refused(Unreadable.RATE_LIMITED, "it did not say when", status)
    return Refused(Unreadable.STATUS, f"status {status}", status)
