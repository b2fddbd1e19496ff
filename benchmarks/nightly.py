"""What a nightly ``driftgate check`` over 1,000 targets costs where no page has changed, against a floor written by hand.

The floor does by hand what such a night needs: a reused httpx client in threads, validators sent, page and Markdown twin asked
for, the kept body read with lxml, its tables keyed by place and name, and compared with what was kept. Both run as processes of
their own against one loopback server, so that imports and peak memory count and the server does not.

Run: ``python benchmarks/nightly.py [TARGETS]``. Needed: at most 1.5 times the floor's CPU, and a peak of at most 80 MB.
"""

from __future__ import annotations

import asyncio
import json
import multiprocessing
import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from driftgate.adapters.store import SnapshotStore
from driftgate.cli.wiring import SystemClock, read_config
from driftgate.pipeline.approve import Approval, approve, reviewed

TARGETS = 1000
CONNECTIONS = 8
FIELDS = 40
NEEDED_RATIO = 1.5
NEEDED_PEAK = 80.0  # MB

ROW = "<tr><td><code>field_{0}</code></td><td>string</td><td>{1}</td><td>What field {0} of a note says, in one line.</td></tr>"
TABLE = "<table><thead><tr><th>Name</th><th>Type</th><th>Required</th><th>Description</th></tr></thead><tbody>{0}</tbody></table>"
PROSE = "<p>A note is kept for as long as its owner wants, and no longer. Nobody else reads it.</p>" * 60


def page_of(number: int) -> bytes:
    """A reference page of one operation, of about 15 kB."""
    rows = "".join(ROW.format(at, "Yes" if at < 3 else "No") for at in range(FIELDS))
    answer = "".join(ROW.format(at, "Yes") for at in range(10))
    return (
        f"<!doctype html><html><head><title>Create note {number}</title></head><body><main><h1>Create note {number}</h1>"
        f"<p><code>POST /v1/notes{number}</code></p>{PROSE}<h2>Request body</h2>{TABLE.format(rows)}"
        f"<h2>Response</h2><h3>200 OK</h3>{TABLE.format(answer)}</main></body></html>"
    ).encode()


