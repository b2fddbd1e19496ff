"""The demo's outside world on loopback: a documentation site with two editions, and an API that counts its requests."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from threading import Thread
from typing import Any

EDITIONS = ("first", "second")

#: path -> (file below pages/, media type); ``{edition}`` is the edition being served.
PAGES: Mapping[str, tuple[str, str]] = {
    "/": ("home.html", "text/html; charset=utf-8"),
    "/support/help-center": ("help-center.html", "text/html; charset=utf-8"),
    "/api/text/chat": ("{edition}/chat.html", "text/html; charset=utf-8"),
    "/api/text/chat.md": ("{edition}/chat.md", "text/markdown; charset=utf-8"),
}


@dataclass
class World:
    """The state the servers share. requests: how many requests reached the API."""

    key: str
    edition: str = EDITIONS[0]
    requests: int = 0
    docs: str = ""
    api: str = ""
    required: Mapping[str, tuple[str, ...]] = field(
        default_factory=lambda: {"first": ("model", "messages"), "second": ("model", "messages", "max_tokens")}
    )


class QuietHandler(BaseHTTPRequestHandler):
    """Answers without logging to stderr."""

    def answer(self, status: int, media_type: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        """Says nothing."""


def docs_handler(world: World) -> type[BaseHTTPRequestHandler]:
    """Serves the pages of the edition that the world is in."""

    class Docs(QuietHandler):
        def do_GET(self) -> None:
            name, media_type = PAGES.get(self.path.split("?", 1)[0], ("", ""))
            if not name:
                self.answer(404, "text/plain", b"no such page")
                return
            resource = files("driftgate.demo").joinpath("pages", *name.format(edition=world.edition).split("/"))
            text = resource.read_text(encoding="utf-8").replace("{{API}}", world.api)
            self.answer(200, media_type, text.encode())

    return Docs


def api_handler(world: World) -> type[BaseHTTPRequestHandler]:
    """Answers chat completions as the edition's docs promise, and counts."""

    class Api(QuietHandler):
        def do_POST(self) -> None:
            world.requests += 1
            status, answer = self.judge(self.rfile.read(int(self.headers.get("Content-Length", 0))))
            self.answer(status, "application/json", json.dumps(answer).encode())

        def judge(self, body: bytes) -> tuple[int, dict[str, Any]]:
            if self.path != "/v1/chat/completions":
                return 404, error("not_found", "no such endpoint")
            if self.headers.get("Authorization") != f"Bearer {world.key}":
                return 401, error("invalid_key", "the key was not accepted")
            sent = json.loads(body)
            missing = [name for name in world.required[world.edition] if name not in sent]
            if missing:
                return 400, error("invalid_request", "a required field is missing")
            return 200, reply(with_pool=world.edition == "first")

    return Api


def error(code: str, message: str) -> dict[str, Any]:
    """An error body as documented."""
    return {"error": {"code": code, "message": message}}


def reply(*, with_pool: bool) -> dict[str, Any]:
    """A reply as documented; the first edition also says which pool wrote it."""
    choice = {"index": 0, "message": {"role": "assistant", "content": "ok"}, "finish_reason": "stop"}
    answer: dict[str, Any] = {"id": "reply-1", "choices": [choice]}
    return {**answer, "served_by": "pool-1"} if with_pool else answer


@contextmanager
def serving(handler: type[BaseHTTPRequestHandler]) -> Iterator[str]:
    """Serves on a free loopback port and gives the origin."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def world(key: str) -> Iterator[World]:
    """Both servers, up and answering."""
    state = World(key=key)
    with serving(docs_handler(state)) as docs, serving(api_handler(state)) as api:
        state.docs, state.api = docs, api
        yield state
