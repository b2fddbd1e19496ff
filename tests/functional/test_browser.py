"""Pages that only a browser can render, through the system's Chromium against pages on loopback."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from driftgate.adapters.browser import Chromium
from driftgate.adapters.chromium import executable
from driftgate.adapters.reach import reach_of
from driftgate.adapters.refusal import Refused
from driftgate.adapters.traffic import apis_of
from driftgate.cli import cli
from driftgate.cli.boundary import run
from driftgate.config.model import FetchLimits, Vendor
from driftgate.contract import Operation
from driftgate.extract.page import Page, Unread, Unreadable
from fetch_settings import Clock
from hostile import HostileServer
from project import Result

LIMITS = FetchLimits(deadline=20.0, max_bytes=1024 * 1024)

CONFIG = """\
format: 1
vendors:
  acme:
    base_url: {api}
    targets:
      notes:
        reference: {docs}/docs/notes
        operation: POST /v1/notes
        browser: true
"""

#: An app as bundlers make them: an empty page, a script, and data that the script asks for.
SHELL = b"""<!doctype html><html><head><title>Acme</title><script type="module" src="/app.js"></script></head>
<body><div id="root"></div></body></html>"""
APP = b"""
const cells = (tag, values) => values.map((value) => `<${tag}>${value}</${tag}>`).join("");
const data = await (await fetch("/notes.json")).json();
document.getElementById("root").innerHTML = `<main><h1>Create a note</h1><p><code>POST</code> <code>/v1/notes</code></p>
  <h2>Body parameters</h2><table><thead><tr>${cells("th", ["Name", "Type", "Required", "Description"])}</tr></thead>
  <tbody>${data.rows.map((row) => `<tr>${cells("td", row)}</tr>`).join("")}</tbody></table></main>`;
