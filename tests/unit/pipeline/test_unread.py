"""Every reason for an unread page comes with its words, its address and a next step."""

from __future__ import annotations

import pytest

from driftgate.extract.page import Unread, Unreadable
from driftgate.pipeline.unread import LOOK, NEXT, NO_CONTRACT, located, nothing

URL = "https://docs.acme.test/send"


@pytest.mark.parametrize("reason", Unreadable)
def test_every_reason_has_a_next_step(reason: Unreadable) -> None:
    error = nothing(NO_CONTRACT, [Unread(URL, reason)])
    assert (error.where, error.why, error.advice) == (URL, str(reason), NEXT[reason])


def test_other_pages_are_named_with_their_addresses_once_each() -> None:
    twin = Unread(f"{URL}.md", Unreadable.MISSING)
    error = nothing(NO_CONTRACT, [Unread(URL, Unreadable.STATUS, "status 500"), twin, twin])
    assert error.why == f"the server answered with an error status (status 500); {located(twin)}"


def test_pages_that_say_nothing_at_all_are_to_be_looked_at() -> None:
    error = nothing(NO_CONTRACT, [])
    assert (error.why, error.advice) == ("no operation was found", LOOK)
