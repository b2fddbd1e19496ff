"""Snapshots as files: found where the design says, replaced in one step, never lost and never guessed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from contracts import approved, chat, pending
from driftgate.adapters.store import SnapshotStore
from driftgate.contract import ClientContract, Field, Operation
from driftgate.errors import SnapshotError, StorageError
from driftgate.ports import Snapshots
from driftgate.snapshot.approval import approved_from, base_of, rebased
from driftgate.snapshot.canonical import canonical
from driftgate.snapshot.codec import digest, dump_snapshot

AT = "2026-11-22T10:00:00Z"


@pytest.fixture
def store(tmp_path: Path) -> SnapshotStore:
    return SnapshotStore(tmp_path)


@pytest.mark.parametrize(
    "target", ["../x/y", "a/../b", "a", "a/", "A/b", "a/con", "a/b\0", "a/" + "b" * 65, "a/\u00e9", "a/b/c", "-a/b"]
)
def test_an_id_that_is_no_safe_file_name_is_refused(store: SnapshotStore, target: str) -> None:
    with pytest.raises(StorageError, match="no safe file name"):
        store.approved(target)


def test_nothing_there_is_none(store: SnapshotStore) -> None:
    assert (store.approved("acme/chat"), store.pending("acme/chat"), store.clients("acme/chat")) == (None, None, ())


@pytest.mark.parametrize(
    "content", [b"", b"<<<<<<< HEAD\n", b"format: 1\n", b"\xff\xfe"], ids=["empty", "conflict", "cut", "bytes"]
)
def test_a_snapshot_that_cannot_be_read_is_an_error_and_never_overwritten(store: SnapshotStore, content: bytes) -> None:
    path = store.approved_path("acme/chat")
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    with pytest.raises(SnapshotError):
        store.approved("acme/chat")
    with pytest.raises(SnapshotError):
        store.approve(approved_from(pending(), by="ada", at=AT, note="seen"))
    assert path.read_bytes() == content


def test_a_pending_file_put_in_the_place_of_an_approved_one_is_refused(store: SnapshotStore) -> None:
    path = store.approved_path("acme/chat")
    path.parent.mkdir(parents=True)
    path.write_text(dump_snapshot(pending()))
    with pytest.raises(SnapshotError, match="no review"):
        store.approved("acme/chat")


def test_a_candidate_without_review_or_with_another_base_is_not_approved(store: SnapshotStore) -> None:
    with pytest.raises(SnapshotError, match="only a reviewed contract"):
        store.approve(pending())
    with pytest.raises(SnapshotError, match="stale"):
        store.approve(approved_from(pending(base="ab" * 32), by="ada", at=AT, note="seen"))
    assert store.approved("acme/chat") is None


def test_a_contract_that_would_not_read_back_is_not_written(store: SnapshotStore) -> None:
    broken = pending(chat(Field("body", "x", {"default": float("inf")})))
    with pytest.raises(SnapshotError):
        store.save_pending(broken)
    assert not store.pending_path("acme/chat").exists()


def test_a_candidate_is_kept_approved_and_used_up(store: SnapshotStore, tmp_path: Path) -> None:
    assert store.save_pending(pending()) == digest(chat())
    assert store.pending("acme/chat") == replace(pending(), contract=canonical(chat()))
    path = store.approve(approved_from(pending(), by="ada", at=AT, note="first review"))
    assert path == str(tmp_path / "snapshots" / "acme" / "chat.yaml")
    assert store.approved("acme/chat") == replace(approved(), contract=canonical(chat()))
    assert store.pending("acme/chat") is None
    store.save_pending(pending(base=base_of(approved())))
    store.drop_pending("acme/chat")
    assert store.pending("acme/chat") is None


def test_what_a_partial_approval_leaves_stays_pending(store: SnapshotStore) -> None:
    whole = pending(chat(Field("body", "n", {})))
    half = approved_from(pending(), by="ada", at=AT, note="half")
    store.approve(half, left=rebased(whole, half))
    left = store.pending("acme/chat")
    assert left is not None
    assert left.base == base_of(store.approved("acme/chat"))


def test_clients_are_found_by_their_names_and_no_other_target_s(store: SnapshotStore) -> None:
    for name in ("", "batch", "web"):
        client = ClientContract(operation=Operation("GET", "/x"), base_url="https://api.example", name=name)
        store.save_client("acme/chat", client)
        store.save_client("acme/chat-2", client)
    assert [client.name for client in store.clients("acme/chat")] == ["", "batch", "web"]


def test_it_is_the_port(store: SnapshotStore) -> None:
    port: Snapshots = store
    assert port.approved("acme/chat") is None
