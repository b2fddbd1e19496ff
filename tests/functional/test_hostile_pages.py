"""Fetching from servers that behave badly: each way of failing has its own name, and none is a page."""

from __future__ import annotations

import logging
import os
import resource
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
import trustme

from driftgate.adapters.evidence import Evidence
from driftgate.adapters.pages import OfflinePages, WebPages
from driftgate.adapters.reach import Reach, reach_of
from driftgate.config.model import FetchLimits
from driftgate.errors import ConfigError
from driftgate.extract.page import Page, Unread, Unreadable
from driftgate.ports import Pages
from hostile import GZIPPED, PAGE, Canned, HostileServer, OnceLater, Request, answer, fixed

TIGHT = FetchLimits(deadline=0.4, run_deadline=30.0, max_bytes=1024 * 1024, retries=1)
EASY = replace(TIGHT, deadline=10.0)
NOON = datetime(2026, 11, 22, 12, 0, 0, tzinfo=UTC)


class Clock:
    """A clock that stands at a moment until it is moved."""

    def __init__(self, moment: datetime = NOON) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment


@pytest.fixture
def server() -> Iterator[HostileServer]:
    with HostileServer() as running:
        yield running


def pages(server: HostileServer, state: Path, limits: FetchLimits = EASY, clock: Clock | None = None) -> WebPages:
    return WebPages(limits, reach_of((), also=[server.url()]), Evidence(state), clock or Clock())


def fetched(server: HostileServer, path: str, state: Path, limits: FetchLimits = EASY) -> Page | Unread:
    with pages(server, state, limits) as web:
        return web.fetch(server.url(path))


REFUSED = (
    ("/drip-body", Unreadable.TIMEOUT),
    ("/drip-headers", Unreadable.TIMEOUT),
    ("/drip-chunks", Unreadable.TIMEOUT),
    ("/drip-early-hints", Unreadable.TIMEOUT),
    ("/hang", Unreadable.TIMEOUT),
    ("/hang-midway", Unreadable.TIMEOUT),
    ("/hang-up", Unreadable.NETWORK),
    ("/reset", Unreadable.NETWORK),
    ("/not-http", Unreadable.NETWORK),
    ("/huge-headers", Unreadable.NETWORK),
    ("/two-lengths", Unreadable.NETWORK),
    ("/negative-length", Unreadable.NETWORK),
    ("/empty", Unreadable.INCOMPLETE),
    ("/short-length", Unreadable.INCOMPLETE),
    ("/cut-chunk", Unreadable.INCOMPLETE),
    ("/no-last-chunk", Unreadable.INCOMPLETE),
    ("/bad-chunk", Unreadable.INCOMPLETE),
    ("/until-close-cut", Unreadable.INCOMPLETE),
    ("/until-close-json-cut", Unreadable.INCOMPLETE),
    ("/until-close-markdown", Unreadable.INCOMPLETE),
    ("/until-close-gzip-cut", Unreadable.INCOMPLETE),
    ("/gzip-cut", Unreadable.INCOMPLETE),
    ("/gzip-cut-member", Unreadable.INCOMPLETE),
    ("/gzip-bad-sum", Unreadable.INCOMPLETE),
    ("/gzip-trailed", Unreadable.INCOMPLETE),
    ("/gzip-many-members", Unreadable.ENCODING),
    ("/gzip-not", Unreadable.ENCODING),
    ("/gzip-twice", Unreadable.ENCODING),
    ("/gzip-thousand", Unreadable.ENCODING),
    ("/brotli", Unreadable.ENCODING),
    ("/deflate", Unreadable.ENCODING),
    ("/large", Unreadable.TOO_LARGE),
    ("/endless", Unreadable.TOO_LARGE),
    ("/gzip-bomb", Unreadable.TOO_LARGE),
    ("/status-204", Unreadable.STATUS),
    ("/status-206", Unreadable.STATUS),
    ("/status-300", Unreadable.STATUS),
    ("/status-304", Unreadable.STATUS),
    ("/status-400", Unreadable.STATUS),
    ("/status-401", Unreadable.STATUS),
    ("/status-403", Unreadable.STATUS),
    ("/status-404", Unreadable.MISSING),
    ("/status-410", Unreadable.MISSING),
    ("/status-500", Unreadable.STATUS),
    ("/status-503", Unreadable.STATUS),
    ("/status-999", Unreadable.STATUS),
    ("/loop", Unreadable.REDIRECT),
    ("/later", Unreadable.RATE_LIMITED),
)


