"""Where a fetch goes and what it sends: redirects, addresses, certificates, header fields, connections."""

from __future__ import annotations

import logging
import socket
import ssl
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
import trustme

from driftgate.adapters.evidence import Evidence
from driftgate.adapters.pages import OfflinePages, WebPages
from driftgate.adapters.reach import Reach
from driftgate.errors import ConfigError
from driftgate.extract.page import Page, Unread, Unreadable
from driftgate.ports import Pages
from fetch_settings import EASY, TIGHT, Clock, fetched, pages
from hostile import HostileServer
from misbehaviour import PAGE, Request, answer


@pytest.fixture
def server() -> Iterator[HostileServer]:
    with HostileServer() as running:
        yield running


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
