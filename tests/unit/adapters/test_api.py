"""The API adapter sends once, to the pinned origin alone, within one deadline; every failure is an answer in fixed words."""

from __future__ import annotations

import logging
import ssl
import time
from typing import Any

import pytest
import trustme

from apis import answering, dripping, serving
from driftgate.adapters import api as module
from driftgate.adapters.api import HttpApi
from driftgate.errors import SafetyStop
from driftgate.smoke.credential import Secret
from driftgate.smoke.model import Answer, Credential, NoAnswer, PlannedRequest
from driftgate.smoke.origin import origin_of

KEY = "sk-Qw3rTyU9i0pAsDfGh7JkLzXcVbNm12"
BEARER = Credential(env="ACME_KEY")


def request(base_url: str, body: bytes | None = b'{"a":1}') -> PlannedRequest:
    return PlannedRequest(
        case="happy_path", method="POST", url=f"{base_url}/v1/chat?x=1", headers={"Accept": "application/json"}, body=body
    )


def send(base_url: str, credential: Credential = BEARER, **options: Any) -> Answer | NoAnswer:
    return HttpApi(credential, Secret(KEY), origin_of(base_url) or "", **options).send(request(base_url))


@pytest.mark.parametrize(
    "url", ["http://127.0.0.2:{port}", "https://127.0.0.1:{port}", "http://localhost:{port}", "http://127.0.0.1:1"]
)
def test_a_request_outside_the_pinned_origin_opens_no_connection(url: str) -> None:
    with serving(answering(b"{}")) as api:
        adapter = HttpApi(BEARER, Secret(KEY), origin_of(api.base_url) or "")
        with pytest.raises(SafetyStop):
            adapter.send(request(url.format(port=api.base_url.rsplit(":", 1)[1])))
        assert api.requests == []


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "307 Temporary Redirect", "308 Permanent Redirect"])
def test_no_redirect_is_followed(status: str) -> None:
    with serving(answering(b"{}")) as other, serving(answering(b"", status, f"Location: {other.base_url}/v1")) as api:
        answer = send(api.base_url)
        assert isinstance(answer, Answer)
        assert answer.status == int(status[:3])
        assert (len(api.requests), other.requests) == (1, [])


def test_no_proxy_netrc_or_cookie_of_the_surroundings_is_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login u password netrc-password\n")
    with serving(answering(b"{}")) as proxy, serving(answering(b"{}", "200 OK", "Set-Cookie: sid=abc")) as api:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "HTTPS_PROXY"):
            monkeypatch.setenv(name, proxy.base_url)
        monkeypatch.setenv("HOME", str(tmp_path))
        monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
        send(api.base_url)
        send(api.base_url)
        assert (proxy.requests, len(api.requests)) == ([], 2)
        assert b"sid=abc" not in api.requests[1]
        assert api.requests[0].count(b"uthorization") == 1


def test_the_request_is_exactly_the_planned_one_with_the_credential() -> None:
    with serving(answering(b"{}")) as api:
        send(api.base_url)
    head, _, body = api.requests[0].partition(b"\r\n\r\n")
    first, *lines = head.decode().split("\r\n")
    headers = {name.lower(): value for name, value in (line.split(": ", 1) for line in lines)}
    assert (first, body) == ("POST /v1/chat?x=1 HTTP/1.1", b'{"a":1}')
    assert headers.pop("user-agent").startswith("driftgate/")
    assert headers == {
        "accept": "application/json",
        "accept-encoding": "identity",
        "connection": "close",
        "authorization": f"Bearer {KEY}",
        "content-length": "7",
        "host": api.base_url.removeprefix("http://"),
    }


@pytest.mark.parametrize(
    ("credential", "line"),
    [
        (Credential(env="K", scheme="apiKey", header="X-Api-Key"), f"X-Api-Key: {KEY}"),
        (Credential(env="K", scheme="basic"), "Authorization: Basic c2stUXczclR5VTlpMHBBc0RmR2g3SmtMelhjVmJObTEy"),
    ],
)
def test_other_schemes_carry_the_credential_their_own_way(credential: Credential, line: str) -> None:
    with serving(answering(b"{}")) as api:
        send(api.base_url, credential)
    assert line.encode() in api.requests[0]


