"""Proofs of clean checks below the state folder: the ``Proofs`` port. Only a memory: losing one costs time, no verdict."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from driftgate.adapters import files
from driftgate.errors import StorageError


@dataclass(frozen=True, slots=True)
class FileProofs:
    """root: the folder of config.yaml; state: the folder below it that is not in git."""

    root: Path
    state: str = ".driftgate"

    def recall(self, target: str) -> str | None:
        """The proof kept for a target, None where there is none that can be read."""
        with suppress(StorageError):
            data = files.read_bytes(self._path(target), root=self.root)
            return None if data is None else data.decode("utf-8", "replace")
        return None

    def remember(self, target: str, text: str) -> None:
        """Keeps a proof; what cannot be written is not remembered."""
        if self.recall(target) != text:
            with suppress(StorageError):
                files.write_atomic(self._path(target), text, root=self.root)

    def forget(self, target: str) -> None:
        """Drops the proof of a target."""
        path = self._path(target)
        if path.exists():
            with suppress(StorageError):
                files.remove(path, root=self.root)

    def _path(self, target: str) -> Path:
        vendor, _, name = target.partition("/")  # ids are checked when the configuration is loaded
        return self.root / self.state / "clean" / vendor / f"{name}.json"
