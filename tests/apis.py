"""A vendor's API on loopback that behaves as badly as a test asks, and counts what it got."""

from __future__ import annotations

import contextlib
import socket
import socketserver
import ssl
import threading
import time
from collections.abc import Callable, Iterator

Reply = Callable[[socket.socket, bytes], None]


class LoopbackApi:
    """One raw answer to every request. requests: every byte that came, one entry per connection."""

    def __init__(self, port: int, scheme: str) -> None:
        self.requests: list[bytes] = []
        self.base_url = f"{scheme}://127.0.0.1:{port}"


@contextlib.contextmanager
def serving(reply: Reply, tls: ssl.SSLContext | None = None) -> Iterator[LoopbackApi]:
    """Serves until the block ends."""

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            with contextlib.suppress(OSError, ssl.SSLError):
                connection = self.request if tls is None else tls.wrap_socket(self.request, server_side=True)
                with contextlib.closing(connection):
                    request = _read_request(connection)
                    api.requests.append(request)
                    reply(connection, request)

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        api = LoopbackApi(server.server_address[1], "http" if tls is None else "https")
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield api
        finally:
            server.shutdown()
            thread.join()


def _read_request(connection: socket.socket) -> bytes:
    data = b""
    while b"\r\n\r\n" not in data:
        chunk = connection.recv(65536)
        if not chunk:
            return data
        data += chunk
    head, _, body = data.partition(b"\r\n\r\n")
    lengths = [int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")]
    while lengths and len(body) < lengths[0]:
        chunk = connection.recv(65536)
        if not chunk:
            break
        body += chunk
    return head + b"\r\n\r\n" + body


def answering(body: bytes, status: str = "200 OK", *headers: str, media_type: str = "application/json") -> Reply:
    """A well-formed answer."""
    head = "\r\n".join([f"HTTP/1.1 {status}", f"Content-Type: {media_type}", f"Content-Length: {len(body)}", *headers, "", ""])
    return lambda connection, _: connection.sendall(head.encode("latin-1") + body)


def dripping(first: bytes, drop: bytes, pause: float = 0.05) -> Reply:
    """An answer that never ends, a few bytes at a time."""

    def reply(connection: socket.socket, _: bytes) -> None:
        connection.sendall(first)
        for _turn in range(400):
            connection.sendall(drop)
            time.sleep(pause)

    return reply
