"""A thing is made once, however many ask."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from driftgate.adapters.once import Once


def test_many_threads_get_the_one_value() -> None:
    once: Once[str, object] = Once()
    made: list[int] = []

    def make() -> object:
        made.append(1)
        time.sleep(0.05)
        return object()

    with ThreadPoolExecutor(8) as pool:
        values = set(pool.map(lambda _: once.get("a", make), range(32)))
    assert (len(values), len(made)) == (1, 1)
    assert once.get("b", lambda: 2) == 2


def test_a_failure_is_made_once_too() -> None:
    once: Once[str, int] = Once()
    made: list[int] = []

    def make() -> int:
        made.append(1)
        raise KeyError("a")

    for _ in range(3):
        with pytest.raises(KeyError):
            once.get("a", make)
    assert made == [1]
