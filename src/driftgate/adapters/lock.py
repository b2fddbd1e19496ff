"""One writer at a time: a lock around read, change and write, held by the operating system, so that a kill frees it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from driftgate.adapters.files import refuse_outside
from driftgate.errors import StorageError

WAIT_SECONDS = 10.0


@contextmanager
def locked(path: Path, *, root: Path, wait: float = WAIT_SECONDS) -> Iterator[None]:
    """Holds the lock file. Raises StorageError after waiting for another run, naming its process where it can."""
    from filelock import FileLock, Timeout

    refuse_outside(path, root)
    holder = path.with_suffix(".pid")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(path)
        lock.acquire(timeout=wait)
    except Timeout:
        raise StorageError(
            f"another run is writing: locked by pid {_holder(holder)}", where=str(path), advice="wait for it to end and run again"
        ) from None
    except OSError as error:
        why = os.strerror(error.errno) if error.errno else None
        raise StorageError("the lock could not be taken", where=str(path), why=why) from None
    try:
        with suppress(OSError):
            holder.write_text(str(os.getpid()), encoding="ascii")
        yield
    finally:
        with suppress(OSError):
            holder.unlink(missing_ok=True)
        lock.release()


def _holder(path: Path) -> str:
    try:
        text = path.read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        return "unknown"
    return text if text.isdigit() else "unknown"