"""
NOTES = b'{"rows": [["title", "string", "yes", "Shown above it."], ["text", "string", "no", "The note."]]}'
STRICTER = NOTES.replace(b'"no"', b'"yes"')


def missing() -> str:
    """What these tests need and this machine does not have."""
    if importlib.util.find_spec("playwright") is None:
        return "the browser extra is not installed"
    try:
        executable(os.environ)
    except Refused as refused:
        return refused.detail
    return ""


needs_browser = pytest.mark.skipif(bool(missing()), reason=missing() or "there is one")


@pytest.fixture
def server() -> Iterator[HostileServer]:
    with HostileServer() as running:
        yield running


@pytest.fixture
def api() -> Iterator[HostileServer]:
    """What no page may reach: it stands for the API, and for any other private place."""
    with HostileServer() as running:
        yield running


def shown(server: HostileServer, body: str, limits: FetchLimits = LIMITS, base_url: str = "") -> Page | Unread:
    """The page at /docs/notes as the browser shows it."""
    url = server.url("/docs/notes")
    page = Page(asked=url, reached=url, status=200, media_type="text/html", body=body.encode(), charset="utf-8")
    browser = Chromium(limits, reach_of((), also=[url]), apis_of([Vendor(id="acme", base_url=base_url)]), Clock())
    return browser.rendered(page, Operation("POST", "/v1/notes"))


def text(outcome: Page | Unread) -> str:
    assert isinstance(outcome, Page), outcome
    return outcome.body.decode()


@pytest.fixture
def call(
    server: HostileServer, api: HostileServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Result]:
    """driftgate in a project whose reference page is an app that a browser has to run."""
    server.serve("/docs/notes", SHELL)
    server.serve("/app.js", APP, media_type="text/javascript")
    server.serve("/notes.json", NOTES, media_type="application/json")
    (tmp_path / "config.yaml").write_text(CONFIG.format(docs=server.url(""), api=api.url("")))
    monkeypatch.chdir(tmp_path)

    def driftgate(*arguments: str) -> Result:
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            run(cli, list(arguments))
        captured = capsys.readouterr()
        return Result(int(ended.value.code or 0), captured.out, captured.err)

    return driftgate


@needs_browser
def test_an_app_is_read_approved_repeated_offline_and_its_drift_found(
    server: HostileServer, api: HostileServer, call: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = call("check", "--format", "json")
    [target] = first.data["targets"]
    assert (first.code, target["verdict"], target["reading"]["fields"]) == (5, "unreviewed", 2)
    digest = target["pending_digest"]
    assert call("approve", "acme/notes", "--digest", digest, "--by", "Tester", "--note", "reviewed in a test").code == 0

    monkeypatch.setenv("DRIFTGATE_BROWSER", "/nowhere/chromium")
    asked = len(server.requests)
    offline = call("check", "--offline", "--format", "json")
    assert (offline.code, offline.data["targets"][0]["verdict"], len(server.requests)) == (0, "clean", asked)
    monkeypatch.delenv("DRIFTGATE_BROWSER")

    server.serve("/notes.json", STRICTER, media_type="application/json")
    drifted = call("check", "--format", "json")
    assert drifted.code == 1
    assert [drift["subject"] for drift in drifted.data["targets"][0]["drifts"]] == ["body:text"]
    assert api.requests == []


@needs_browser
def test_init_and_extract_read_an_app_through_the_browser_when_told_to(
    server: HostileServer, call: Callable[..., Result]
) -> None:
    url = server.url("/docs/notes")
    assert call("extract", url, "--operation", "POST /v1/notes").code == 3
    read = call("extract", url, "--operation", "POST /v1/notes", "--browser")
    assert (read.code, "body:title: {type: string, required: true}" in read.out) == (0, True), read.err
    made = call(
        "init", url, "--operation", "POST /v1/notes", "--browser", "--vendor", "other", "--name", "notes", "-c", "new.yaml"
    )
    assert made.code == 0, made.err
    assert "        browser: true\n" in Path("new.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("https://docs.example.test/x", "--browser"), "which operation to open"),
        (("page.html", "--operation", "GET /x", "--browser"), "a browser opens web addresses only"),
    ],
)
def test_a_browser_that_could_not_help_is_refused(call: Callable[..., Result], arguments: tuple[str, ...], why: str) -> None:
    result = call("extract", *arguments)
    assert (result.code, why in result.err) == (2, True), result.err


def test_a_target_that_keeps_the_browser_out_is_told_what_would_help(call: Callable[..., Result]) -> None:
    config = Path("config.yaml")
    config.write_text(config.read_text(encoding="utf-8").replace("browser: true", "browser: false"), encoding="utf-8")
    result = call("check", "--format", "json")
    assert result.code == 3
    line = result.data["targets"][0]
    assert "the page is an empty shell that a browser fills by script" in " ".join(line["reasons"])
    assert (
        "with 'browser: true' for the target and pip install 'driftgate[browser]', driftgate reads it through Chromium"
        in line["notices"]
    )


def test_a_machine_without_a_browser_cannot_verify_and_says_why(
    call: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRIFTGATE_BROWSER", "/nowhere/chromium")
    result = call("check", "--format", "json")
    [reason] = result.data["targets"][0]["reasons"]
    assert result.code == 3
    assert reason.startswith("the page needs a browser, and none could be started (DRIFTGATE_BROWSER names no program)")


CLOSED = """<!doctype html><title>x</title><body>
<details><summary>More fields</summary><p>in details</p></details>
<button id="b" aria-expanded="false">Attributes</button><button id="c">Show child attributes</button>
<button id="l" aria-label="Toggle properties"></button><b id="s" role="button">Show</b>
<button id="t" role="tab" aria-selected="false">Schema</button>
<button id="m" aria-expanded="false" aria-haspopup="menu">Language</button>
<button id="o" aria-expanded="false" aria-controls="part">Emails</button><p id="part">open at first</p>
<nav><button id="n" aria-expanded="false">Guides</button></nav>
<div class="accordion"><button class="one" aria-expanded="true">First</button><p>first panel</p>
<button class="one" aria-expanded="false">Second</button></div>
<my-card><b slot="title">slotted</b><i>not shown</i></my-card><my-frame></my-frame>
<template><p>inert</p></template><noscript><p>no script here</p></noscript>
<script>
  const says = (id, words) => document.getElementById(id).onclick = (event) => {
    event.target.setAttribute("aria-expanded", "true");
    event.target.insertAdjacentHTML("afterend", `<p>${words}</p>`);
  };
  says("b", "by aria-expanded"); says("c", 'by its words <details><summary>x</summary><em id="deep">deeper</em></details>');
  says("l", "by its label"); says("s", "by one word"); says("m", "a menu"); says("n", "navigation");
  document.getElementById("o").onclick = () => document.getElementById("part").remove();
  document.getElementById("t").onmousedown = ({ target }) => target.insertAdjacentHTML("afterend", "<p>by pressing</p>");
  const one = [...document.querySelectorAll(".one")];
  for (const button of one) button.onclick = () => {
    document.querySelectorAll(".accordion p").forEach((panel) => panel.remove());
    for (const other of one) other.setAttribute("aria-expanded", String(other === button));
    button.insertAdjacentHTML("afterend", `<p>${button.textContent.toLowerCase()} panel</p>`);
  };
  const shadow = (tag, mode, html) => customElements.define(tag, class extends HTMLElement {
    connectedCallback() { this.attachShadow({ mode }).innerHTML = html; }
  });
  shadow("my-card", "open", '<style>p{}</style><h2><slot name="title">none</slot></h2><slot name="other"><u>fallback</u></slot>');
  shadow("my-frame", "closed", '<my-card><b slot="title">inside a closed root &lt;&amp;&gt;</b></my-card>');
