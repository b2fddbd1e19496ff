"""Few requests at a time and some time between them, per host; and how long a server asks to be left alone."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from email.utils import parsedate_to_datetime
from math import ceil

from driftgate.adapters.refusal import Refused
from driftgate.extract.page import Unreadable

AT_ONCE = 4  # requests to one public host
LONGEST_DELAY = 10.0  # of a robots.txt; a longer one would stretch a run over hours
LONGEST_WAIT = 60  # of a Retry-After


class Politeness:
    """Slots and spacing per host. at_once: how many fetches a host may have running."""

    def __init__(self, at_once: Callable[[str], int], delay: float) -> None:
        self._at_once = at_once
        self._delay = delay
        self._slots: dict[str, threading.BoundedSemaphore] = {}
        self._free_at: dict[str, float] = {}
        self._lock = threading.Lock()

    @contextmanager
    def slot(self, host: str, until: float) -> Iterator[None]:
        """Waits for one of the host's slots. Raises Refused where the run's time is over first."""
        with self._lock:
            slots = self._slots.get(host)
            if slots is None:
                slots = self._slots[host] = threading.BoundedSemaphore(self._at_once(host))
        if not slots.acquire(timeout=max(0.0, until - time.monotonic())):
            raise run_over()
        try:
            yield
        finally:
            slots.release()

    def space(self, host: str, delay: float, until: float) -> float:
        """Waits until the host's next request is due, and returns the seconds waited. Raises Refused as slot does."""
        gap = max(self._delay, min(delay, LONGEST_DELAY))
        if not gap:
            return 0.0
        with self._lock:
            now = time.monotonic()
            start = max(now, self._free_at.get(host, 0.0))
            if start > until:
                raise run_over()
            self._free_at[host] = start + gap
        time.sleep(start - now)
        return start - now


def run_over() -> Refused:
    """The refusal of a fetch that the whole run has no time left for."""
    return Refused(Unreadable.TIMEOUT, "the time for the whole run is over")


def retry_after(headers: Mapping[str, str], now: datetime) -> int | None:
    """The seconds that a server asks to wait, whether it wrote a number or a date; None where it says nothing readable."""
    text = headers.get("retry-after", "").strip()
    if text.isascii() and text.isdigit():
        return int(text[:9])
    try:
        moment = parsedate_to_datetime(text[:64])
        return max(0, ceil((moment - now).total_seconds()))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