class Site(asyncio.Protocol):
    """``/<number>`` is a page with an ETag; there is nothing else."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        target = data.split(b" ", 2)[1].removeprefix(b"/")
        etag = b'"v1-' + target + b'"'
        if not target.isdigit():
            self.transport.write(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
        elif b"if-none-match: " + etag in data.lower():
            self.transport.write(b"HTTP/1.1 304 Not Modified\r\nETag: " + etag + b"\r\n\r\n")
        else:
            body = page_of(int(target))
            named = b"Content-Type: text/html; charset=utf-8\r\nETag: " + etag + b"\r\nContent-Length: %d\r\n\r\n" % len(body)
            self.transport.write(b"HTTP/1.1 200 OK\r\n" + named + body)


def serve(answer: Connection) -> None:
    async def forever() -> None:
        server = await asyncio.get_running_loop().create_server(Site, "127.0.0.1", 0, backlog=256)
        answer.send(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(forever())


def floor(base: str, folder: Path, targets: int) -> int:
    """One night by hand; returns how many pages differ from what was kept."""
    import httpx
    import lxml.html

    def fetched(client: httpx.Client, number: int) -> bytes:
        body, tag = folder / f"{number}.html", folder / f"{number}.etag"
        known = {"If-None-Match": tag.read_text()} if tag.exists() else {}
        answer = client.get(f"{base}/{number}", headers=known)
        client.get(f"{base}/{number}.md")
        if answer.status_code == 200:
            body.write_bytes(answer.content)
            tag.write_text(answer.headers["etag"])
        return body.read_bytes()

    def keyed(body: bytes) -> dict[str, list[str]]:
        found, place = {}, ""
        for element in lxml.html.fromstring(body).iter("h2", "h3", "tr"):
            if element.tag != "tr":
                place = "".join(map(str, element.itertext()))
            elif cells := ["".join(map(str, cell.itertext())) for cell in element.iter("td")]:
                found[f"{place}:{cells[0]}"] = cells[1:]
        return found

    def differs(number: int) -> bool:
        now = keyed(fetched(client, number))
        kept = folder / f"{number}.json"
        before = json.loads(kept.read_text()) if kept.exists() else None
        kept.write_text(json.dumps(now)) if before is None else None
        return before is not None and {key for key in now.keys() | before.keys() if now.get(key) != before.get(key)} != set()

    with httpx.Client(trust_env=False) as client, ThreadPoolExecutor(CONNECTIONS) as pool:
        return sum(pool.map(differs, range(targets)))


@dataclass(frozen=True)
class Cost:
    """seconds of CPU and peak MB of one process."""

    seconds: float
    peak: float


def cost(command: list[str], folder: Path, expect: int) -> Cost:
    """What a process cost. Raises AssertionError where it answers something else."""
    with (folder / "output").open("wb") as output:
        process = subprocess.Popen(command, cwd=folder, stdout=output, stderr=output)
        _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == expect, (folder / "output").read_text()[-2000:]
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def configure(folder: Path, base: str, targets: int) -> None:
    """A configuration of one vendor with many targets."""
    entries = "".join(f"      n{at}: {{reference: {base}/{at}, operation: POST /v1/notes{at}}}\n" for at in range(targets))
    text = f"format: 1\nvendors:\n  acme:\n    base_url: https://api.example.com\n    targets:\n{entries}"
    (folder / "config.yaml").write_text(text, encoding="utf-8")


def approve_all(folder: Path) -> None:
    """Reviews what the first check kept."""
    config = read_config(str(folder / "config.yaml"))
    store = SnapshotStore(folder, config.snapshots, config.state)
    for _, target in config.targets():
        digest = re.search(r"digest: ([0-9a-f]+)", store.pending_path(target.id).read_text())
        review = reviewed(store, target.id, digest[1] if digest else None)
        approve(store, review, Approval(by="benchmark", note="first", at=SystemClock().now(), accepted=None, removals=None))


def measure(base: str, targets: int) -> int:
    with tempfile.TemporaryDirectory() as ours, tempfile.TemporaryDirectory() as theirs:
        here, there = Path(ours), Path(theirs)
        configure(here, base, targets)
        by_hand = [sys.executable, __file__, "--floor", base, str(targets)]
        check = [sys.executable, "-m", "driftgate", "check", "--quiet", "--no-smoke", "--format", "json"]
        print(f"{'':24}{'CPU s':>8}{'peak MB':>9}")
        show("floor, first night", cost(by_hand, there, 0))
        show("driftgate, first night", cost(check, here, 5))
        approve_all(here)
        cost(check, here, 0)
        pairs = [(cost(check, here, 0), cost(by_hand, there, 0)) for _ in range(3)]
    ours_best, floor_best = (min((pair[side] for pair in pairs), key=lambda one: one.seconds) for side in (0, 1))
    show("floor, unchanged", floor_best)
    show("driftgate, unchanged", ours_best)
    ratio, peak = ours_best.seconds / floor_best.seconds, max(pair[0].peak for pair in pairs)
    print(f"ratio {ratio:.2f} (needed {NEEDED_RATIO}), peak {peak:.0f} MB (needed {NEEDED_PEAK:.0f})")
    return 0 if ratio <= NEEDED_RATIO and peak <= NEEDED_PEAK else 1


def show(name: str, spent: Cost) -> None:
    print(f"{name:24}{spent.seconds:8.2f}{spent.peak:9.1f}")


def main(arguments: list[str]) -> int:
    if arguments[:1] == ["--floor"]:
        return floor(arguments[1], Path.cwd(), int(arguments[2]))
    here, there = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=serve, args=(there,), daemon=True)
    process.start()
    try:
        return measure(f"http://127.0.0.1:{here.recv()}", int(arguments[0]) if arguments else TARGETS)
    finally:
        process.terminate()
        process.join()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
