"""Fetching from servers that behave badly: each way of failing has its own name, and none is a page."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from driftgate.extract.page import Page, Unread, Unreadable
from fetch_settings import EASY, TIGHT, fetched, pages
from hostile import Canned, HostileServer
from misbehaviour import GZIPPED, PAGE, Request, answer, fixed


@pytest.fixture
def server() -> Iterator[HostileServer]:
    with HostileServer() as running:
        yield running


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