</script>"""


@needs_browser
def test_what_stands_closed_is_opened_and_shadow_roots_are_laid_flat(server: HostileServer) -> None:
    body = text(shown(server, CLOSED)).partition("<script>")
    before, after = body[0], body[2].partition("</script>")[2]
    assert '<details open=""><summary>More fields</summary><p>in details</p></details>' in before
    assert '<button id="b" aria-expanded="true">Attributes</button><p>by aria-expanded</p>' in before
    assert '<p>by its words </p><details open=""><summary>x</summary><em id="deep">deeper</em></details>' in before
    assert '<button id="t" role="tab" aria-selected="false">Schema</button><p>by pressing</p>' in before
    assert "<p>by its label</p>" in before
    assert "<p>by one word</p>" in before
    assert '<p id="part">open at first</p>' in before
    assert '<button class="one" aria-expanded="true">First</button><p>first panel</p>' in before
    assert '<my-card><h2><b slot="title">slotted</b></h2><u>fallback</u></my-card>' in before
    assert '<my-frame><my-card><h2><b slot="title">inside a closed root &lt;&amp;&gt;</b></h2>' in before
    for unseen in ("a menu", "navigation", "not shown", "inert", "no script here", "<style>", "second panel"):
        assert f">{unseen}<" not in before + after


MANY = """<!doctype html><title>x</title><body><main id="all"></main><script>
  const part = (path) => `<section><h2><i class="path">${path}</i></h2><button aria-expanded="false">Body</button></section>`;
  const paths = Array.from({ length: 70 }, (_, at) => `/v1/notes${at}`);
  document.getElementById("all").innerHTML = [...paths, "/v1/notes", "/v1/notes/:id"].map(part).join("");
  document.getElementById("all").onclick = ({ target }) => {
    target.setAttribute("aria-expanded", "true");
    target.insertAdjacentHTML("afterend", target.innerText === "Body" ? "<button>Show details</button>" : "<p>inner</p>");
  };
