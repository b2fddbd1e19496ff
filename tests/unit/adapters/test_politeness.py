"""How driftgate waits: for a host's slot, between requests, and as long as a server asks."""

from __future__ import annotations

import threading
import time
from datetime import UTC, datetime

import pytest

from driftgate.adapters.politeness import Politeness, retry_after
from driftgate.adapters.refusal import Refused
from driftgate.extract.page import Unreadable

NOON = datetime(2026, 11, 22, 12, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("", None),
        ("soon", None),
        ("-5", None),
        ("1.5", None),
        ("Sun, 99 Nov 2026 12:00:00 GMT", None),
        ("٣", None),
        ("0", 0),
        (" 120 ", 120),
        ("9" * 5000, 999999999),
        ("Sun, 22 Nov 2026 12:01:30 GMT", 90),
        ("Sun, 22 Nov 2026 11:00:00 GMT", 0),
    ],
)
def test_retry_after_is_a_number_or_a_date_or_nothing(text: str, seconds: int | None) -> None:
    assert retry_after({"retry-after": text} if text else {}, NOON) == seconds


def test_a_host_has_no_more_than_its_slots_and_other_hosts_have_their_own() -> None:
    politeness = Politeness(lambda host: 2, 0.0)
    running: list[int] = []
    most: list[int] = []

    def fetch() -> None:
        with politeness.slot("docs.acme.dev", time.monotonic() + 5):
            running.append(1)
            most.append(len(running))
            time.sleep(0.02)
            running.pop()

    threads = [threading.Thread(target=fetch) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert max(most) == 2
    with politeness.slot("a", 0.0), politeness.slot("b", 0.0), politeness.slot("a", 0.0):
        pass


def test_waiting_for_a_slot_ends_with_the_run() -> None:
    politeness = Politeness(lambda host: 1, 0.0)
    with (
        politeness.slot("a", time.monotonic() + 5),
        pytest.raises(Refused) as caught,
        politeness.slot("a", time.monotonic() + 0.05),
    ):
        pass
    assert (caught.value.reason, caught.value.detail) == (Unreadable.TIMEOUT, "the time for the whole run is over")


def test_requests_to_one_host_keep_the_longer_of_both_delays() -> None:
    politeness = Politeness(lambda host: 4, 0.02)
    far = time.monotonic() + 5
    start = time.monotonic()
    assert politeness.space("a", 0.0, far) == 0.0
    assert politeness.space("b", 0.0, far) == 0.0
    assert 0.0 < politeness.space("a", 0.05, far) <= 0.02
    assert 0.02 < politeness.space("a", 0.0, far) <= 0.05
    assert 0.06 < time.monotonic() - start < 1.0


def test_a_request_that_would_be_due_after_the_run_is_refused_at_once() -> None:
    politeness = Politeness(lambda host: 4, 3.0)
    politeness.space("a", 0.0, time.monotonic() + 1)
    with pytest.raises(Refused) as caught:
        politeness.space("a", 0.0, time.monotonic() + 1)
    assert caught.value.reason is Unreadable.TIMEOUT
