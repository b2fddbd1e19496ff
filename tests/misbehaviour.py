"""Ways in which a server can answer badly, as raw bytes on a socket, by path."""

from __future__ import annotations

import gzip
import socket
import struct
import time
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

PAGE = b"<!doctype html><html><body><h1>Create a note</h1><p>POST /v1/notes</p></body></html>"
GZIPPED = gzip.compress(PAGE, mtime=0)
STEP = 0.05  # seconds between the pieces of a drip


@dataclass(frozen=True)
class Request:
    """One request as the server saw it; header names in lower case."""

    method: str
    target: str
    headers: Mapping[str, str]

    @property
    def path(self) -> str:
        return urlsplit(self.target).path

    @property
    def query(self) -> dict[str, str]:
        return {name: values[0] for name, values in parse_qs(urlsplit(self.target).query).items()}


Route = Callable[[socket.socket, Request], None]


def head(status: int, headers: Mapping[str, str]) -> bytes:
    """A status line and header fields."""
    lines = [f"HTTP/1.1 {status} Answer", *(f"{name}: {value}" for name, value in headers.items())]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


def answer(body: bytes = PAGE, status: int = 200, media_type: str = "text/html", **headers: str) -> bytes:
    """A whole answer with its length; header names are written with underscores."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return head(status, {"Content-Type": media_type, "Content-Length": str(len(body))} | named) + body


def fixed(content: bytes) -> Route:
    """A route that always sends these bytes."""
    return lambda sock, _: sock.sendall(content)


def not_found(sock: socket.socket, _: Request) -> None:
    sock.sendall(answer(b"not here", 404, "text/plain"))


def echo(sock: socket.socket, request: Request) -> None:
    """Every header of the request, as a page."""
    said = "\n".join(f"{name}: {value}" for name, value in request.headers.items())
    sock.sendall(answer(said.encode(), media_type="text/plain"))


def redirect(sock: socket.socket, request: Request) -> None:
    """``/redirect?to=URL&status=302``."""
    query = request.query
    sock.sendall(head(int(query.get("status", "302")), {"Location": query.get("to", ""), "Content-Length": "0"}))


def loop(sock: socket.socket, request: Request) -> None:
    sock.sendall(head(302, {"Location": f"/loop?{len(request.target)}", "Content-Length": "0"}))


def drip_body(sock: socket.socket, _: Request) -> None:
    sock.sendall(head(200, {"Content-Type": "text/html", "Content-Length": "100000"}))
    _drip(sock, b"x" * 400)


def drip_headers(sock: socket.socket, _: Request) -> None:
    _drip(sock, b"HTTP/1.1 200 OK\r\n" + b"X-Slow: " + b"y" * 400)


def drip_chunks(sock: socket.socket, _: Request) -> None:
    sock.sendall(head(200, {"Content-Type": "text/html", "Transfer-Encoding": "chunked"}))
    _drip(sock, b"1\r\nx\r\n" * 400, size=6)


def drip_early_hints(sock: socket.socket, _: Request) -> None:
    hint = b"HTTP/1.1 103 Early Hints\r\nX: y\r\n\r\n"
    _drip(sock, hint * 400, size=len(hint))


def _drip(sock: socket.socket, content: bytes, size: int = 1) -> None:
    for start in range(0, len(content), size):
        sock.sendall(content[start : start + size])
        time.sleep(STEP)


def hang(sock: socket.socket, _: Request) -> None:
    """Takes the request and says nothing."""
    sock.recv(1)


def hang_midway(sock: socket.socket, request: Request) -> None:
    sock.sendall(head(200, {"Content-Type": "text/html", "Content-Length": "1000"}) + b"<html>")
    hang(sock, request)


def hang_up(sock: socket.socket, _: Request) -> None:
    """Ends the connection without an answer."""


def reset(sock: socket.socket, _: Request) -> None:
    """Ends the connection with a TCP reset."""
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def empty_page(sock: socket.socket, _: Request) -> None:
    sock.sendall(answer(b""))


def short_length(sock: socket.socket, _: Request) -> None:
    sock.sendall(head(200, {"Content-Type": "text/html", "Content-Length": str(len(PAGE) + 50)}) + PAGE)


def cut_chunk(sock: socket.socket, _: Request) -> None:
    sock.sendall(head(200, {"Content-Type": "text/html", "Transfer-Encoding": "chunked"}))
    sock.sendall(b"%x\r\n" % len(PAGE) + PAGE[:30])


def no_last_chunk(sock: socket.socket, _: Request) -> None:
    sock.sendall(head(200, {"Content-Type": "text/html", "Transfer-Encoding": "chunked"}))
    sock.sendall(b"%x\r\n" % len(PAGE) + PAGE + b"\r\n")


def bad_chunk(sock: socket.socket, _: Request) -> None:
    sock.sendall(head(200, {"Content-Type": "text/html", "Transfer-Encoding": "chunked"}) + b"zz\r\n<html>\r\n0\r\n\r\n")


def until_close(body: bytes, media_type: str, coding: str = "") -> Route:
    """A body without a length, ended by closing the connection."""

    def route(sock: socket.socket, _: Request) -> None:
        named = {"Content-Type": media_type} | ({"Content-Encoding": coding} if coding else {})
        sock.sendall(head(200, named | {"Connection": "close"}) + body)

    return route


def huge_headers(sock: socket.socket, _: Request) -> None:
    sock.sendall(b"HTTP/1.1 200 OK\r\n")
    for number in range(320):
        sock.sendall(b"X-%d: " % number + b"a" * 65536 + b"\r\n")
    sock.sendall(b"Content-Length: 0\r\n\r\n")


def endless(sock: socket.socket, _: Request) -> None:
    """A body that never ends, in chunks."""
    sock.sendall(head(200, {"Content-Type": "text/html", "Transfer-Encoding": "chunked"}))
    while True:
        sock.sendall(b"10000\r\n" + b"x" * 65536 + b"\r\n")


def tiny_chunks(sock: socket.socket, _: Request) -> None:
    """A flood of one-byte chunks: nothing ever waits, and nothing ever ends."""
    sock.sendall(head(200, {"Content-Type": "text/html", "Transfer-Encoding": "chunked"}))
    while True:
        sock.sendall(b"1\r\nx\r\n" * 10000)


def gzip_bomb(sock: socket.socket, _: Request) -> None:
    """Four gigabytes of zeros in four megabytes, made as they are sent."""
    sock.sendall(head(200, {"Content-Type": "text/html", "Content-Encoding": "gzip", "Transfer-Encoding": "chunked"}))
    packer, zeros = zlib.compressobj(9, zlib.DEFLATED, 31), bytes(4 * 1024 * 1024)
    for _number in range(1024):
        piece = packer.compress(zeros) + packer.flush(zlib.Z_SYNC_FLUSH)
        sock.sendall(b"%x\r\n" % len(piece) + piece + b"\r\n")
    sock.sendall(b"0\r\n\r\n")


def coded(coding: str, body: bytes = GZIPPED) -> Route:
    return fixed(answer(body, Content_Encoding=coding))


def come_back(sock: socket.socket, request: Request) -> None:
    """``/later?status=429&after=VALUE``: always asks to come back."""
    query = request.query
    after = {"Retry-After": query["after"]} if "after" in query else {}
    sock.sendall(head(int(query.get("status", "429")), after | {"Content-Length": "0"}))


class OnceLater:
    """Asks once to come back after a second, then serves the page."""

    def __init__(self, status: int = 429) -> None:
        self.status = status
        self.asked_at: list[float] = []

    def __call__(self, sock: socket.socket, _: Request) -> None:
        self.asked_at.append(time.monotonic())
        first = len(self.asked_at) == 1
        sock.sendall(head(self.status, {"Retry-After": "1", "Content-Length": "0"}) if first else answer())


LOGIN = b"<html><body><form action='/login'><input type='password' name='p'><button>Sign in</button></form></body></html>"
BOT_WALL = b"<html><head><title>Just a moment...</title></head><body>Checking your browser</body></html>"
SOFT_404 = b"<html><head><title>Page not found</title></head><body><h1>Page not found</h1></body></html>"
LARGE = b"<html>" + b"x" * (9 * 1024 * 1024) + b"</html>"

ROUTES: dict[str, Route] = {
    "/page": fixed(answer()),
    "/echo": echo,
    "/cookie": fixed(answer(Set_Cookie="session=abc; Path=/")),
    "/redirect": redirect,
    "/loop": loop,
    "/drip-body": drip_body,
    "/drip-headers": drip_headers,
    "/drip-chunks": drip_chunks,
    "/drip-early-hints": drip_early_hints,
    "/hang": hang,
    "/hang-midway": hang_midway,
    "/hang-up": hang_up,
    "/reset": reset,
    "/empty": empty_page,
    "/short-length": short_length,
    "/cut-chunk": cut_chunk,
    "/no-last-chunk": no_last_chunk,
    "/bad-chunk": bad_chunk,
    "/until-close": until_close(PAGE, "text/html"),
    "/until-close-signed": until_close(PAGE + b"\n<!-- built today -->\n", "text/html"),
    "/until-close-cut": until_close(PAGE[:-10], "text/html"),
    "/until-close-json": until_close(b'{"openapi": "3.1.0"}', "application/json"),
    "/until-close-json-cut": until_close(b'{"openapi": "3.1.0"', "application/json"),
    "/until-close-markdown": until_close(b"# Create a note\n", "text/markdown"),
    "/until-close-gzip": until_close(GZIPPED, "text/html", "gzip"),
    "/until-close-gzip-cut": until_close(GZIPPED[:-5], "text/html", "gzip"),
    "/huge-headers": huge_headers,
    "/endless": endless,
    "/tiny-chunks": tiny_chunks,
    "/large": fixed(answer(LARGE)),
    "/gzip": coded("gzip"),
    "/gzip-members": coded("gzip", gzip.compress(PAGE[:20]) + gzip.compress(PAGE[20:])),
    "/gzip-padded": coded("gzip", GZIPPED + bytes(512)),
    "/gzip-cut": coded("gzip", GZIPPED[: len(GZIPPED) // 2]),
    "/gzip-cut-member": coded("gzip", GZIPPED + GZIPPED[:-1]),
    "/gzip-bad-sum": coded("gzip", GZIPPED[:-8] + bytes(8)),
    "/gzip-trailed": coded("gzip", GZIPPED + b"more"),
    "/gzip-many-members": coded("gzip", gzip.compress(b"x") * 2000),
    "/gzip-not": coded("gzip", PAGE),
    "/gzip-bomb": gzip_bomb,
    "/brotli": coded("br", b"\x0b\x02\x80<p>\x03"),
    "/deflate": coded("deflate", zlib.compress(PAGE)),
    "/gzip-twice": coded("gzip, gzip", gzip.compress(GZIPPED)),
    "/gzip-thousand": coded(", ".join(["gzip"] * 1000)),
    "/not-http": fixed(b"SSH-2.0-OpenSSH_9.9\r\n" * 3),
    "/two-lengths": fixed(head(200, {"Content-Length": "5, 6"}) + b"hello"),
    "/negative-length": fixed(head(200, {"Content-Length": "-5"}) + b"hello"),
    "/charset": fixed(answer(media_type="text/html; charset=rot13")),
    "/charset-odd": fixed(answer(media_type='text/html; charset="a b\x01"')),
    "/status-204": fixed(head(204, {})),
    "/status-206": fixed(answer(PAGE[:30], 206, Content_Range=f"bytes 0-29/{len(PAGE)}")),
    "/status-304": fixed(head(304, {})),
    "/status-300": fixed(answer(status=300)),
    "/status-400": fixed(answer(status=400)),
    "/status-401": fixed(answer(status=401)),
    "/status-403": fixed(answer(status=403)),
    "/status-404": fixed(answer(status=404)),
    "/status-410": fixed(answer(status=410)),
    "/status-500": fixed(answer(status=500)),
    "/status-503": fixed(answer(status=503)),
    "/status-999": fixed(answer(status=999)),
    "/later": come_back,
    "/login": fixed(answer(LOGIN)),
    "/bot-wall": fixed(answer(BOT_WALL)),
    "/soft-404": fixed(answer(SOFT_404)),
}

#: Routes after which the connection is closed.
CLOSING = frozenset(
    route
    for path, route in ROUTES.items()
    if path.startswith(("/drip", "/hang", "/reset", "/short", "/cut", "/no-last", "/bad-", "/until", "/huge", "/not-http"))
    or path in ("/two-lengths", "/negative-length", "/endless", "/tiny-chunks")
)
