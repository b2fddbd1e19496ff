"""Two runs never write at once, and a dead run never blocks a living one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from driftgate.adapters.lock import locked
from driftgate.errors import StorageError

HOLD = """
import sys
from pathlib import Path
from driftgate.adapters.lock import locked
with locked(Path(sys.argv[1]) / "lock", root=Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_run_waits_and_then_names_the_first_and_a_kill_frees_the_lock(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with (
            pytest.raises(StorageError, match=f"locked by pid {holder.pid}"),
            locked(tmp_path / "lock", root=tmp_path, wait=0.2),
        ):
            pass
        holder.kill()
        holder.wait()
    with locked(tmp_path / "lock", root=tmp_path, wait=1):
        assert (tmp_path / "lock.pid").read_text() == str(os.getpid())
    assert not (tmp_path / "lock.pid").exists()


def test_a_holder_that_left_no_readable_id_is_unknown(tmp_path: Path) -> None:
    with locked(tmp_path / "lock", root=tmp_path):
        (tmp_path / "lock.pid").write_text("\x1b[31m")
        with pytest.raises(StorageError, match="locked by pid unknown"), locked(tmp_path / "lock", root=tmp_path, wait=0):
            pass


def test_a_linked_lock_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "lock").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(StorageError, match="symbolic link"), locked(tmp_path / "lock", root=tmp_path):
        pass


def test_a_lock_that_cannot_be_made_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file")
    with pytest.raises(StorageError, match="could not be taken"), locked(tmp_path / "state" / "lock", root=tmp_path):
        pass
