"""A kill at any moment leaves the old snapshot or the new one, whole and reviewed, and the next run can work."""

from __future__ import annotations

import os
import random
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from contracts import chat, pending
from driftgate.adapters.store import SnapshotStore
from driftgate.contract import Field
from driftgate.errors import StorageError
from driftgate.snapshot.approval import approved_from, base_of
from driftgate.snapshot.codec import digest
from driftgate.snapshot.model import Snapshot

TESTS = Path(__file__).parents[1]
KILLS = 40
TARGET = "acme/chat"

APPROVE_WITHOUT_END = """
import itertools, sys
from pathlib import Path
from contracts import chat, pending
from driftgate.adapters.store import SnapshotStore
from driftgate.contract import Field
from driftgate.snapshot.approval import approved_from, base_of

store = SnapshotStore(Path(sys.argv[1]))
limit = int(sys.argv[2])
print("ready", flush=True)
for turn in range(limit):
    with_more = chat(*(Field("body", f"extra_{n}", {"type": "string"}) for n in range(turn % 2 * 50)))
    try:
        candidate = pending(with_more, base=base_of(store.approved("acme/chat")))
        store.save_pending(candidate)
        store.approve(approved_from(candidate, by="ada", at="2026-11-22T10:00:00Z", note="turn"))
        print("done", flush=True)
    except Exception as error:
        if "stale" not in str(error):
            raise
"""


def approver(root: Path, turns: int) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": str(TESTS)}
    command = [sys.executable, "-c", APPROVE_WITHOUT_END, str(root), str(turns)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)


def states() -> set[str]:
    """The digests of the two contracts that the approvers alternate between."""
    extra = [Field("body", f"extra_{n}", {"type": "string"}) for n in range(50)]
    return {digest(chat()), digest(chat(*extra))}


def approve(store: SnapshotStore) -> None:
    candidate = pending(base=base_of(store.approved(TARGET)))
    store.approve(approved_from(candidate, by="ada", at="2026-11-22T10:00:00Z", note="after"))


def test_a_kill_at_any_moment_leaves_the_old_or_the_new(tmp_path: Path) -> None:
    store, luck = SnapshotStore(tmp_path), random.Random(7)
    approve(store)
    for _ in range(KILLS):
        with approver(tmp_path, 10_000) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            time.sleep(luck.uniform(0, 0.05))
            process.send_signal(signal.SIGKILL)
        found = store.approved(TARGET)
        assert found is not None
        assert digest(found.contract) in states()
        left: Snapshot | None = store.pending(TARGET)
        assert left is None or digest(left.contract) in states()
    approve(store)
    assert [path.name for path in (tmp_path / "snapshots" / "acme").iterdir()] == ["chat.yaml"]


def test_two_writers_at_once_both_end_and_leave_one_whole_snapshot(tmp_path: Path) -> None:
    processes = [approver(tmp_path, 20) for _ in range(2)]
    ends = [process.communicate(timeout=60) for process in processes]
    assert [process.returncode for process in processes] == [0, 0], [error for _, error in ends]
    found = SnapshotStore(tmp_path).approved(TARGET)
    assert found is not None
    assert digest(found.contract) in states()


def test_a_full_disk_keeps_the_old_snapshot(tmp_path: Path) -> None:
    store = SnapshotStore(tmp_path)
    approve(store)
    before = store.approved_path(TARGET).read_bytes()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, hard))
    try:
        with pytest.raises(StorageError, match="could not be written"):
            approve(store)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert store.approved_path(TARGET).read_bytes() == before
    assert [path.name for path in store.approved_path(TARGET).parent.iterdir()] == ["chat.yaml"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes to read-only folders")
def test_a_read_only_folder_keeps_the_old_snapshot(tmp_path: Path) -> None:
    store = SnapshotStore(tmp_path)
    approve(store)
    folder = store.approved_path(TARGET).parent
    before = store.approved_path(TARGET).read_bytes()
    folder.chmod(0o555)
    try:
        with pytest.raises(StorageError, match="could not be written"):
            approve(store)
    finally:
        folder.chmod(0o755)
    assert store.approved_path(TARGET).read_bytes() == before
