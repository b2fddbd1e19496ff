"""Conditional requests, the second look, and runs repeated from their evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from driftgate.adapters.evidence import Evidence
from driftgate.adapters.pages import OfflinePages, WebPages
from driftgate.adapters.reach import reach_of
from driftgate.extract.page import Page, Unread, Unreadable
from fetch_settings import EASY, NOON, Clock, pages
from hostile import HostileServer
from misbehaviour import PAGE, answer, fixed


@pytest.fixture
def server() -> Iterator[HostileServer]:
    with HostileServer() as running:
        yield running


def night(server: HostileServer, state: Path, number: int, path: str = "/docs", **changes: int) -> Page | Unread:
    """One finished run over one page, on its own day."""
    moment = NOON + timedelta(days=number)
    evidence, limits = Evidence(state), replace(EASY, **changes)  # type: ignore[arg-type]
    with WebPages(limits, reach_of((), also=[server.url()]), evidence, Clock(moment)) as web:
        outcome = web.fetch(server.url(path))
    evidence.finish(f"night-{number}", moment)
    return outcome


def asked_with(server: HostileServer) -> list[tuple[str | None, str | None]]:
    """The validators of each request for a page."""
    asked = [request for request in server.requests if request.path != "/robots.txt"]
    return [(request.headers.get("if-none-match"), request.headers.get("if-modified-since")) for request in asked]


def test_an_unchanged_page_is_confirmed_by_its_etag_alone(server: HostileServer, tmp_path: Path) -> None:
    server.serve("/docs", PAGE, headers={"ETag": 'W/"one"', "Last-Modified": "yesterday, as the server writes it"})
    first, second, third = (night(server, tmp_path, number) for number in range(3))
    assert asked_with(server) == [(None, None), ('W/"one"', None), ('W/"one"', None)]
    assert isinstance(first, Page)
    assert second == replace(first, fetched_at="2026-11-23T12:00:00Z")
    assert third == replace(first, fetched_at="2026-11-24T12:00:00Z")
    assert first.charset == "utf-8"


def test_without_an_etag_the_server_s_own_date_is_sent_verbatim(server: HostileServer, tmp_path: Path) -> None:
    date = "Sun, 22 Nov 2026  07:00:00 +0000"
    server.serve("/docs", PAGE, headers={"Last-Modified": date})
    assert [isinstance(night(server, tmp_path, number), Page) for number in range(2)] == [True, True]
    assert asked_with(server) == [(None, None), (None, date)]


def test_a_changed_page_is_read_anew(server: HostileServer, tmp_path: Path) -> None:
    page = server.serve("/docs", PAGE, headers={"ETag": '"one"'})
    night(server, tmp_path, 0)
    page.body, page.headers = PAGE.replace(b"note", b"file"), {"ETag": '"two"'}
    changed = night(server, tmp_path, 1)
    assert isinstance(changed, Page)
    assert (changed.body, changed.etag) == (page.body, '"two"')


def test_a_confirmation_does_not_make_a_body_younger(server: HostileServer, tmp_path: Path) -> None:
    server.serve("/docs", PAGE, headers={"ETag": '"one"'})
    for number in range(5):
        night(server, tmp_path, number, cache_days=3)
    assert [tag for tag, _ in asked_with(server)] == [None, '"one"', '"one"', '"one"', None]


def test_a_damaged_body_is_fetched_in_full(server: HostileServer, tmp_path: Path) -> None:
    server.serve("/docs", PAGE, headers={"ETag": '"one"'})
    first = night(server, tmp_path, 0)
    assert isinstance(first, Page)
    (tmp_path / "evidence" / first.sha256).write_bytes(PAGE.replace(b"note", b"nose"))
    assert isinstance(second := night(server, tmp_path, 1), Page)
    assert (second.body, asked_with(server)) == (PAGE, [(None, None), (None, None)])


def test_a_redirected_page_is_confirmed_where_it_is(server: HostileServer, tmp_path: Path) -> None:
    server.serve("/docs", PAGE, headers={"ETag": '"one"'})
    first, second = (night(server, tmp_path, number, "/redirect?status=301&to=/docs") for number in range(2))
    assert isinstance(first, Page)
    assert second == replace(first, fetched_at="2026-11-23T12:00:00Z")
    assert first.moved_permanently
    assert [tag for tag, _ in asked_with(server)] == [None, None, None, '"one"']


def test_a_page_that_now_redirects_elsewhere_is_not_confirmed_by_the_old_validator(server: HostileServer, tmp_path: Path) -> None:
    server.serve("/docs", PAGE, headers={"ETag": '"one"'})
    night(server, tmp_path, 0)
    server.routes["/docs"] = fixed(answer(b"", 302, Location="/status-304"))
    outcome = night(server, tmp_path, 1)
    assert outcome == Unread(server.url("/docs"), Unreadable.STATUS, "status 304", 304)


def test_a_second_look_passes_every_cache(server: HostileServer, tmp_path: Path) -> None:
    page = server.serve("/docs", PAGE, headers={"ETag": '"one"'})
    night(server, tmp_path, 0)
    server.reset()
    with pages(server, tmp_path) as web:
        first = web.fetch(server.url("/docs"))
        page.body = PAGE.replace(b"note", b"file")
        again = web.fetch_again(server.url("/docs"))
        assert web.fetch_again(server.url("/docs")) == again
        assert web.fetch(server.url("/docs")) == first
    assert isinstance(again, Page)
    assert again.body == page.body
    assert asked_with(server) == [('"one"', None), (None, None)]
    assert [request.headers.get("cache-control") for request in server.requests[1:]] == [None, "no-cache"]


def test_a_run_is_repeated_without_the_network_failures_included(tmp_path: Path) -> None:
    evidence = Evidence(tmp_path)
    with HostileServer() as server:
        urls = [server.url(path) for path in ("/page", "/redirect?to=/gzip", "/status-404", "/short-length")]
        with WebPages(EASY, reach_of((), also=[server.url()]), evidence, Clock()) as web:
            outcomes = [web.fetch(url) for url in urls]
        evidence.finish("run-1", NOON)
    stored = Evidence(tmp_path)
    offline = OfflinePages(stored, stored.runs)
    assert [offline.fetch(url) for url in urls] == outcomes
    assert [type(outcome) for outcome in outcomes] == [Page, Page, Unread, Unread]


def test_a_server_that_cannot_be_reached_leaves_no_trace(tmp_path: Path) -> None:
    with HostileServer() as server:
        url = server.url("/page")
    evidence = Evidence(tmp_path)
    with WebPages(EASY, reach_of((), also=[url]), evidence, Clock()) as web:
        assert web.fetch(url) == Unread(url, Unreadable.NETWORK, "no connection could be made")
    evidence.finish("run-1", NOON)
    assert list(tmp_path.iterdir()) == []
