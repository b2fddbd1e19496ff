"""Files below a root: written whole or not at all, never through a link, never outside."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

from driftgate.errors import StorageError

TEMP_PREFIX = ".driftgate-"
TEMP_SUFFIX = ".tmp"

_APPEND = os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC | getattr(os, "O_NOFOLLOW", 0)


def write_atomic(path: Path, text: str, *, root: Path) -> None:
    """Replaces a file's content in one step: after a kill, a full disk or an error it is the old or the new, never between.

    root: the folder that the path must stay in; parents are made. Raises StorageError, and leaves no temporary file then.
    """
    refuse_outside(path, root)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, text.encode("utf-8"))
    except (OSError, ValueError) as error:
        raise _not_written(path, error) from None


def _replace(path: Path, data: bytes) -> None:
    descriptor, name = tempfile.mkstemp(prefix=TEMP_PREFIX, suffix=TEMP_SUFFIX, dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as temporary:
            temporary.write(data)
            temporary.flush()
            os.fchmod(temporary.fileno(), _mode_of(path))
            os.fsync(temporary.fileno())
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
    _sync_folder(path.parent)


def _mode_of(path: Path) -> int:
    """The mode that the file has, or what the umask gives a new one."""
    try:
        return stat.S_IMODE(path.stat(follow_symlinks=False).st_mode)
    except FileNotFoundError:
        umask = os.umask(0o077)
        os.umask(umask)
        return 0o666 & ~umask


def _sync_folder(folder: Path) -> None:
    """Makes the new name last. The file is whole either way, and some file systems cannot do it."""
    with suppress(OSError):
        _sync(folder)


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def append_line(path: Path, line: str, *, root: Path) -> None:
    """Adds one line to a log and waits until it is on disk. A line that a kill cut off before is ended first, so that it
    spoils only itself. Raises StorageError; the line is then not in the file."""
    refuse_outside(path, root)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, _APPEND, 0o666)
        try:
            _append(descriptor, line)
        finally:
            os.close(descriptor)
    except (OSError, ValueError) as error:
        raise _not_written(path, error) from None


def _append(descriptor: int, line: str) -> None:
    size = os.fstat(descriptor).st_size
    torn = size > 0 and os.pread(descriptor, 1, size - 1) != b"\n"
    data = (b"\n" if torn else b"") + line.encode("utf-8") + b"\n"
    try:
        _write_whole(descriptor, data)
        os.fsync(descriptor)
    except OSError:
        with suppress(OSError):
            os.ftruncate(descriptor, size)
        raise


def _write_whole(descriptor: int, data: bytes) -> None:
    if os.write(descriptor, data) != len(data):
        raise OSError(errno.ENOSPC, "only a part was written")


def read_bytes(path: Path, *, root: Path) -> bytes | None:
    """A file's content, None only if it truly does not exist. Raises StorageError."""
    refuse_outside(path, root)
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        advice = "give driftgate a file there that it may read, such as the one in git"
        raise StorageError("a file could not be read", where=str(path), why=_cause(error), advice=advice) from None


def remove(path: Path, *, root: Path) -> None:
    """Removes a file if it is there. Raises StorageError."""
    refuse_outside(path, root)
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise StorageError("a file could not be removed", where=str(path), why=_cause(error)) from None


def clean_leftovers(folder: Path) -> None:
    """Removes the temporary files of killed runs. Only safe under the lock."""
    with suppress(OSError):
        for path in folder.glob(f"{TEMP_PREFIX}*{TEMP_SUFFIX}"):
            path.unlink(missing_ok=True)


def refuse_outside(path: Path, root: Path) -> None:
    """Raises StorageError if the path leaves the root, or if it or a folder between is a symbolic link."""
    try:
        parts = path.relative_to(root).parts
    except ValueError:
        parts = ("..",)
    if not parts or ".." in parts or any("\0" in part for part in parts):
        raise StorageError("a path leads outside its folder", where=ascii(str(path)), advice="check the ids in config.yaml")
    for depth in range(1, len(parts) + 1):
        step = root.joinpath(*parts[:depth])
        if step.is_symlink():
            raise StorageError("a symbolic link is not followed", where=str(step), advice="replace it by a real file or folder")


def _not_written(path: Path, error: Exception) -> StorageError:
    return StorageError(
        "a file could not be written",
        where=str(path),
        why=_cause(error),
        advice="what was there before is still there; free the disk or fix the folder's permissions and run again",
    )


def _cause(error: Exception) -> str:
    """The system's own words for an error number; no others."""
    number = getattr(error, "errno", None)
    return os.strerror(number) if isinstance(number, int) else "the path or the text is not valid"
