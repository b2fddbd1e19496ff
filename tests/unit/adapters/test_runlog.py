"""Run records and smoke lines: appended, bounded, and found again."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from driftgate.adapters.runlog import FileRunLog, run_id
from driftgate.errors import StorageError
from driftgate.ports import RunLog


def record(name: str) -> str:
    return json.dumps({"run_id": name})


@pytest.mark.parametrize("wrong", ["", "[]", "{}", '{"run_id": 5}', '{"run_id": "../x"}', '{"run_id": ""}', "[" * 100_000])
def test_a_record_without_a_usable_id_is_refused(wrong: str) -> None:
    with pytest.raises(StorageError, match="no usable id"):
        run_id(wrong)


def test_an_id_is_found_at_the_top_or_in_the_run() -> None:
    assert [run_id(text) for text in (record("a-1"), '{"id": "b"}', '{"run": {"id": "c"}}')] == ["a-1", "b", "c"]


def test_a_smoke_line_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="more than one line"):
        FileRunLog(tmp_path).smoke_lines(["{}", "{}\n{}"])
    assert not FileRunLog(tmp_path).smoke.exists()


def test_smoke_lines_are_appended(tmp_path: Path) -> None:
    log = FileRunLog(tmp_path)
    log.smoke_lines(["1", "2"])
    log.smoke_lines(["3"])
    assert log.smoke.read_text() == "1\n2\n3\n"


def test_there_is_no_last_run_before_the_first_and_after_its_file_was_deleted(tmp_path: Path) -> None:
    log: RunLog = FileRunLog(tmp_path)
    assert log.last_run() is None
    log.run(record("a"))
    (FileRunLog(tmp_path).runs / "a.json").unlink()
    assert log.last_run() is None


def test_a_broken_pointer_is_no_way_out_of_the_folder(tmp_path: Path) -> None:
    log = FileRunLog(tmp_path)
    log.run(record("a"))
    log.last.write_text("../../etc/passwd")
    assert log.last_run() is None


def test_the_last_run_is_kept_and_the_oldest_dropped(tmp_path: Path) -> None:
    log = FileRunLog(tmp_path, kept=2)
    for age, name in enumerate(["a", "b", "c"]):
        log.run(record(name))
        os.utime(log.runs / f"{name}.json", (1000 + age, 1000 + age))
    assert sorted(path.stem for path in log.runs.iterdir()) == ["b", "c"]
    assert log.last_run() == record("c")
