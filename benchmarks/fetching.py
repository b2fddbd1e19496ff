"""How fast documentation is fetched, as ratios within one run (times differ between machines, ratios hardly).

1. 16 threads against a server that answers after 100 ms: the share of the ideal rate.
2. CPU of fetching 1,000 pages, cold and unchanged (status 304), against a floor written by hand: a reused httpx client, the
   validator sent, the body read from disk and hashed.

Run: ``python benchmarks/fetching.py``. The server is a process of its own, so its CPU is not counted.
"""

from __future__ import annotations

import asyncio
import hashlib
import multiprocessing
import statistics
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path

import httpx

from driftgate.adapters.evidence import Evidence
from driftgate.adapters.pages import WebPages
from driftgate.adapters.reach import reach_of
from driftgate.config.model import FetchLimits
from driftgate.extract.page import Page

PAGES = 1000
CONNECTIONS = 16
DELAY = 0.1
DELAYED = 640
BODY = b"<html><body>" + b"<p>The note's text, at most 200 letters.</p>" * 1100 + b"</body></html>"
NEEDED_SHARE = 0.85
NEEDED_RATIO = 1.5


class Now:
    def now(self) -> datetime:
        return datetime.now(UTC)


class Server(asyncio.Protocol):
    """``/slow/…`` answers after DELAY; every page has an ETag and confirms it with 304."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        target = data.split(b" ", 2)[1]
        etag = b'"%s"' % hashlib.sha256(target).hexdigest()[:16].encode()
        if target == b"/robots.txt":
            content = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
        elif b"if-none-match: " + etag in data.lower():
            content = b"HTTP/1.1 304 Not Modified\r\nETag: " + etag + b"\r\n\r\n"
        else:
            named = b"Content-Type: text/html\r\nETag: " + etag + b"\r\nContent-Length: %d\r\n\r\n" % len(BODY)
            content = b"HTTP/1.1 200 OK\r\n" + named + BODY
        if target.startswith(b"/slow"):
            asyncio.get_running_loop().call_later(DELAY, self.transport.write, content)
        else:
            self.transport.write(content)


def serve(answer: Connection) -> None:
    async def forever() -> None:
        server = await asyncio.get_running_loop().create_server(Server, "127.0.0.1", 0, backlog=256)
        answer.send(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(forever())


def pages(base: str, state: Path) -> tuple[WebPages, Evidence]:
    evidence = Evidence(state)
    return WebPages(FetchLimits(connections=CONNECTIONS), reach_of((), also=[base]), evidence, Now()), evidence


def share_of_ideal(base: str) -> float:
    """The ideal time for DELAYED requests over CONNECTIONS, divided by the time that was needed."""
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(CONNECTIONS) as pool:
        fetching, _ = pages(base, Path(folder))
        fetching.fetch(base + "/first")
        start = time.perf_counter()
        got = list(pool.map(fetching.fetch, (f"{base}/slow/{number}" for number in range(DELAYED))))
        took = time.perf_counter() - start
        fetching.close()
    assert all(isinstance(page, Page) for page in got)
    return DELAYED * DELAY / CONNECTIONS / took


def night(base: str, state: Path, number: int) -> None:
    """One run over all pages, as the pipeline makes it: fetch, digest, index."""
    fetching, evidence = pages(base, state)
    for page_number in range(PAGES):
        page = fetching.fetch(f"{base}/{page_number}")
        assert isinstance(page, Page)
        assert page.sha256
    evidence.finish(f"night-{number}", datetime.now(UTC))
    fetching.close()


def floor(base: str, folder: Path) -> None:
    """The same by hand."""
    with httpx.Client(trust_env=False) as client:
        for number in range(PAGES):
            body, tag = folder / f"{number}.body", folder / f"{number}.etag"
            known = {"If-None-Match": tag.read_text()} if tag.exists() else {}
            answer = client.get(f"{base}/{number}", headers=known)
            if answer.status_code == 200:
                body.write_bytes(answer.content)
                tag.write_text(answer.headers["etag"])
            assert hashlib.sha256(body.read_bytes()).hexdigest()


def cpu(work: Callable[[], None]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def compare(base: str) -> float:
    """Prints CPU seconds side by side, and returns the ratio of the unchanged nights (median of three)."""
    with tempfile.TemporaryDirectory() as ours, tempfile.TemporaryDirectory() as theirs:
        cold = cpu(lambda: night(base, Path(ours), 0)), cpu(lambda: floor(base, Path(theirs)))
        nights = [(cpu(lambda: night(base, Path(ours), number)), cpu(lambda: floor(base, Path(theirs)))) for number in (1, 2, 3)]  # noqa: B023
    unchanged = tuple(statistics.median(pair[side] for pair in nights) for side in (0, 1))
    print(f"{PAGES} pages cold:      driftgate {cold[0]:.2f} s CPU, floor {cold[1]:.2f} s, ratio {cold[0] / cold[1]:.2f}")
    print(f"{PAGES} pages unchanged: driftgate {unchanged[0]:.2f} s CPU, floor {unchanged[1]:.2f} s, ", end="")
    print(f"ratio {unchanged[0] / unchanged[1]:.2f} (bar {NEEDED_RATIO})")
    return unchanged[0] / unchanged[1]


def main() -> int:
    here, there = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=serve, args=(there,), daemon=True)
    process.start()
    try:
        base = f"http://127.0.0.1:{here.recv()}"
        share = share_of_ideal(base)
        print(f"{CONNECTIONS} connections, {DELAY * 1000:.0f} ms delay: {share:.0%} of ideal (bar {NEEDED_SHARE:.0%})")
        ratio = compare(base)
    finally:
        process.terminate()
        process.join()
    return 0 if share >= NEEDED_SHARE and ratio <= NEEDED_RATIO else 1


if __name__ == "__main__":
    raise SystemExit(main())
