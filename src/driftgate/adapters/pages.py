"""The ``Pages`` port: documents from the web with a memory and evidence, or from the evidence of an earlier run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from types import TracebackType
from urllib.parse import urldefrag

from driftgate.adapters.cache import Cache, Known
from driftgate.adapters.evidence import Evidence, RunIndex
from driftgate.adapters.fetcher import Fetcher
from driftgate.adapters.once import Once
from driftgate.adapters.reach import Reach
from driftgate.adapters.records import Key, proven
from driftgate.adapters.refusal import Refused
from driftgate.config.model import FetchLimits
from driftgate.extract.page import Page, Unread, Unreadable
from driftgate.ports import Clock

PAST_CACHES = {"Cache-Control": "no-cache"}


class WebPages:
    """Documents over HTTP, each fetched once per run, from any number of threads. Close it when the run is over."""

    def __init__(self, limits: FetchLimits, reach: Reach, evidence: Evidence, clock: Clock) -> None:
        self._fetcher = Fetcher(limits, reach, clock)
        self._evidence = evidence
        self._cache = Cache(evidence, limits.cache_days)
        self._clock = clock
        self._once: Once[Key, Page | Unread | None] = Once()

    def __enter__(self) -> WebPages:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        self._fetcher.close()

    def fetch(self, url: str, *, accept: str = "") -> Page | Unread:
        """The document at url. accept: an Accept header other than the usual one."""
        return asked_as(url, self._fetched(Key(urldefrag(url).url, accept)))

    def fetch_again(self, url: str, *, accept: str = "") -> Page | Unread:
        """The same, past every cache, once per run."""
        return asked_as(url, self._fetched(Key(urldefrag(url).url, accept, again=True)))

    def _fetched(self, key: Key) -> Page | Unread:
        mine: list[Page | Unread] = []
        kept = self._once.get(key, lambda: self._made(key, mine))
        # Only the first to ask holds the body in memory; a thousand pages are not held for the few who ask twice.
        outcome = mine[0] if mine else kept or self._evidence.again(key)
        return outcome or Unread(key.url, Unreadable.OFFLINE, "the page was fetched, and its evidence is gone")

    def _made(self, key: Key, mine: list[Page | Unread]) -> Page | Unread | None:
        outcome, body_at = self._asked(key)
        mine.append(outcome)
        is_kept = self._evidence.keep(key, outcome, body_at)
        return None if is_kept and isinstance(outcome, Page) else outcome

    def _asked(self, key: Key) -> tuple[Page | Unread, str]:
        try:
            known = None if key.again else self._cache.known(key, self._clock.now())
            page = self._fetcher.get(key.url, _headers(key), known.page if known else None)
        except Refused as refusal:
            return refusal.unread(key.url), ""
        except Exception:  # noqa: BLE001 - the edge: nothing that fetching meets may end a run, or pass for a page
            return Unread(key.url, Unreadable.NETWORK, "an unexpected failure"), ""
        return page, _body_at(page, known)


class OfflinePages:
    """The documents of finished runs, the newest first. Nothing touches the network."""

    def __init__(self, evidence: Evidence, runs: Sequence[RunIndex]) -> None:
        self._evidence = evidence
        self._runs = tuple(runs)

    def fetch(self, url: str, *, accept: str = "") -> Page | Unread:
        """What the last of these runs that asked for url was given."""
        return asked_as(url, self._stored(Key(urldefrag(url).url, accept)))

    def fetch_again(self, url: str, *, accept: str = "") -> Page | Unread:
        """The second look of that run, or its only one."""
        return asked_as(url, self._stored(Key(urldefrag(url).url, accept, again=True), Key(urldefrag(url).url, accept)))

    def _stored(self, *keys: Key) -> Page | Unread:
        missing = Unread(keys[0].url, Unreadable.OFFLINE)
        found = (run.records[key] for run in self._runs for key in keys if key in run.records)
        record = next(found, None)
        return (self._evidence.outcome(record) if record else None) or missing


def asked_as(url: str, outcome: Page | Unread) -> Page | Unread:
    """The outcome under the URL as the caller wrote it: with its fragment, and spelled as in the configuration."""
    if isinstance(outcome, Unread):
        return outcome if outcome.url == url else replace(outcome, url=url)
    return outcome if outcome.asked == url else proven(replace(outcome, asked=url), outcome.sha256)


def _headers(key: Key) -> dict[str, str]:
    accept = {"Accept": key.accept} if key.accept else {}
    return accept | PAST_CACHES if key.again else accept


def _body_at(page: Page, known: Known | None) -> str:
    return known.body_at if known and page.body is known.page.body else page.fetched_at
