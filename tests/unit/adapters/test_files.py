"""A file is the old or the new, inside its root, never through a link."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from driftgate.adapters.files import append_line, clean_leftovers, read_bytes, refuse_outside, remove, write_atomic
from driftgate.errors import ExitCode, StorageError


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "snapshots" / "chat.yaml"
    path.parent.mkdir()
    path.write_text("old")
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EDQUOT], ids=errno.errorcode.get)
@pytest.mark.parametrize(("owner", "call"), [(tempfile, "mkstemp"), (os, "fchmod"), (os, "fsync"), (Path, "replace")])
def test_a_failing_disk_leaves_the_old_content_and_no_temporary_file(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, owner: object, call: str, number: int
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(number, "canary")

    monkeypatch.setattr(owner, call, fail)
    with pytest.raises(StorageError) as caught:
        write_atomic(old, "new", root=tmp_path)
    monkeypatch.undo()
    assert caught.value.exit_code is ExitCode.USAGE
    assert (caught.value.where, caught.value.why) == (str(old), os.strerror(number))
    assert (old.read_text(), names(old.parent)) == ("old", ["chat.yaml"])


def test_a_folder_that_is_a_file_is_an_error_with_its_path(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("")
    with pytest.raises(StorageError, match="could not be written"):
        write_atomic(tmp_path / "a" / "b.yaml", "new", root=tmp_path)


def test_a_linked_target_is_refused_and_its_victim_untouched(old: Path, tmp_path: Path) -> None:
    link = old.parent / "link.yaml"
    link.symlink_to(old)
    attempts: tuple[Callable[[], object], ...] = (
        lambda: write_atomic(link, "new", root=tmp_path),
        lambda: append_line(link, "new", root=tmp_path),
        lambda: read_bytes(link, root=tmp_path),
        lambda: remove(link, root=tmp_path),
    )
    for attempt in attempts:
        with pytest.raises(StorageError, match="symbolic link"):
            attempt()
    assert old.read_text() == "old"


def test_a_linked_parent_is_refused(old: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(old.parent)
    with pytest.raises(StorageError, match="symbolic link"):
        write_atomic(tmp_path / "link" / "chat.yaml", "new", root=tmp_path)
    assert old.read_text() == "old"


@pytest.mark.parametrize("path", ["../x", "a/../../x", "/etc/x", ".", "a\0b"])
def test_a_path_outside_the_root_is_refused(tmp_path: Path, path: str) -> None:
    with pytest.raises(StorageError, match="outside"):
        refuse_outside(tmp_path / path, tmp_path)


def test_a_file_is_replaced_whole_and_its_mode_kept(old: Path, tmp_path: Path) -> None:
    old.chmod(0o640)
    write_atomic(old, "neu \u00e9\n", root=tmp_path)
    assert (old.read_bytes(), stat.S_IMODE(old.stat().st_mode)) == ("neu \u00e9\n".encode(), 0o640)
    assert names(old.parent) == ["chat.yaml"]


def test_a_new_file_gets_the_mode_of_the_umask_and_its_parents(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        write_atomic(tmp_path / "a" / "b" / "c.yaml", "new", root=tmp_path)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a" / "b" / "c.yaml").stat().st_mode) == 0o644


def test_leftovers_of_a_killed_run_are_cleaned_and_nothing_else(old: Path) -> None:
    (old.parent / ".driftgate-abc.tmp").write_text("half")
    (old.parent / ".driftgate-keep").write_text("")
    clean_leftovers(old.parent)
    clean_leftovers(old.parent / "missing")
    assert names(old.parent) == [".driftgate-keep", "chat.yaml"]


def test_lines_are_appended_in_order(tmp_path: Path) -> None:
    log = tmp_path / "state" / "log.jsonl"
    for line in ("1", "2"):
        append_line(log, line, root=tmp_path)
    assert log.read_text() == "1\n2\n"


def test_a_torn_last_line_spoils_only_itself(tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    log.write_text('{"a": 1}\n{"a":')
    append_line(log, '{"a": 2}', root=tmp_path)
    assert log.read_text() == '{"a": 1}\n{"a":\n{"a": 2}\n'


@pytest.mark.parametrize("fault", ["short write", "fsync"])
def test_a_line_that_does_not_fit_the_disk_is_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: str) -> None:
    log = tmp_path / "log.jsonl"
    append_line(log, "1", root=tmp_path)
    write = os.write

    def broken(*_: object) -> None:
        raise OSError(errno.ENOSPC, "")

    if fault == "fsync":
        monkeypatch.setattr(os, "fsync", broken)
    else:
        monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, data[:3]))
    with pytest.raises(StorageError, match="could not be written"):
        append_line(log, "a long line", root=tmp_path)
    assert log.read_text() == "1\n"


def test_only_a_missing_file_reads_as_none(tmp_path: Path) -> None:
    assert read_bytes(tmp_path / "missing", root=tmp_path) is None
    (tmp_path / "folder").mkdir()
    with pytest.raises(StorageError, match="could not be read"):
        read_bytes(tmp_path / "folder", root=tmp_path)


def test_removing_what_is_not_there_is_fine(old: Path, tmp_path: Path) -> None:
    remove(old, root=tmp_path)
    remove(old, root=tmp_path)
    assert names(old.parent) == []
