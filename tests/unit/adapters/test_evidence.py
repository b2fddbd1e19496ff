"""Evidence: bodies by digest, an index per run, and what damage to either means."""

from __future__ import annotations

import json
import os
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from driftgate.adapters.cache import Cache, Known
from driftgate.adapters.evidence import KEPT_RUNS, NOT_KEPT, Evidence
from driftgate.adapters.pages import OfflinePages
from driftgate.adapters.records import Key, Record, line_of, record_from, record_of
from driftgate.extract.page import Page, Unread, Unreadable

NOON = datetime(2026, 11, 22, 12, 0, 0, tzinfo=UTC)
AT = "2026-11-22T12:00:00Z"
URL = "https://docs.acme.dev/notes"
PAGE = Page(
    asked=URL,
    reached=URL + "/v2",
    status=200,
    media_type="text/html",
    body=b"<html>\xff</html>",
    charset="utf-8",
    etag='"one"',
    last_modified="Sun, 22 Nov 2026 11:00:00 GMT",
    fetched_at=AT,
    moved_permanently=True,
    links=(("alternate", "text/markdown", URL + ".md"),),
)
GONE = Unread(URL + ".md", Unreadable.MISSING, "", 404)


def run(state: Path, number: int, page: Page = PAGE, clean: tuple[str, ...] = ()) -> Evidence:
    """One finished run that fetched a page and missed another."""
    evidence = Evidence(state)
    assert evidence.keep(Key(URL), page, AT)
    assert evidence.keep(Key(GONE.url), GONE, "")
    evidence.finish(f"run-{number}", NOON + timedelta(days=number), clean)
    return Evidence(state)


def numbered(number: int) -> Page:
    return replace(PAGE, body=b"page %d" % number)


def test_nothing_is_written_where_nothing_was_fetched(tmp_path: Path) -> None:
    evidence = Evidence(tmp_path)
    evidence.keep(Key(URL), Unread(URL, Unreadable.NETWORK), "")
    evidence.finish("run-1", NOON)
    assert list(tmp_path.iterdir()) == []


def test_a_run_can_be_repeated_from_its_evidence(tmp_path: Path) -> None:
    evidence = run(tmp_path, 1)
    offline = OfflinePages(evidence, evidence.runs)
    assert offline.fetch(URL) == PAGE
    assert offline.fetch(URL + "#part") == replace(PAGE, asked=URL + "#part")
    assert offline.fetch(GONE.url + "#part") == replace(GONE, url=GONE.url + "#part")
    assert offline.fetch(GONE.url) == GONE
    assert offline.fetch_again(URL) == PAGE
    assert offline.fetch(URL, accept="text/markdown") == Unread(URL, Unreadable.OFFLINE)
    assert OfflinePages(evidence, ()).fetch(URL) == Unread(URL, Unreadable.OFFLINE)


def test_a_second_look_is_repeated_as_such(tmp_path: Path) -> None:
    evidence = Evidence(tmp_path)
    evidence.keep(Key(URL), PAGE, AT)
    evidence.keep(Key(URL, again=True), numbered(2), AT)
    evidence.finish("run-1", NOON)
    offline = OfflinePages(Evidence(tmp_path), Evidence(tmp_path).runs)
    assert (offline.fetch(URL), offline.fetch_again(URL)) == (PAGE, numbered(2))


@pytest.mark.parametrize("damage", [b"", b"<html>", b"<html>\xfe</html>"])
def test_a_damaged_body_is_no_evidence_and_is_replaced_by_the_next_fetch(tmp_path: Path, damage: bytes) -> None:
    evidence = run(tmp_path, 1)
    body = tmp_path / "evidence" / PAGE.sha256
    body.write_bytes(damage)
    assert OfflinePages(evidence, evidence.runs).fetch(URL) == Unread(URL, Unreadable.OFFLINE)
    assert Cache(evidence, 7).known(Key(URL), NOON) is None
    body.unlink()
    assert OfflinePages(evidence, evidence.runs).fetch(URL) == Unread(URL, Unreadable.OFFLINE)
    again = run(tmp_path, 2)
    assert OfflinePages(again, again.runs).fetch(URL) == PAGE


