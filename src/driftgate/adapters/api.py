"""The vendor's API over HTTP: one request, one connection, one deadline. Nothing is followed, kept, reused or sent twice.

Built on httpx's own connection layer (httpcore), which knows no redirects, cookies, ``.netrc`` or environment variables.
"""

from __future__ import annotations

import base64
import logging
import ssl
import time
from collections.abc import Iterable, Mapping
from contextlib import closing
from typing import cast

import httpcore

from driftgate import __version__
from driftgate.adapters.deadline import UntilStream, left, moments
from driftgate.adapters.tls import trust
from driftgate.errors import SafetyStop
from driftgate.smoke.credential import Secret
from driftgate.smoke.model import Answer, Credential, NoAnswer, PlannedRequest
from driftgate.smoke.origin import origin_of

LONGEST_ANSWER = 8 * 1024 * 1024

USER_AGENT = f"driftgate/{__version__} (contract smoke test)"


class HttpApi:
    """The Api port. origin: as :func:`driftgate.smoke.origin.pinned_origin` gave it; ca_file: certificates to trust besides
    the usual ones; deadline: seconds for the whole exchange. Raises ConfigError where these certificates cannot be read."""

    def __init__(self, credential: Credential, secret: Secret, origin: str, *, ca_file: str = "", deadline: float = 60.0) -> None:
        self._credential = credential
        self._secret = secret
        self._origin = origin
        self._trust = trust(ca_file)
        self._deadline = deadline
        for name in ("httpx", "httpcore"):  # their lines hold URLs and header values
            logging.getLogger(name).setLevel(logging.WARNING)

    def send(self, request: PlannedRequest) -> Answer | NoAnswer:
        """Sends once. Raises SafetyStop, before any socket opens, for a URL outside the pinned origin."""
        if origin_of(request.url) != self._origin:
            raise SafetyStop("a request was aimed at an origin that is not pinned", advice="review base_url in the configuration")
        backend = Connections()
        try:
            return self._exchange(request, backend)
        except (httpcore.TimeoutException, TimeoutError):
            return _no_answer(backend, "the API did not answer in time")
        except (ssl.SSLError, ssl.CertificateError):
            return _no_answer(backend, "no secure connection to the API could be made")
        except httpcore.ConnectError as error:
            secure = isinstance(error.__cause__ or error.__context__, ssl.SSLError)
            words = "no secure connection to the API could be made" if secure else "the API could not be reached"
            return _no_answer(backend, words)
        except Exception:  # noqa: BLE001 - whatever a server provokes is an outcome; the exception's text could quote the credential
            return _no_answer(backend, "the exchange with the API broke off")

    def _exchange(self, request: PlannedRequest, backend: Connections) -> Answer:
        pool = httpcore.ConnectionPool(
            ssl_context=self._trust, max_connections=1, http2=False, retries=0, network_backend=backend
        )
        wanted = httpcore.Request(
            request.method,
            request.url,
            headers=self._headers(request),
            content=request.body,
            extensions={"timeout": moments(time.monotonic() + self._deadline)},
        )
        with closing(pool), closing(pool.handle_request(wanted)) as response:
            body, complete = _bounded(response)
            headers = {name.lower(): value for name, value in response.headers}
            coded = headers.get(b"content-encoding", b"identity").strip().lower() not in (b"", b"identity")
            return Answer(
                status=response.status,
                media_type=_media_type(headers),
                body=b"" if coded else body,  # identity was asked for; nothing is inflated
                complete=complete and not coded,
            )

    def _headers(self, request: PlannedRequest) -> list[tuple[bytes, bytes]]:
        headers = {
            **request.headers,
            "User-Agent": USER_AGENT,
            "Accept-Encoding": "identity",
            "Connection": "close",
            self._credential.header: _authorization(self._credential.scheme, self._secret.reveal()),
        }
        if request.body is not None:
            headers["Content-Length"] = str(len(request.body))
        headers["Host"] = request.url.split("/", 3)[2]
        return [(name.encode("ascii"), value.encode("ascii")) for name, value in headers.items()]


class Connections(httpcore.NetworkBackend):
    """The connections of one exchange. wrote: whether a byte of a request may have left."""

    def __init__(self) -> None:
        self._plain = httpcore.SyncBackend()
        self.wrote = False

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        seconds = left(timeout, httpcore.ConnectTimeout)
        return UntilStream(self._plain.connect_tcp(host, port, seconds, local_address, socket_options), self._writing)

    def _writing(self) -> None:
        self.wrote = True


def _authorization(scheme: str, value: str) -> str:
    if scheme.lower() == "bearer":
        return f"Bearer {value}"
    if scheme.lower() == "basic":
        return f"Basic {base64.b64encode(value.encode()).decode()}"
    return value


def _bounded(response: httpcore.Response) -> tuple[bytes, bool]:
    body = bytearray()
    for chunk in cast("Iterable[bytes]", response.stream):
        body += chunk
        if len(body) > LONGEST_ANSWER:
            return bytes(body[:LONGEST_ANSWER]), False
    return bytes(body), True


def _media_type(headers: Mapping[bytes, bytes]) -> str:
    return headers.get(b"content-type", b"").split(b";", 1)[0].strip().lower().decode("ascii", "replace")


def _no_answer(backend: Connections, reason: str) -> NoAnswer:
    sent = backend.wrote
    return NoAnswer(
        sent=sent, reason=f"{reason}; {'the request was sent and its outcome is not known' if sent else 'nothing was sent'}"
    )
