"""A network backend with one deadline for everything: a server that drips a byte a second cannot outlast it."""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterable
from typing import Any

import httpcore


class DeadlineExceeded(Exception):
    """The time for the whole exchange is over."""


class DeadlineBackend(httpcore.NetworkBackend):
    """Connections that share one deadline. wrote: whether a byte of a request may have left (a TLS handshake is none)."""

    def __init__(self, seconds: float) -> None:
        self._inner = httpcore.SyncBackend()
        self._ends = time.monotonic() + seconds
        self.wrote = False

    def left(self) -> float:
        """The seconds that are left. Raises DeadlineExceeded when there are none."""
        seconds = self._ends - time.monotonic()
        if seconds <= 0:
            raise DeadlineExceeded
        return seconds

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002 - the shared deadline stands instead
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        return _Stream(self._inner.connect_tcp(host, port, self.left(), local_address, socket_options), self)


class _Stream(httpcore.NetworkStream):
    def __init__(self, inner: httpcore.NetworkStream, backend: DeadlineBackend) -> None:
        self._inner = inner
        self._backend = backend

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002
        return self._inner.read(max_bytes, self._backend.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002
        self._backend.wrote = True
        self._inner.write(buffer, self._backend.left())

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002
    ) -> httpcore.NetworkStream:
        return _Stream(self._inner.start_tls(ssl_context, server_hostname, self._backend.left()), self._backend)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)