@pytest.mark.parametrize(("path", "reason"), REFUSED, ids=[path[1:] for path, _ in REFUSED])
def test_each_failure_has_its_own_name(server: HostileServer, tmp_path: Path, path: str, reason: Unreadable) -> None:
    start = time.monotonic()
    unread = fetched(server, path, tmp_path, TIGHT if reason is Unreadable.TIMEOUT else EASY)
    assert isinstance(unread, Unread)
    assert (unread.reason, unread.url) == (reason, server.url(path))
    assert time.monotonic() - start < 3.0
    status = path.removeprefix("/status-")
    assert unread.status == (int(status) if status.isdigit() else 429 if path == "/later" else None)
    assert len(unread.detail) < 100


def test_a_flood_of_tiny_chunks_is_cut_at_the_deadline_or_the_limit(server: HostileServer, tmp_path: Path) -> None:
    unread = fetched(server, "/tiny-chunks", tmp_path, TIGHT)
    assert isinstance(unread, Unread)
    assert unread.reason in (Unreadable.TIMEOUT, Unreadable.TOO_LARGE)


@pytest.mark.parametrize("path", ["/page", "/gzip", "/gzip-members", "/gzip-padded", "/until-close", "/until-close-gzip"])
def test_a_whole_page_is_read(server: HostileServer, tmp_path: Path, path: str) -> None:
    url = server.url(path)
    assert fetched(server, path, tmp_path) == Page(
        asked=url, reached=url, status=200, media_type="text/html", body=PAGE, fetched_at="2026-11-22T12:00:00Z"
    )


@pytest.mark.parametrize(("path", "charset"), [("/charset", "rot13"), ("/charset-odd", "unknown"), ("/page", "")])
def test_a_declared_charset_is_handed_on_and_never_used_here(
    server: HostileServer, tmp_path: Path, path: str, charset: str
) -> None:
    page = fetched(server, path, tmp_path)
    assert isinstance(page, Page)
    assert (page.charset, page.body) == (charset, PAGE)


def test_no_failure_s_words_hold_what_the_server_wrote(server: HostileServer, tmp_path: Path) -> None:
    server.routes["/said"] = fixed(answer(status=418, Content_Encoding="planted-secret", Retry_After="planted-secret"))
    server.routes["/coded"] = fixed(answer(Content_Encoding="planted-secret"))
    server.routes["/broken"] = fixed(b"planted-secret\r\n\r\n")
    server.routes["/moved"] = fixed(answer(status=302, Location="http://evil.example/planted-secret?x#y"))
    with pages(server, tmp_path) as web:
        outcomes = [web.fetch(server.url(path)) for path in ("/said", "/coded", "/broken", "/moved")]
    assert [outcome.reason for outcome in outcomes if isinstance(outcome, Unread)] == [
        Unreadable.STATUS,
        Unreadable.ENCODING,
        Unreadable.NETWORK,
        Unreadable.REDIRECT,
    ]
    assert "planted-secret" not in repr(outcomes)


# Redirects and addresses


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("http://127.0.0.2:{port}/page", Unreadable.REDIRECT),
        ("http://169.254.169.254/latest/meta-data/", Unreadable.REDIRECT),
        ("http://2130706433:{port}/page", Unreadable.REDIRECT),
        ("http://[::ffff:127.0.0.1]:{port}/page", Unreadable.REDIRECT),
        ("http://user:password@127.0.0.1:{port}/page", Unreadable.REDIRECT),
        ("file:///etc/passwd", Unreadable.REDIRECT),
        ("gopher://127.0.0.1:{port}/", Unreadable.REDIRECT),
        ("//evil.example/", Unreadable.REDIRECT),
        ("http://127.0.0.1:{other}/page", Unreadable.BLOCKED_ADDRESS),
    ],
)
def test_a_redirect_elsewhere_is_refused_before_a_connection(
    server: HostileServer, tmp_path: Path, target: str, reason: Unreadable
) -> None:
    with HostileServer() as other:
        outcome = fetched(server, f"/redirect?to={target.format(port=server.port, other=other.port)}", tmp_path)
        assert isinstance(outcome, Unread)
        assert (outcome.reason, other.requests) == (reason, [])
    assert server.paths() == ["/redirect"]