@pytest.mark.parametrize(
    "line",
    [
        "",
        "{",
        "[]",
        "null",
        "[" * 100000,
        '{"key": ["u", "", false]}',
        '{"key": ["u", ""], "unread": {"url": "u", "reason": "x"}}',
        '{"key": ["u", "", false], "unread": {"url": "u", "reason": "no such reason"}}',
        '{"key": [1, "", false], "page": {}, "sha256": "a", "body_at": "b"}',
        '{"key": ["u", "", false], "page": {"status": 200, "odd": "x"}, "sha256": "a", "body_at": "b"}',
        '{"key": ["u", "", false], "page": {"status": 200, "asked": "u", "reached": 5}, "sha256": "a", "body_at": "b"}',
        '{"key": ["u", "", false], "page": {"status": 200, "asked": "u", "reached": "u"}, "sha256": 5, "body_at": "b"}',
    ],
)
def test_a_damaged_line_is_no_record(line: str) -> None:
    assert record_from(line) is None


@pytest.mark.parametrize(
    "record",
    [
        record_of(Key(URL, "text/markdown", again=True), PAGE, AT),
        record_of(Key(URL), Page(asked=URL, reached=URL, status=200, media_type="", body=b""), AT),
        Record(Key(GONE.url), GONE),
        Record(Key(URL), Unread(URL, Unreadable.RATE_LIMITED, "try again after 90 s", 429)),
    ],
)
def test_a_record_survives_its_line(record: Record) -> None:
    assert record_from(line_of(record)) == record


def test_a_damaged_index_leaves_what_can_be_read(tmp_path: Path) -> None:
    evidence = run(tmp_path, 1)
    path = evidence.runs[0].path
    head, first, *_ = path.read_text(encoding="utf-8").splitlines()
    path.write_text(f"{head}\n{first}\n{{torn", encoding="utf-8")
    assert list(Evidence(tmp_path).runs[0].records) == [Key(URL)]
    path.write_bytes(b"\xff\xfe")
    assert (Evidence(tmp_path).runs[0].records, Evidence(tmp_path).runs[0].clean) == ({}, frozenset())


def test_an_index_that_names_a_path_as_digest_reads_no_file(tmp_path: Path) -> None:
    evidence = run(tmp_path, 1)
    (tmp_path / "secret").write_bytes(b"x")
    path = evidence.runs[0].path
    path.write_text(path.read_text(encoding="utf-8").replace(PAGE.sha256, "../secret"), encoding="utf-8")
    again = Evidence(tmp_path)
    assert OfflinePages(again, again.runs).fetch(URL) == Unread(URL, Unreadable.OFFLINE)


def test_file_names_are_digests_times_and_run_ids_only(tmp_path: Path) -> None:
    run(tmp_path, 1)
    names = sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file())
    assert names == [f"evidence/{PAGE.sha256}", "evidence/runs/20261123T120000000000Z-run-1.jsonl"]
    evidence = Evidence(tmp_path)
    evidence.keep(Key(URL), PAGE, AT)
    with pytest.raises(ValueError, match="safe file name"):
        evidence.finish("../x", NOON)


