"""One request, one answer: the only module that speaks HTTP for documentation. It knows no credential and keeps no cookie."""

from __future__ import annotations

import logging
import ssl
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPResponse
from http.cookiejar import CookieJar
from typing import cast
from urllib.request import Request

import httpcore
import httpx

from driftgate import __version__
from driftgate.adapters.body import whole_body
from driftgate.adapters.deadline import moments
from driftgate.adapters.guard import GuardedBackend
from driftgate.adapters.reach import Reach
from driftgate.adapters.refusal import Refused
from driftgate.adapters.tls import trust
from driftgate.config.model import FetchLimits
from driftgate.extract.page import Unreadable

USER_AGENT = f"driftgate/{__version__} (documentation contract check)"
ANYTHING = "text/html, text/markdown;q=0.9, application/json;q=0.9, application/yaml;q=0.9, */*;q=0.5"
HEADERS = {
    "User-Agent": USER_AGENT,
    "Accept": ANYTHING,
    "Accept-Encoding": "gzip, identity",
    "Accept-Language": "en",
}
OK = 200
SMALL = 64 * 1024  # a body that nobody reads is drained up to here, so that its connection can be used again
IDLE = 15.0


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, header fields and, for status 200, the whole decoded body."""

    status: int
    headers: httpx.Headers
    body: bytes


class Wire:
    """One reused client. Thread-safe."""

    def __init__(self, reach: Reach, limits: FetchLimits) -> None:
        for name in ("httpx", "httpcore"):
            logging.getLogger(name).setLevel(logging.WARNING)  # they write whole URLs and header fields below that
        transport = GuardedTransport(reach, limits)
        self._client = httpx.Client(
            transport=transport, trust_env=False, follow_redirects=False, cookies=NoCookies(), headers=HEADERS
        )

    def get(self, address: httpx.URL, headers: Mapping[str, str], *, until: float, limit: int) -> Answer:
        """Sends one GET. until: the monotonic moment by which all must have arrived; limit: most bytes, on the wire and decoded.

        Raises Refused for everything that can go wrong on the way.
        """
        begun = False
        try:
            with closing(self._sent(address, headers, until)) as response:
                begun = True
                return Answer(response.status_code, response.headers, _read(response, until, limit))
        except Refused:
            raise
        except Exception as error:  # noqa: BLE001 - a server can provoke any exception, and none of them is a page
            raise translated(error, begun) from None

    def close(self) -> None:
        self._client.close()

    def _sent(self, address: httpx.URL, headers: Mapping[str, str], until: float) -> httpx.Response:
        request = self._client.build_request("GET", address, headers=headers, extensions={"timeout": moments(until)})
        try:
            return self._client.send(request, stream=True)
        except (httpcore.ReadError, httpcore.WriteError, httpcore.RemoteProtocolError):
            # The server may have closed a connection just as it was used again. Reading a page twice harms nobody.
            return self._client.send(request, stream=True)


class NoCookies(CookieJar):
    """A jar that takes nothing: no request carries what an earlier answer planted."""

    def extract_cookies(self, response: HTTPResponse, request: Request) -> None:
        """Takes nothing."""


class GuardedTransport(httpx.BaseTransport):
    """httpx over a connection pool whose every connection passes the address guard."""

    def __init__(self, reach: Reach, limits: FetchLimits) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=trust(limits.ca_file),
            max_connections=limits.connections,
            max_keepalive_connections=limits.connections,
            keepalive_expiry=IDLE,
            network_backend=GuardedBackend(reach),
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = request.url
        answer = self._pool.handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
                headers=request.headers.raw,
                extensions=request.extensions,
            )
        )
        stream = _Stream(cast("Iterable[bytes]", answer.stream), answer)
        return httpx.Response(answer.status, headers=answer.headers, stream=stream, extensions=answer.extensions)

    def close(self) -> None:
        self._pool.close()


class _Stream(httpx.SyncByteStream):
    def __init__(self, chunks: Iterable[bytes], answer: httpcore.Response) -> None:
        self._chunks = chunks
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._chunks)

    def close(self) -> None:
        self._answer.close()


def translated(error: Exception, begun: bool) -> Refused:
    """The refusal for an exception of the HTTP library; begun: the status line had arrived. Nothing of its text is kept."""
    match error:
        case httpcore.TimeoutException():
            return Refused(Unreadable.TIMEOUT)
        case httpcore.ConnectError() if _is_tls(error):
            return Refused(Unreadable.TLS)
        case httpcore.ConnectError():
            return Refused(Unreadable.NETWORK, "no connection could be made")
        case httpcore.NetworkError() | httpcore.RemoteProtocolError() if begun:
            return Refused(Unreadable.INCOMPLETE, "the connection ended or broke its framing before the end")
        case httpcore.NetworkError():
            return Refused(Unreadable.NETWORK, "the connection ended before an answer")
        case httpcore.ProtocolError():
            return Refused(Unreadable.NETWORK, "no valid HTTP answer arrived")
        case MemoryError() | RecursionError():
            return Refused(Unreadable.TOO_LARGE, "it does not fit into memory")
        case _:
            return Refused(Unreadable.NETWORK, "an unexpected failure of the HTTP library")


def _read(response: httpx.Response, until: float, limit: int) -> bytes:
    chunks = _in_time(cast("Iterable[bytes]", response.stream), until)
    if response.status_code == OK:
        return whole_body(response.headers, chunks, limit)
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > SMALL:
            break
    return b""


def _in_time(chunks: Iterable[bytes], until: float) -> Iterator[bytes]:
    """The chunks as they come. A flood of tiny chunks never waits for the network, so the clock is read here as well."""
    for chunk in chunks:
        if time.monotonic() > until:
            raise Refused(Unreadable.TIMEOUT)
        yield chunk


def _is_tls(error: BaseException | None) -> bool:
    for _ in range(5):
        if error is None or isinstance(error, ssl.SSLError):
            break
        error = error.__cause__ or error.__context__
    return isinstance(error, ssl.SSLError)