def test_a_name_of_the_vendor_that_leads_to_this_machine_is_refused(server: HostileServer, tmp_path: Path) -> None:
    """``localhost.`` is a name the system resolves to loopback, and no literal the user configured."""
    reach = Reach((frozenset({"localhost."}),))
    with WebPages(TIGHT, reach, Evidence(tmp_path), Clock()) as web:
        outcome = web.fetch(f"http://localhost.:{server.port}/page")
    assert isinstance(outcome, Unread)
    assert outcome.reason in (Unreadable.BLOCKED_ADDRESS, Unreadable.NETWORK)  # a resolver may not know it
    assert server.requests == []


@pytest.mark.parametrize(("status", "moved"), [(301, True), (308, True), (302, False), (303, False), (307, False)])
def test_only_a_permanent_redirect_is_a_move(server: HostileServer, tmp_path: Path, status: int, moved: bool) -> None:
    page = fetched(server, f"/redirect?status={status}&to=/page", tmp_path)
    assert isinstance(page, Page)
    assert (page.reached, page.moved_permanently, page.body) == (server.url("/page"), moved, PAGE)
    assert page.asked == server.url(f"/redirect?status={status}&to=/page")


def test_a_permanent_redirect_behind_a_temporary_one_is_no_move(server: HostileServer, tmp_path: Path) -> None:
    page = fetched(server, "/redirect?status=302&to=/redirect%3Fstatus=301%26to=/page", tmp_path)
    assert isinstance(page, Page)
    assert (page.reached, page.moved_permanently) == (server.url("/page"), False)


def test_ipv6_is_fetched_like_ipv4(tmp_path: Path) -> None:
    with HostileServer("::1") as server:
        page = fetched(server, "/page", tmp_path)
    assert isinstance(page, Page)
    assert page.body == PAGE


# What is sent


