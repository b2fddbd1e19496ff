"""What is shipped for CometAPI loads, is canonical, and is what the readers really extract."""

from __future__ import annotations

import json
from pathlib import Path

from driftgate.adapters.store import SnapshotStore
from driftgate.diff.clients import conflicts
from driftgate.snapshot.client import dump_client
from driftgate.snapshot.codec import dump_snapshot
from driftgate.snapshot.review import to_review
from shipped_snapshot import NOTE, OPERATION, REFERENCE, TARGET, candidate

ROOT = Path(__file__).parents[2]
STORE = SnapshotStore(ROOT)


def test_the_shipped_snapshot_is_reviewed_and_canonical() -> None:
    snapshot = STORE.approved(TARGET)
    assert snapshot is not None
    assert dump_snapshot(snapshot) == STORE.approved_path(TARGET).read_text()
    assert (snapshot.reference, snapshot.contract.operation) == (REFERENCE, OPERATION)
    assert snapshot.review is not None
    assert (snapshot.review.by, snapshot.review.note) == ("driftgate maintainers", NOTE)


def test_the_shipped_client_contract_is_the_smoke_client_s_and_fits_the_snapshot() -> None:
    (client,) = STORE.clients(TARGET)
    assert dump_client(client) == STORE.client_path(TARGET).read_text()
    assert list(client.sends) == [
        "body:max_tokens",
        "body:messages",
        "body:messages[].content",
        "body:messages[].role",
        "body:model",
    ]
    assert sorted(client.reads) == [
        "200:choices[].finish_reason",
        "200:choices[].message.content",
        "error:error.code",
        "error:error.message",
    ]
    snapshot = STORE.approved(TARGET)
    assert snapshot is not None
    assert conflicts(snapshot.contract, client) == ()


def test_the_shipped_snapshot_is_what_is_read_from_the_capture_today(shared: Path) -> None:
    """Made anew by tests/shipped_snapshot.py where a reader has learned to read more."""
    pages = shared / "corpus" / "real"
    url = json.loads((pages / "meta" / "cometapi-chat.json").read_text())["url"]
    found = candidate((pages / "pages" / "apidog-md" / "cometapi-chat.md").read_bytes(), url)
    snapshot = STORE.approved(TARGET)
    assert snapshot is not None
    assert to_review(snapshot.contract, found.contract) == ()
    assert snapshot.read_from == found.read_from
    assert snapshot.contradictions == found.contradictions