def test_only_the_newest_runs_and_each_target_s_last_clean_run_are_kept(tmp_path: Path) -> None:
    for number in range(1, 12):
        clean = {1: ("acme/notes", "acme/files"), 2: ("acme/notes",)}.get(number, ())
        run(tmp_path, number, numbered(number), clean)
        grow_old(tmp_path)
    run(tmp_path, 12, numbered(12))
    evidence = Evidence(tmp_path)
    kept = [*range(12, 12 - KEPT_RUNS, -1), 2, 1]
    assert [int(index.path.stem.rsplit("-", 1)[1]) for index in evidence.runs] == kept
    bodies = {path.read_bytes() for path in (tmp_path / "evidence").iterdir() if path.is_file()}
    assert bodies == {b"page %d" % number for number in kept}
    assert OfflinePages(evidence, evidence.clean_first("acme/notes")).fetch(URL) == numbered(2)
    assert OfflinePages(evidence, evidence.clean_first("acme/files")).fetch(URL) == numbered(1)
    assert evidence.clean_first("acme/other") == evidence.runs
    assert set(evidence.clean_first("acme/notes")) == set(evidence.runs)


def test_leftovers_of_killed_runs_go_when_they_are_old_and_foreign_files_stay(tmp_path: Path) -> None:
    folder = tmp_path / "evidence"
    folder.mkdir()
    old = [folder / ".driftgate-abc.tmp", folder / ("0" * 64), folder / "README"]
    for path in old:
        path.write_bytes(b"x")
    grow_old(tmp_path)
    (folder / ("1" * 64)).write_bytes(b"young")
    run(tmp_path, 1)
    assert sorted(path.name for path in folder.iterdir() if path.is_file()) == sorted(["1" * 64, "README", PAGE.sha256])


def grow_old(state: Path) -> None:
    past = time.time() - 7200
    for path in (state / "evidence").iterdir():
        os.utime(path, (past, past))


def test_a_folder_that_cannot_be_written_is_a_problem_and_no_error(tmp_path: Path) -> None:
    state = tmp_path / "file"
    state.write_bytes(b"")
    evidence = Evidence(state)
    assert evidence.keep(Key(URL), PAGE, AT) is False
    evidence.finish("run-1", NOON)
    assert evidence.problem == NOT_KEPT


def test_evidence_is_not_written_through_a_link(tmp_path: Path) -> None:
    state, elsewhere = tmp_path / "state", tmp_path / "elsewhere"
    state.mkdir()
    elsewhere.mkdir()
    (state / "evidence").symlink_to(elsewhere)
    evidence = Evidence(state)
    assert evidence.keep(Key(URL), PAGE, AT) is False
    assert (evidence.problem, list(elsewhere.iterdir())) == (NOT_KEPT, [])


@pytest.mark.parametrize(
    ("page", "body_at", "now"),
    [
        pytest.param(replace(PAGE, etag="", last_modified=""), AT, NOON, id="no validator"),
        pytest.param(PAGE, AT, NOON + timedelta(days=7, seconds=1), id="too old"),
        pytest.param(PAGE, AT, NOON - timedelta(seconds=1), id="from the future"),
        pytest.param(PAGE, "", NOON, id="no time"),
        pytest.param(PAGE, "2026-11-22T12:00:00", NOON, id="a time without a zone"),
    ],
)
def test_a_page_that_a_server_could_not_confirm_is_not_known(tmp_path: Path, page: Page, body_at: str, now: datetime) -> None:
    evidence = Evidence(tmp_path)
    evidence.keep(Key(URL), page, body_at)
    evidence.finish("run-1", NOON)
    assert Cache(Evidence(tmp_path), 7).known(Key(URL), now) is None


def test_a_young_whole_page_with_a_validator_is_known_for_its_key_alone(tmp_path: Path) -> None:
    cache = Cache(run(tmp_path, 1), 7)
    assert cache.known(Key(URL), NOON + timedelta(days=7)) == Known(PAGE, AT)
    assert cache.known(Key(URL, "text/markdown"), NOON) is None
    assert cache.known(Key(GONE.url), NOON) is None


def test_an_index_says_its_format(tmp_path: Path) -> None:
    head = json.loads(run(tmp_path, 1, clean=("acme/notes",)).runs[0].text.splitlines()[0])
    assert head == {"format": 1, "run": "run-1", "at": "2026-11-23T12:00:00+00:00", "clean": ["acme/notes"]}