def test_a_server_that_drips_is_cut_at_the_deadline() -> None:
    for reply in (
        dripping(b"HTTP/1.1 200 OK\r\n", b"X-A: b\r\n"),
        dripping(b"HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n", b"x"),
    ):
        with serving(reply) as api:
            begun = time.monotonic()
            answer = send(api.base_url, deadline=0.4)
            assert time.monotonic() - begun < 2
        assert answer == NoAnswer(
            sent=True, reason="the API did not answer in time; the request was sent and its outcome is not known"
        )


@pytest.mark.parametrize(
    "reply",
    [
        lambda connection, _: connection.close(),
        lambda connection, _: connection.sendall(b"SMTP ready\r\n\r\n"),
        lambda connection, _: connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"),
        lambda connection, _: connection.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"),
        lambda connection, _: connection.sendall(b"HTTP/1.1 200 OK\r\nX: " + b"y" * 2_000_000 + b"\r\n\r\n"),
    ],
    ids=["closed", "no HTTP", "short body", "broken chunk", "endless header"],
)
def test_a_broken_answer_is_an_unknown_outcome_and_not_sent_again(reply: Any) -> None:
    with serving(reply) as api:
        answer = send(api.base_url)
        assert answer == NoAnswer(
            sent=True, reason="the exchange with the API broke off; the request was sent and its outcome is not known"
        )
        assert len(api.requests) == 1


def test_nobody_there_means_that_nothing_was_sent() -> None:
    with serving(answering(b"{}")) as api:
        pass
    assert send(api.base_url) == NoAnswer(sent=False, reason="the API could not be reached; nothing was sent")


def test_an_answer_beyond_the_limit_is_cut_and_said_to_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LONGEST_ANSWER", 1000)
    with serving(answering(b"x" * 100_000, media_type="Text/HTML; charset=utf-8")) as api:
        assert send(api.base_url) == Answer(status=200, media_type="text/html", body=b"x" * 1000, complete=False)


def test_a_compressed_answer_is_not_inflated() -> None:
    with serving(answering(b"\x1f\x8b", "200 OK", "Content-Encoding: gzip")) as api:
        assert send(api.base_url) == Answer(status=200, media_type="application/json", body=b"", complete=False)


def test_no_header_or_url_is_logged_even_at_debug(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG), serving(answering(b"{}", "200 OK", "X-Account: acme-8123")) as api:
        send(api.base_url)
    assert caplog.text == ""


class TestTls:
    AUTHORITY = trustme.CA()

    def context(self, name: str, authority: trustme.CA | None = None) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        (authority or self.AUTHORITY).issue_cert(name).configure_cert(context)
        return context

    @pytest.fixture
    def ca_file(self, tmp_path: Any) -> str:
        path = tmp_path / "ca.pem"
        self.AUTHORITY.cert_pem.write_to_path(str(path))
        return str(path)

    def test_a_trusted_server_is_spoken_to_and_no_key_log_is_written(
        self, ca_file: str, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("SSLKEYLOGFILE", str(tmp_path / "keys"))
        with serving(answering(b"{}"), self.context("127.0.0.1")) as api:
            assert isinstance(send(api.base_url, ca_file=ca_file), Answer)
        assert not (tmp_path / "keys").exists()

    def test_an_unknown_authority_gets_not_one_byte_of_a_request(self, ca_file: str) -> None:
        with serving(answering(b"{}"), self.context("127.0.0.1", trustme.CA())) as api:
            answer = send(api.base_url, ca_file=ca_file)
            assert (answer, api.requests) == (
                NoAnswer(sent=False, reason="no secure connection to the API could be made; nothing was sent"),
                [],
            )

    def test_another_hosts_certificate_gets_not_one_byte_of_a_request(self, ca_file: str) -> None:
        with serving(answering(b"{}"), self.context("other.example")) as api:
            answer = send(api.base_url, ca_file=ca_file)
            assert (answer, api.requests) == (
                NoAnswer(sent=False, reason="no secure connection to the API could be made; nothing was sent"),
                [],
            )
