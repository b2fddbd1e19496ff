"""Nothing is approved that is stale, unseen, broken or unsigned."""

from __future__ import annotations

from dataclasses import replace

import pytest

from contracts import approved, chat, pending
from driftgate.contract import Contract, Field
from driftgate.errors import SnapshotError
from driftgate.snapshot.approval import (
    approved_from,
    base_of,
    rebased,
    refuse_broken,
    refuse_other_digest,
    refuse_stale,
    removed_fields,
)
from driftgate.snapshot.codec import digest, dump_snapshot, load_snapshot

AT = "2026-11-22T10:00:00Z"


def without(*keys: str) -> Contract:
    return replace(chat(), fields={key: field for key, field in chat().fields.items() if key not in keys})


@pytest.mark.parametrize(
    ("by", "at", "note"),
    [
        pytest.param(" ", AT, "seen", id="no reviewer"),
        pytest.param("ada", AT, "", id="no note"),
        pytest.param("ada", AT, "x" * 501, id="endless note"),
        pytest.param("ada", "yesterday", "seen", id="no time"),
        pytest.param("ada", "2026-11-22T10:00:00", "seen", id="no time zone"),
        pytest.param("ada", "2026-11-22T10:00:00+02:00", "seen", id="not UTC"),
    ],
)
def test_an_unsigned_approval_is_refused(by: str, at: str, note: str) -> None:
    with pytest.raises(SnapshotError):
        approved_from(pending(), by=by, at=at, note=note)


def test_an_approval_says_who_when_and_why_and_seals_the_contract() -> None:
    result = approved_from(pending(base="x"), by="ada", at=AT, note="seen\nand agreed")
    assert result.review is not None
    assert (result.review.by, result.review.at, result.review.note) == ("ada", AT, "seen and agreed")
    assert load_snapshot(dump_snapshot(result), "acme/chat.yaml").review == result.review


def test_a_candidate_made_against_another_snapshot_is_stale() -> None:
    with pytest.raises(SnapshotError, match="stale"):
        refuse_stale(pending(base=base_of(approved())), approved(without("query:limit")))
    with pytest.raises(SnapshotError, match="stale"):
        refuse_stale(pending(), approved())
    with pytest.raises(SnapshotError, match="stale"):
        refuse_stale(pending(base=base_of(approved())), None)


def test_a_candidate_made_against_what_is_approved_is_not_stale() -> None:
    refuse_stale(pending(), None)
    refuse_stale(pending(base=base_of(approved())), approved())


@pytest.mark.parametrize("asked", ["", "ab", digest(chat())[:11], "0" * 64])
def test_another_digest_or_too_short_a_one_is_refused(asked: str) -> None:
    with pytest.raises(SnapshotError, match="digest"):
        refuse_other_digest(pending(), asked)


def test_the_digest_may_be_given_whole_short_or_with_its_name() -> None:
    for asked in (digest(chat()), digest(chat())[:12], f"sha256:{digest(chat())}"):
        refuse_other_digest(pending(), asked)


def test_a_contract_without_fields_needs_the_number_of_removals() -> None:
    empty = replace(chat(), fields={})
    for before, count in ((None, 0), (chat(), 8)):
        with pytest.raises(SnapshotError):
            refuse_broken(before, empty)
        refuse_broken(before, empty, accept_removals=count)


def test_a_burst_of_removals_needs_their_exact_number() -> None:
    after = without("query:limit", "200:id", "200:on")
    assert removed_fields(chat(), after) == 3
    for number in (None, 2, 4):
        with pytest.raises(SnapshotError, match="drops 3 of 8 fields"):
            refuse_broken(chat(), after, accept_removals=number)
    refuse_broken(chat(), after, accept_removals=3)


def test_a_few_removals_and_any_additions_need_no_number() -> None:
    refuse_broken(chat(), without("query:limit", "200:id"))
    refuse_broken(chat(), chat(Field("body", "n", {})))
    refuse_broken(None, chat())


def test_what_a_partial_approval_leaves_stays_pending_against_the_new_base() -> None:
    half = approved(without("query:limit"))
    left = rebased(pending(), half)
    assert left is not None
    refuse_stale(left, half)
    assert rebased(pending(), approved()) is None