def test_the_request_names_driftgate_and_carries_no_credential(
    server: HostileServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login user password planted-secret\n", encoding="utf-8")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    with HostileServer() as proxy:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, proxy.url())
        with pages(server, tmp_path / "state") as web:
            for path in ("/cookie", "/redirect?to=/echo", "/page"):
                assert isinstance(web.fetch(server.url(path)), Page)
        assert proxy.requests == []
    names = {name for request in server.requests for name in request.headers}
    assert names == {"host", "user-agent", "accept", "accept-encoding", "accept-language", "connection"}
    last = server.requests[-1].headers
    assert last["user-agent"].startswith("driftgate/")
    assert last["user-agent"].endswith(" (documentation contract check)")
    assert (last["accept-encoding"], last["accept-language"]) == ("gzip, identity", "en")


def test_an_accept_header_of_the_caller_is_a_fetch_of_its_own(server: HostileServer, tmp_path: Path) -> None:
    with pages(server, tmp_path) as web:
        web.fetch(server.url("/page"))
        web.fetch(server.url("/page"), accept="text/markdown")
        web.fetch(server.url("/page#part"), accept="text/markdown")
    assert [request.headers["accept"][:13] for request in server.requests[1:]] == ["text/html, te", "text/markdown"]


def test_a_page_says_what_was_asked_for_as_the_caller_wrote_it(server: HostileServer, tmp_path: Path) -> None:
    server.serve("/", PAGE)
    asked = [server.url(""), server.url("#create"), server.url("/page#create"), server.url("/page"), server.url("/none#create")]
    with pages(server, tmp_path) as web:
        outcomes = [web.fetch(url) for url in asked]
    assert [outcome.asked if isinstance(outcome, Page) else outcome.url for outcome in outcomes] == asked
    assert server.paths() == ["/", "/page", "/none"]


def test_a_url_is_fetched_once_by_many_threads_and_each_gets_the_page(server: HostileServer, tmp_path: Path) -> None:
    server.serve("/slow", PAGE, delay=0.1)
    with pages(server, tmp_path) as web, ThreadPoolExecutor(16) as pool:
        bodies = {page.body for page in pool.map(web.fetch, [server.url("/slow")] * 64) if isinstance(page, Page)}
    assert (bodies, server.paths()) == ({PAGE}, ["/slow"])


def test_a_page_whose_evidence_cannot_be_written_is_still_fetched_once(server: HostileServer, tmp_path: Path) -> None:
    state = tmp_path / "file"
    state.write_bytes(b"")
    with pages(server, state) as web:
        assert web.fetch(server.url("/page")) == web.fetch(server.url("/page"))
    assert server.paths() == ["/page"]


def test_a_connection_that_was_closed_just_as_it_was_used_is_made_again(server: HostileServer, tmp_path: Path) -> None:
    calls: list[str] = []

    def closed_once(sock: socket.socket, request: Request) -> None:
        calls.append(request.path)
        if len(calls) == 1:
            raise ConnectionAbortedError
        sock.sendall(answer())

    server.routes["/docs"] = closed_once
    assert isinstance(fetched(server, "/docs", tmp_path), Page)
    assert calls == ["/docs", "/docs"]


def test_many_connections_are_used_at_once_and_again(server: HostileServer, tmp_path: Path) -> None:
    for number in range(64):
        server.serve(f"/slow/{number}", PAGE, delay=0.1)
    with pages(server, tmp_path, replace(EASY, connections=16)) as web, ThreadPoolExecutor(16) as pool:
        start = time.monotonic()
        got = list(pool.map(web.fetch, [server.url(f"/slow/{number}") for number in range(64)]))
        took = time.monotonic() - start
    assert all(isinstance(page, Page) for page in got)
    assert took < 64 * 0.1 / 4  # far from one after the other, with room for a busy machine


def test_what_is_sent_is_not_logged(server: HostileServer, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        fetched(server, "/page", tmp_path)
    assert caplog.records == []


def test_web_and_offline_pages_are_the_port(server: HostileServer, tmp_path: Path) -> None:
    with pages(server, tmp_path) as web:
        ports: list[Pages] = [web, OfflinePages(Evidence(tmp_path), ())]
        assert [type(port.fetch(server.url("/page"))) for port in ports] == [Page, Unread]


# Time


def test_the_run_has_a_deadline_of_its_own(server: HostileServer, tmp_path: Path) -> None:
    limits = replace(TIGHT, deadline=5.0, run_deadline=0.3)
    with pages(server, tmp_path, limits) as web:
        outcomes = [web.fetch(server.url(path)) for path in ("/hang", "/page")]
    assert outcomes[0] == Unread(server.url("/hang"), Unreadable.TIMEOUT)
    assert outcomes[1] == Unread(server.url("/page"), Unreadable.TIMEOUT, "the time for the whole run is over")
    assert server.paths() == ["/hang"]


@pytest.mark.parametrize("status", [429, 503])
def test_a_server_that_asks_to_come_back_soon_is_asked_again_after_that_time(
    server: HostileServer, tmp_path: Path, status: int
) -> None:
    later = OnceLater(status)
    server.routes["/later"] = later
    assert isinstance(fetched(server, "/later", tmp_path, EASY), Page)
    assert len(later.asked_at) == 2
    assert later.asked_at[1] - later.asked_at[0] >= 1.0


@pytest.mark.parametrize(
    ("after", "limits", "detail"),
    [
        ("86400", EASY, "try again after 86400 s"),
        ("61", replace(EASY, deadline=90.0), "try again after 61 s"),
        ("20", EASY, "try again after 20 s"),
        (format_datetime(NOON + timedelta(hours=1), usegmt=True), EASY, "try again after 3600 s"),
        ("planted-secret", EASY, "it did not say when"),
        ("1", replace(EASY, retries=0), "try again after 1 s"),
    ],
)
def test_a_server_that_asks_for_more_time_than_there_is_is_left_alone(
    server: HostileServer, tmp_path: Path, after: str, limits: FetchLimits, detail: str
) -> None:
    start = time.monotonic()
    path = f"/later?after={after.replace(' ', '%20')}"
    assert fetched(server, path, tmp_path, limits) == Unread(server.url(path), Unreadable.RATE_LIMITED, detail, 429)
    assert time.monotonic() - start < 1.0
    assert server.paths() == ["/later"]


def test_retries_end(server: HostileServer, tmp_path: Path) -> None:
    outcome = fetched(server, "/later?after=0", tmp_path, replace(EASY, retries=2))
    assert isinstance(outcome, Unread)
    assert (outcome.reason, outcome.detail) == (Unreadable.RATE_LIMITED, "try again after 0 s")
    assert server.paths() == ["/later"] * 3


# robots.txt


#: Takes minutes to parse where every rule is filed under every agent.
QUADRATIC = b"".join(b"User-agent: a%d\n" % n for n in range(8000)) + b"".join(b"Allow: /%d\n" % n for n in range(8000))


def with_robots(body: bytes) -> Callable[[HostileServer], None]:
    return lambda server: server.routes.update({"/robots.txt": fixed(answer(body, media_type="text/plain"))})


def with_route(path: str) -> Callable[[HostileServer], None]:
    return lambda server: server.routes.update({"/robots.txt": server.routes[path]})


@pytest.mark.parametrize(
    ("prepare", "reason"),
    [
        pytest.param(with_robots(b"User-agent: *\nDisallow: /page"), Unreadable.ROBOTS, id="everyone"),
        pytest.param(
            with_robots(b"User-agent: driftgate\nDisallow: /\n\nUser-agent: *\nAllow: /"), Unreadable.ROBOTS, id="by name"
        ),
        pytest.param(with_route("/status-500"), Unreadable.ROBOTS, id="500"),
        pytest.param(with_route("/status-503"), Unreadable.ROBOTS, id="503"),
        pytest.param(with_route("/gzip-bomb"), Unreadable.ROBOTS, id="a bomb"),
        pytest.param(with_route("/endless"), Unreadable.ROBOTS, id="endless"),
        pytest.param(with_route("/gzip-cut"), Unreadable.ROBOTS, id="cut"),
        pytest.param(with_robots(QUADRATIC), Unreadable.ROBOTS, id="every line for every agent"),
        pytest.param(with_route("/hang"), Unreadable.TIMEOUT, id="no answer"),
        pytest.param(with_route("/reset"), Unreadable.NETWORK, id="reset"),
    ],
)
def test_a_page_is_not_asked_for_without_leave(
    server: HostileServer, tmp_path: Path, prepare: Callable[[HostileServer], None], reason: Unreadable
) -> None:
    prepare(server)
    outcome = fetched(server, "/page", tmp_path, TIGHT if reason is Unreadable.TIMEOUT else EASY)
    assert isinstance(outcome, Unread)
    assert (outcome.reason, server.paths()) == (reason, [])


@pytest.mark.parametrize(
    "prepare",
    [
        pytest.param(with_robots(b"User-agent: *\nDisallow: /private"), id="another path"),
        pytest.param(with_robots(b"User-agent: otherbot\nDisallow: /"), id="another robot"),
        pytest.param(with_robots(b"<html>no robots here</html>\xff\xfe\0"), id="a page instead"),
        pytest.param(with_robots(b"Disallow: /" + b"*a" * 200000), id="a long line"),
        pytest.param(with_route("/status-403"), id="403"),
        pytest.param(with_route("/status-404"), id="404"),
        pytest.param(with_route("/loop"), id="a loop"),
    ],
)
def test_a_site_that_does_not_refuse_is_read(
    server: HostileServer, tmp_path: Path, prepare: Callable[[HostileServer], None]
) -> None:
    prepare(server)
    assert isinstance(fetched(server, "/page", tmp_path), Page)


def test_robots_txt_is_asked_for_once_and_not_at_all_where_the_user_says_so(server: HostileServer, tmp_path: Path) -> None:
    with_robots(b"User-agent: *\nDisallow: /private")(server)
    with pages(server, tmp_path) as web, ThreadPoolExecutor(8) as pool:
        list(pool.map(web.fetch, [server.url(f"/{number}") for number in range(8)]))
    assert [request.path for request in server.requests].count("/robots.txt") == 1
    server.reset()
    with_robots(b"User-agent: *\nDisallow: /")(server)
    assert isinstance(fetched(server, "/page", tmp_path, replace(EASY, robots="ignore")), Page)
    assert [request.path for request in server.requests] == ["/page"]


def test_a_redirect_into_a_forbidden_path_is_not_followed(server: HostileServer, tmp_path: Path) -> None:
    with_robots(b"User-agent: *\nDisallow: /page")(server)
    outcome = fetched(server, "/redirect?to=/page", tmp_path)
    assert isinstance(outcome, Unread)
    assert (outcome.reason, server.paths()) == (Unreadable.ROBOTS, ["/redirect"])


def test_a_crawl_delay_is_kept_and_takes_nothing_from_a_page_s_own_time(server: HostileServer, tmp_path: Path) -> None:
    with_robots(b"User-agent: *\nCrawl-delay: 0.5")(server)
    start = time.monotonic()
    with pages(server, tmp_path, replace(TIGHT, deadline=0.9)) as web, ThreadPoolExecutor(3) as pool:
        got = list(pool.map(web.fetch, [server.url(path) for path in ("/page", "/gzip", "/until-close")]))
    assert all(isinstance(page, Page) for page in got)
    assert time.monotonic() - start >= 1.0


# Conditional requests and evidence


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


# Certificates


def tls(authority: trustme.CA, name: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name).configure_cert(context)
    return context


def test_a_certificate_must_be_trusted_and_fit_the_host(tmp_path: Path) -> None:
    authority = trustme.CA()
    ca_file = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(str(ca_file))
    own = replace(EASY, ca_file=str(ca_file))
    with HostileServer(tls=tls(authority, "127.0.0.1")) as server:
        refused = Unread(server.url("/page"), Unreadable.TLS, "when its robots.txt was asked for")
        assert fetched(server, "/page", tmp_path / "a") == refused
        assert server.requests == []
        assert isinstance(fetched(server, "/page", tmp_path / "b", own), Page)
        downgrade = fetched(server, f"/redirect?to=http://127.0.0.1:{server.port}/page", tmp_path / "c", own)
        assert isinstance(downgrade, Unread)
        assert (downgrade.reason, downgrade.detail) == (Unreadable.REDIRECT, "it leads from https to http")
    with HostileServer(tls=tls(authority, "docs.acme.dev")) as server:
        alone = replace(own, robots="ignore")
        assert fetched(server, "/page", tmp_path / "d", alone) == Unread(server.url("/page"), Unreadable.TLS)
        assert server.requests == []


def test_a_ca_file_that_cannot_be_used_is_an_error_of_the_configuration(server: HostileServer, tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        pages(server, tmp_path, replace(EASY, ca_file=str(tmp_path / "none.pem")))
    assert caught.value.where == str(tmp_path / "none.pem")


# Memory


MEASURE = """
import resource, sys
from datetime import UTC, datetime
from pathlib import Path
from driftgate.adapters.evidence import Evidence
from driftgate.adapters.pages import WebPages
from driftgate.adapters.reach import reach_of
from driftgate.config.model import FetchLimits

class Clock:
    def now(self): return datetime.now(UTC)

base, state, *paths = sys.argv[1:]
with WebPages(FetchLimits(), reach_of((), also=[base]), Evidence(Path(state)), Clock()) as web:
    web.fetch(base + "/page")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    reasons = [web.fetch(base + path).reason.name for path in paths]
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024, *reasons)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="ru_maxrss is in kilobytes on Linux only")
def test_bombs_take_no_more_memory_than_the_limit_asks_for(server: HostileServer, tmp_path: Path) -> None:
    paths = ["/gzip-bomb", "/large", "/endless", "/huge-headers", "/gzip-thousand"]
    command = [sys.executable, "-c", MEASURE, server.url("").rstrip("/"), str(tmp_path), *paths]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True, env={"PATH": os.environ["PATH"]})
    extra, *reasons = done.stdout.split()
    assert reasons == ["TOO_LARGE", "TOO_LARGE", "TOO_LARGE", "NETWORK", "ENCODING"]
    assert int(extra) < 64


def test_a_hundred_pages_are_not_held_in_memory(server: HostileServer, tmp_path: Path) -> None:
    large = b"<html>" + b"x" * 900_000 + b"</html>"
    with pages(server, tmp_path, EASY) as web:
        for number in range(100):
            server.serve(f"/{number}", large + b"<!-- %d -->" % number)
            assert isinstance(web.fetch(server.url(f"/{number}")), Page)
            del server.routes[f"/{number}"]
            if number == 20:
                early = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - early < 30 * 1024


# The edge


@pytest.mark.parametrize("error", [MemoryError, RecursionError, ValueError, UnicodeError, RuntimeError, OSError])
def test_no_exception_leaves_a_fetch(
    server: HostileServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error("planted-secret")

    monkeypatch.setattr("driftgate.adapters.http.whole_body", fail)
    with pages(server, tmp_path) as web:
        outcome = web.fetch(server.url("/page"))
        assert isinstance(outcome, Unread)
        assert outcome.reason in (Unreadable.NETWORK, Unreadable.TOO_LARGE)
        monkeypatch.setattr("driftgate.adapters.cache.Cache.known", fail)
        assert web.fetch(server.url("/gzip")) == Unread(server.url("/gzip"), Unreadable.NETWORK, "an unexpected failure")
    assert "planted-secret" not in repr(outcome)


def test_the_server_of_these_tests_tells_what_it_saw(server: HostileServer, tmp_path: Path) -> None:
    server.serve("/docs", GZIPPED, media_type="application/gzip")
    assert isinstance(server.routes["/docs"], Canned)
    fetched(server, "/docs?x=1", tmp_path)
    assert server.requests[-1] == Request("GET", "/docs?x=1", server.requests[-1].headers)
    assert (server.requests[-1].query, server.paths()) == ({"x": "1"}, ["/docs"])
