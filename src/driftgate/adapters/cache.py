"""The HTTP cache: a page of an earlier run whose body is still whole, and young enough to let a server confirm it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from driftgate.adapters.evidence import Evidence
from driftgate.adapters.records import Key
from driftgate.extract.page import Page


@dataclass(frozen=True, slots=True)
class Known:
    """A page with a validator. body_at: when the server last sent the body itself."""

    page: Page
    body_at: str


class Cache:
    """Looks into the evidence of earlier runs."""

    def __init__(self, evidence: Evidence, days: int) -> None:
        self._evidence = evidence
        self._longest = timedelta(days=days)

    def known(self, key: Key, now: datetime) -> Known | None:
        """What a conditional request can be made from, or None: never seen, no validator, too old, or damaged."""
        record = self._evidence.newest(key)
        if record is None or not record.sha256 or not _is_young(record.body_at, now, self._longest):
            return None
        page = self._evidence.outcome(record)
        if not isinstance(page, Page) or not (page.etag or page.last_modified):
            return None
        return Known(page, record.body_at)


def _is_young(body_at: str, now: datetime, longest: timedelta) -> bool:
    try:
        age = now - datetime.fromisoformat(body_at)
    except (ValueError, TypeError):
        return False
    return timedelta(0) <= age <= longest
