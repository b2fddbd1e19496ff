"""Every exception of the HTTP library has one name here, and none of its words."""

from __future__ import annotations

import ssl

import httpcore
import httpx
import pytest

from driftgate.adapters.http import NoCookies, translated
from driftgate.extract.page import Unreadable


def tls_failure() -> httpcore.ConnectError:
    error = httpcore.ConnectError("planted-secret")
    error.__cause__ = ssl.SSLCertVerificationError("planted-secret")
    return error


@pytest.mark.parametrize(
    ("error", "begun", "reason"),
    [
        (httpcore.ConnectTimeout("planted-secret"), False, Unreadable.TIMEOUT),
        (httpcore.PoolTimeout("planted-secret"), False, Unreadable.TIMEOUT),
        (httpcore.ReadTimeout("planted-secret"), True, Unreadable.TIMEOUT),
        (tls_failure(), False, Unreadable.TLS),
        (httpcore.ConnectError("planted-secret"), False, Unreadable.NETWORK),
        (httpcore.ReadError("planted-secret"), False, Unreadable.NETWORK),
        (httpcore.ReadError("planted-secret"), True, Unreadable.INCOMPLETE),
        (httpcore.RemoteProtocolError("planted-secret"), False, Unreadable.NETWORK),
        (httpcore.RemoteProtocolError("planted-secret"), True, Unreadable.INCOMPLETE),
        (httpcore.LocalProtocolError("planted-secret"), False, Unreadable.NETWORK),
        (httpx.InvalidURL("planted-secret"), False, Unreadable.NETWORK),
        (MemoryError("planted-secret"), True, Unreadable.TOO_LARGE),
        (RecursionError("planted-secret"), True, Unreadable.TOO_LARGE),
        (KeyError("planted-secret"), True, Unreadable.NETWORK),
    ],
)
def test_an_exception_becomes_a_reason_in_fixed_words(error: Exception, begun: bool, reason: Unreadable) -> None:
    refusal = translated(error, begun)
    assert refusal.reason is reason
    assert "planted-secret" not in f"{refusal}{refusal.detail}"


def test_a_cookie_is_not_taken() -> None:
    with httpx.Client(cookies=NoCookies(), transport=httpx.MockTransport(planted)) as client:
        client.get("http://docs.acme.dev/")
        assert "cookie" not in client.get("http://docs.acme.dev/").request.headers


def planted(request: httpx.Request) -> httpx.Response:
    return httpx.Response(200, headers={"Set-Cookie": "session=planted-secret; Path=/"})
