"""Snapshots, client contracts and pending candidates as files: the ``Snapshots`` port."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from driftgate.adapters import files
from driftgate.adapters.lock import locked
from driftgate.contract import ClientContract
from driftgate.errors import SnapshotError, StorageError
from driftgate.snapshot.approval import refuse_stale
from driftgate.snapshot.client import dump_client, load_client
from driftgate.snapshot.codec import digest, dump_snapshot, load_snapshot
from driftgate.snapshot.model import Snapshot

#: File names come from ids of this form alone.
ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}\Z")
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})


@dataclass(frozen=True, slots=True)
class SnapshotStore:
    """root: the folder of config.yaml; snapshots and state: folders below it, as config.yaml names them."""

    root: Path
    snapshots: str = "snapshots"
    state: str = ".driftgate"

    def approved(self, target: str) -> Snapshot | None:
        """The approved snapshot, None only if its file truly does not exist. Raises SnapshotError and StorageError."""
        found = self._load(self.approved_path(target))
        if found is not None and found.review is None:
            raise SnapshotError("the snapshot carries no review", where=str(self.approved_path(target)), advice="approve it")
        return found

    def pending(self, target: str) -> Snapshot | None:
        """The candidate of the last check that found something to approve. Raises SnapshotError and StorageError."""
        return self._load(self.pending_path(target))

    def clients(self, target: str) -> tuple[ClientContract, ...]:
        """Every recorded client contract, the unnamed one first. Raises SnapshotError and StorageError."""
        path = self.client_path(target)
        prefix = path.name.removesuffix(".client.yaml")
        files.refuse_outside(path, self.root)
        names = sorted(other.name for other in path.parent.glob(f"{prefix}.*.client.yaml"))
        paths = [path, *(path.parent / name for name in names if name != path.name)]
        return tuple(load_client(text, str(each)) for each in paths if (text := self._text(each)) is not None)

    def fingerprint(self, target: str) -> str:
        """A digest of the bytes of the approved snapshot and of every client contract; empty where nothing is approved."""
        path = self.approved_path(target)
        approved = files.read_bytes(path, root=self.root)
        if approved is None:
            return ""
        prefix = path.name.removesuffix(".yaml")
        found = hashlib.sha256(approved)
        for client in sorted(path.parent.glob(f"{prefix}*.client.yaml")):
            found.update(client.name.encode() + (files.read_bytes(client, root=self.root) or b""))
        return found.hexdigest()

    def save_pending(self, snapshot: Snapshot) -> str:
        """Keeps a candidate for approval and returns its digest. Raises SnapshotError and StorageError."""
        text = dump_snapshot(snapshot)
        with self.lock():
            files.write_atomic(self.pending_path(snapshot.target), text, root=self.root)
        return digest(snapshot.contract)

    def drop_pending(self, target: str) -> None:
        """Forgets a candidate, if there is one. Raises StorageError."""
        if not self.pending_path(target).exists():
            return
        with self.lock():
            files.remove(self.pending_path(target), root=self.root)

    def approve(self, snapshot: Snapshot, *, left: Snapshot | None = None) -> str:
        """Replaces the approved snapshot in one step and returns the file's path.

        The snapshot must carry a review, and its base must be what is approved now. left: what stays pending after it.
        Raises SnapshotError and StorageError; then nothing is changed.
        """
        if snapshot.review is None:
            raise SnapshotError("only a reviewed contract can be approved", where=snapshot.target)
        path = self.approved_path(snapshot.target)
        with self.lock():
            refuse_stale(snapshot, self.approved(snapshot.target))
            files.clean_leftovers(path.parent)
            files.write_atomic(path, dump_snapshot(snapshot), root=self.root)
            self._settle(snapshot.target, left)
        return str(path)

    def _settle(self, target: str, left: Snapshot | None) -> None:
        """The candidate is used up, or what is left of it takes its place. A kill before this leaves a stale candidate."""
        path = self.pending_path(target)
        files.clean_leftovers(path.parent)
        if left is None:
            files.remove(path, root=self.root)
        else:
            files.write_atomic(path, dump_snapshot(left), root=self.root)

    def save_client(self, target: str, client: ClientContract) -> str:
        """Writes a client contract and returns the file's path. Raises StorageError."""
        path = self.client_path(target, client.name)
        with self.lock():
            files.write_atomic(path, dump_client(client), root=self.root)
        return str(path)

    @contextmanager
    def lock(self) -> Iterator[None]:
        """One writer at a time. Raises StorageError after waiting."""
        with locked(self.root / self.state / "lock", root=self.root):
            yield

    def approved_path(self, target: str) -> Path:
        vendor, name = _ids(target)
        return self.root / self.snapshots / vendor / f"{name}.yaml"

    def pending_path(self, target: str) -> Path:
        vendor, name = _ids(target)
        return self.root / self.state / "pending" / vendor / f"{name}.yaml"

    def client_path(self, target: str, client: str = "") -> Path:
        vendor, name = _ids(target)
        _refuse_unsafe(*([client] if client else []))
        return self.root / self.snapshots / vendor / (f"{name}.{client}.client.yaml" if client else f"{name}.client.yaml")

    def _load(self, path: Path) -> Snapshot | None:
        text = self._text(path)
        return None if text is None else load_snapshot(text, str(path))

    def _text(self, path: Path) -> str | None:
        data = files.read_bytes(path, root=self.root)
        try:
            return None if data is None else data.decode("utf-8")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1 if data else 1
            raise SnapshotError("the file is not UTF-8", where=f"{path}:{line}", advice="restore it from git") from None


def _ids(target: str) -> tuple[str, str]:
    vendor, _, name = target.partition("/")
    _refuse_unsafe(vendor, name)
    return vendor, name


def _refuse_unsafe(*ids: str) -> None:
    for word in ids:
        if not ID.match(word) or word in _DEVICES:
            raise StorageError(
                "an id is no safe file name",
                where=ascii(word[:80]),
                why="1 to 64 of a-z, 0-9, _ and -, beginning with a letter or digit",
                advice="rename it in config.yaml",
            )
