"""How fetching waits: deadlines, servers that ask to come back, and what a robots.txt asks for."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from driftgate.config.model import FetchLimits
from driftgate.extract.page import Page, Unread, Unreadable
from fetch_settings import EASY, NOON, TIGHT, fetched, pages
from hostile import HostileServer
from misbehaviour import OnceLater, answer, fixed


@pytest.fixture
def server() -> Iterator[HostileServer]:
    with HostileServer() as running:
        yield running


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