</script>"""


@needs_browser
def test_of_a_page_with_many_operations_only_the_wanted_one_is_opened(server: HostileServer) -> None:
    body = text(shown(server, MANY)).partition("<script>")[0]
    opened = [section for section in body.split("<section>") if 'aria-expanded="true"' in section]
    assert [section.partition("</i>")[0] for section in opened] == ['<h2><i class="path">/v1/notes']
    assert opened[0].count("<p>inner</p>") == 1


NOSY = """<!doctype html><title>x</title><body><p id="said"></p><img src="/pixel.png"><link rel="stylesheet" href="/style.css">
<script>
  document.cookie = "planted=1";
  const say = (word) => document.getElementById("said").append(word + " ");
  const ask = (word, url, init) => fetch(url, init).then(() => say(word + "!"), () => say(word));
  (async () => {
    await ask("own", "/data.json", { headers: { Authorization: "Bearer planted", "X-Planted": "1" } });
    await ask("private", "PRIVATE/data.json", { mode: "no-cors" });
    await ask("base", "API/v1/notes", { mode: "no-cors" });
    await ask("moved", "/moved", { mode: "no-cors" });
    await ask("metadata", "http://169.254.169.254/latest/meta-data/", { mode: "no-cors" });
    await ask("posted", "/post", { method: "POST", body: "x" });
    await new Promise((done) => { new WebSocket("ws://" + location.host + "/socket").onerror = done; });
    say("socket");
    const source = URL.createObjectURL(new Blob([`fetch("PRIVATE/w").then(() => postMessage(1), () => postMessage(0))`]));
    say("worker" + (await new Promise((done) => { new Worker(source).onmessage = done; })).data);
    say(window.open("/popup") ? "opened" : "shut");
    alert("stop");
    say("end");
  })();
</script>"""


@needs_browser
def test_a_page_reaches_its_own_documents_and_nothing_else(server: HostileServer, api: HostileServer) -> None:
    with HostileServer() as private:
        for other in (server, api, private):
            other.serve("/data.json", b"{}", media_type="application/json", headers={"Set-Cookie": "kept=1"})
        server.serve("/style.css", b"p {}", media_type="text/css")
        server.serve("/moved", b"", status=302, headers={"Location": private.url("/data.json")})
        page = NOSY.replace("PRIVATE", private.url(""))
        body = text(shown(server, page.replace("API", api.url("")), base_url=api.url("")))
        said = body.partition('<p id="said">')[2].partition("</p>")[0].split()
        assert said[:8] == ["own!", "private", "base", "moved", "metadata", "posted", "socket", "worker0"]
        assert said[-1] == "end"
        assert (private.requests, api.requests) == ([], [])
    assert sorted(server.paths()) == ["/data.json", "/moved", "/style.css"]
    for request in server.requests:
        assert request.method == "GET"
        assert {"cookie", "authorization", "x-planted", "referer"}.isdisjoint(request.headers)
        assert request.headers["user-agent"].startswith("driftgate/")


UNREAD = (
    pytest.param("<p>before<script>location.href = '/other'</script>", Unreadable.REDIRECT, id="it leaves for another page"),
    pytest.param("<p>before<script>location.href = 'about:blank'</script>", Unreadable.REDIRECT, id="it leaves for nothing"),
    pytest.param(
        "<p>half<script>fetch('/reset').catch(() => 0)</script>", Unreadable.INCOMPLETE, id="its own data does not arrive"
    ),
    pytest.param(
        "<script>setInterval(() => document.body.append(document.createElement('p')), 20)</script>",
        Unreadable.TIMEOUT,
        id="it never settles",
    ),
    pytest.param("<p>x<script>for (;;);</script>", Unreadable.TIMEOUT, id="its script never ends"),
    pytest.param(
        "<body><script>for (let i = 0; i < 200; i++) { const p = document.createElement('p'); p.title = 'x'.repeat(9000);"
        " document.body.append(p); }</script>",
        Unreadable.TOO_LARGE,
        id="it grows beyond the limit",
    ),
)


@needs_browser
@pytest.mark.parametrize(("body", "reason"), UNREAD)
def test_a_page_that_cannot_be_shown_whole_is_unread(server: HostileServer, body: str, reason: Unreadable) -> None:
    limits = replace(LIMITS, deadline=2.2) if reason is Unreadable.TIMEOUT else LIMITS
    outcome = shown(server, body, limits)
    assert isinstance(outcome, Unread)
    assert outcome.reason is reason
    assert "/other" not in server.paths()
