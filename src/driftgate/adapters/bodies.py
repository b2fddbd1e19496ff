"""Fetched bodies on disk, named by their SHA-256: written once, believed only when the digest still fits."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
import time
from collections.abc import Container
from pathlib import Path

from driftgate.adapters.files import TEMP_PREFIX, TEMP_SUFFIX, refuse_outside

NAME = re.compile(r"[0-9a-f]{64}")
YOUNG = 3600.0  # seconds; a younger file may belong to a run that has not finished


class Bodies:
    """A folder of bodies. A file that is torn, missing or was tampered with is no body."""

    def __init__(self, folder: Path, *, root: Path) -> None:
        self._folder = folder
        self._root = root

    def put(self, sha256: str, body: bytes) -> None:
        """Keeps a body. Raises OSError, and StorageError where the folder is a link."""
        path = self._folder / sha256
        if _size(path) != len(body):
            refuse_outside(path, self._root)
            _write(path, body)

    def get(self, sha256: str) -> bytes | None:
        """The body with this digest, or None."""
        if not NAME.fullmatch(sha256):
            return None
        try:
            body = (self._folder / sha256).read_bytes()
        except OSError:
            return None
        return body if hashlib.sha256(body).hexdigest() == sha256 else None

    def prune(self, keep: Container[str]) -> None:
        """Removes what is not to be kept, leftovers of killed runs included. Raises OSError."""
        oldest = time.time() - YOUNG
        for entry in os.scandir(self._folder):
            ours = NAME.fullmatch(entry.name) or entry.name.startswith(TEMP_PREFIX)
            if ours and entry.name not in keep and entry.stat(follow_symlinks=False).st_mtime < oldest:
                Path(entry.path).unlink(missing_ok=True)


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all after a kill; not synced: a body that a power cut tears is fetched again."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=TEMP_PREFIX, suffix=TEMP_SUFFIX, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1
