"""Connections that read a timeout as the *moment* (of the monotonic clock) by which a whole exchange must be over, not as a span:
a server that drips one byte at a time cannot stretch it."""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable
from typing import Any

import httpcore


def moments(until: float) -> dict[str, float]:
    """The timeouts of a request whose connections are of this kind. Only the pool's own wait for one that is free is a span."""
    return {"connect": until, "read": until, "write": until, "pool": max(0.001, until - time.monotonic())}


def left(until: float | None, late: type[httpcore.TimeoutException]) -> float:
    """The seconds until a moment. Raises late where it has passed, and where no moment was given: nothing waits for ever."""
    seconds = (until or 0.0) - time.monotonic()
    if seconds <= 0:
        raise late()
    return seconds


class UntilStream(httpcore.NetworkStream):
    """A connection whose timeouts are moments. writing: called before each byte of a request; a TLS handshake is none."""

    def __init__(self, stream: httpcore.NetworkStream, writing: Callable[[], None] = lambda: None) -> None:
        self._stream = stream
        self._writing = writing

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, left(timeout, httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        seconds = left(timeout, httpcore.WriteTimeout)
        self._writing()
        self._stream.write(buffer, seconds)

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        secured = self._stream.start_tls(ssl_context, server_hostname, left(timeout, httpcore.ConnectTimeout))
        return UntilStream(secured, self._writing)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
