"""A loopback server that behaves as badly as real ones: raw sockets, one thread per connection, every request recorded.

``with HostileServer() as server: server.url("/drip")``. Pages of a test's own: ``server.serve("/docs", b"<html>…")``.
"""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
import time
from dataclasses import dataclass, field
from types import TracebackType

from misbehaviour import CLOSING, ROUTES, Request, Route, head, not_found

LONGEST_HANG = 20.0


@dataclass(eq=False)
class Canned:
    """A well-behaved page of a test's own. etag, last_modified: answered with 304 where the request names them."""

    body: bytes
    status: int = 200
    media_type: str = "text/html; charset=utf-8"
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0.0

    def __call__(self, sock: socket.socket, request: Request) -> None:
        time.sleep(self.delay)
        etag, date = self.headers.get("ETag"), self.headers.get("Last-Modified")
        asked_tag, asked_date = request.headers.get("if-none-match"), request.headers.get("if-modified-since")
        if (etag and asked_tag == etag) or (date and asked_tag is None and asked_date == date):
            sock.sendall(head(304, self.headers))
        else:
            named = {"Content-Type": self.media_type} | self.headers
            sock.sendall(head(self.status, named | {"Content-Length": str(len(self.body))}) + self.body)


class HostileServer:
    """Serves ROUTES and what a test adds. requests: all that arrived, in order; reset() forgets them."""

    def __init__(self, host: str = "127.0.0.1", *, tls: ssl.SSLContext | None = None) -> None:
        self.host = host
        self.routes: dict[str, Route] = dict(ROUTES)
        self.requests: list[Request] = []
        self._tls = tls
        self._socket = socket.create_server((host, 0), family=socket.AF_INET6 if ":" in host else socket.AF_INET, backlog=128)
        self.port = int(self._socket.getsockname()[1])
        self._open: set[socket.socket] = set()
        self._stopped = False

    def url(self, path: str = "/") -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{'https' if self._tls else 'http'}://{host}:{self.port}{path}"

    def serve(self, path: str, body: bytes, **canned: object) -> Canned:
        """Adds a page; canned: the fields of Canned. The page may be changed while the server runs."""
        page = Canned(body, **canned)  # type: ignore[arg-type]
        self.routes[path] = page
        return page

    def paths(self) -> list[str]:
        """The paths asked for, without robots.txt."""
        return [request.path for request in self.requests if request.path != "/robots.txt"]

    def reset(self) -> None:
        self.requests.clear()

    def __enter__(self) -> HostileServer:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._stopped = True
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        for sock in list(self._open):
            with contextlib.suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)

    def _accept(self) -> None:
        while not self._stopped:
            try:
                sock, _ = self._socket.accept()
            except OSError:
                return
            threading.Thread(target=self._talk, args=(sock,), daemon=True).start()

    def _talk(self, sock: socket.socket) -> None:
        self._open.add(sock)
        with contextlib.suppress(OSError, ValueError), sock:
            sock.settimeout(LONGEST_HANG)
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            talking = self._tls.wrap_socket(sock, server_side=True) if self._tls else sock
            with talking:
                self._answer_all(talking)
        self._open.discard(sock)

    def _answer_all(self, sock: socket.socket) -> None:
        while (request := read_request(sock)) is not None:
            self.requests.append(request)
            route = self.routes.get(request.path, not_found)
            route(sock, request)
            if route in CLOSING or request.headers.get("connection") == "close":
                return


def read_request(sock: socket.socket) -> Request | None:
    """The next request without its body, None at the end of the connection."""
    data = b""
    while b"\r\n\r\n" not in data:
        piece = sock.recv(65536)
        if not piece:
            return None
        data += piece
    lines = data.split(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
    method, target, _ = lines[0].split(" ", 2)
    pairs = (line.partition(":") for line in lines[1:])
    return Request(method, target, {name.strip().lower(): value.strip() for name, _, value in pairs})
