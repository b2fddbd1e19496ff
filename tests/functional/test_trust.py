"""Never mistaking a page that cannot be read for a vendor who changed: each failure is named, and nothing is sent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest

from hostile import HostileServer
from misbehaviour import Request, head
from project import Project

HTML, TWIN = "/api/text/chat", "/api/text/chat.md"


class Docs:
    """The vendor's documentation, to be rewritten by a test. html, twin: the pages as they are served."""

    def __init__(self, server: HostileServer, api: str) -> None:
        self.server = server
        first = files("driftgate.demo").joinpath("pages")
        self.html = first.joinpath("first", "chat.html").read_text(encoding="utf-8").replace("{{API}}", api)
        self.twin = first.joinpath("first", "chat.md").read_text(encoding="utf-8").replace("{{API}}", api)
        for path, name in (("/", "home.html"), ("/support/help-center", "help-center.html")):
            server.serve(path, first.joinpath(name).read_bytes())
        self.serve(html=self.html, twin=self.twin)

    def serve(self, *, html: str | bytes | None = None, twin: str | None = None, status: int = 200, **canned: Any) -> None:
        """Serves other pages; one that is not named stays as it is, an empty twin is gone."""
        if html is not None:
            self.server.serve(HTML, html.encode() if isinstance(html, str) else html, status=status, **canned)
        if twin:
            self.server.serve(TWIN, twin.encode(), media_type="text/markdown; charset=utf-8")
        elif twin == "":
            self.server.routes.pop(TWIN, None)

    def alone(self) -> str:
        """The HTML page without a link to its twin."""
        return re.sub(r'<link rel="alternate"[^>]*>', "", self.html)


@pytest.fixture
def docs(project: Project) -> Iterator[Docs]:
    with HostileServer() as server:
        project.configure(project.outside.docs, server.url().rstrip("/"))
        project.give_credential()
        yield Docs(server, project.outside.api)


def told(project: Project, *arguments: str) -> tuple[int, str, dict[str, Any]]:
    """The exit code of a check, its reasons and notices as one text, and the target's line. Nothing may have been sent."""
    sent = project.outside.requests
    result = project.driftgate("check", "--format", "json", *arguments)
    line = result.data["targets"][0]
    if result.code != 0:
        assert project.outside.requests == sent
    return result.code, " | ".join([*line.get("reasons", ()), *line.get("notices", ())]), line


def without_fields(twin: str, *names: str) -> str:
    """The twin's schema without some of its properties."""
    for name in names:
        twin = re.sub(rf"(?m)^( +){name}:\n(?:\1 +.*\n)+", "", twin)
        twin = twin.replace(f"- {name}\n", "")
    return twin


def table(language: str = "en", *, leave_out: str = "") -> str:
    """The same contract on a page of hand-written tables."""
    words = {
        "en": ("Name", "Type", "Required", "Description", "Yes", "No", "Request body", "Response", "Chat completions"),
        "de": ("Name", "Typ", "Pflicht", "Beschreibung", "Ja", "Nein", "Anfrage", "Antwort", "Chat-Antworten"),
    }[language]
    name, kind, required, about, yes, no, request, response, title = words
    body = [
        ("model", "string", yes), ("messages", "array", yes), ("messages[].role", "string", yes),
        ("messages[].content", "string", yes), ("max_tokens", "integer", no), ("temperature", "number", no),
        ("stream", "boolean", no),
    ]  # fmt: skip
    answer = [
        ("id", "string", yes), ("choices", "array", yes), ("choices[].index", "integer", yes),
        ("choices[].message", "object", yes),
        ("choices[].message.role", "string", yes), ("choices[].message.content", "string", yes),
        ("choices[].finish_reason", "string", yes), ("served_by", "string", no),
    ]  # fmt: skip

    def rows(fields: list[tuple[str, str, str]]) -> str:
        kept = [field for field in fields if field[0] != leave_out]
        return "".join(f"<tr><td><code>{n}</code></td><td>{t}</td><td>{r}</td><td>…</td></tr>" for n, t, r in kept)

    top = f"<thead><tr><th>{name}</th><th>{kind}</th><th>{required}</th><th>{about}</th></tr></thead>"
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title></head><body><h1>{title}</h1>'
        f"<p><code>POST /v1/chat/completions</code></p><h2>{request}</h2><table>{top}<tbody>{rows(body)}</tbody></table>"
        f"<h2>{response} 200</h2><table>{top}<tbody>{rows(answer)}</tbody></table></body></html>"
    )


def test_the_variants_begin_from_a_clean_page(project: Project, docs: Docs) -> None:
    project.approve()
    assert told(project)[:2] == (0, "")
    assert project.outside.requests == 2


def test_a_burst_of_removals_is_no_row_of_drifts(project: Project, docs: Docs) -> None:
    docs.serve(html=table(), twin="")
    project.approve()
    docs.serve(html=re.sub(r"<tr><td><code>(?:stream|temperature|max_tokens|served_by|id)</code>.*?</tr>", "", table()))
    code, words, line = told(project)
    assert (code, line["drifts"]) == (3, [])
    assert "5 of 15 approved fields vanished at once, more than 30%" in words


def test_a_field_that_left_the_schema_but_stands_on_the_page_is_not_removed(project: Project, docs: Docs) -> None:
    project.approve()
    docs.serve(twin=without_fields(docs.twin, "max_tokens"))
    code, words, line = told(project)
    assert (code, line["drifts"]) == (3, [])
    assert "body:max_tokens could not be read any more, but still stands on the page by name" in words


def test_a_field_that_a_person_found_to_be_gone_is_removed_though_its_name_still_stands(project: Project, docs: Docs) -> None:
    project.approve()
    docs.serve(twin=without_fields(docs.twin, "max_tokens"))
    project.configure("operation: POST", 'trust: {gone: ["body:max_tokens"]}\n        operation: POST')
    code, _, line = told(project)
    assert code == 1
    assert "body:max_tokens" in [drift["subject"] for drift in line["drifts"]]


def test_a_field_that_is_gone_everywhere_is_removed(project: Project, docs: Docs) -> None:
    project.approve()
    html = re.sub(r'(?m)^<div class="primitive-param-field.*id="body-max_tokens".*\n', "", docs.html)
    docs.serve(html=html, twin=without_fields(docs.twin, "max_tokens"))
    code, _, line = told(project)
    assert (code, [drift["subject"] for drift in line["drifts"]]) == (1, ["body:max_tokens"])


def test_a_shrunken_page_is_not_believed(project: Project, docs: Docs) -> None:
    project.approve()
    shrunken = re.sub(r"(?s)              properties:\n                model:.*?      responses:", "      responses:", docs.twin)
    shrunken = without_fields(shrunken, "choices", "served_by", "error")
    docs.serve(html="<!DOCTYPE html><html><head><title>Chat completions</title></head><body><h1>Chat</h1></body></html>", twin="")
    docs.server.serve(HTML, shrunken.encode(), media_type="text/markdown; charset=utf-8")
    code, words, line = told(project)
    assert (code, line["drifts"]) == (3, [])
    assert "approved" in words


LOGIN = (
    "<html><head><title>Sign in</title></head><body><h1>Sign in</h1>"
    '<form><input type="password"><button>Go</button></form></body></html>'
)
WALL = "<html><head><title>Just a moment...</title></head><body><h1>Checking your browser before you go on</h1></body></html>"
GONE = "<html><head><title>Page not found</title></head><body><h1>Page not found</h1><p>Try the index.</p></body></html>"
SHELL = '<html><head><title>Docs</title></head><body><div id="root"></div><script src="/app.js"></script></body></html>'
TRACE = (
    "<html><head><title>KeyError at /api/text/chat</title></head><body><h1>KeyError at /api/text/chat</h1>"
    "<pre>Traceback (most recent call last):\n  File &quot;views.py&quot;, line 3, in page\nKeyError: 'chat'</pre></body></html>"
)


@pytest.mark.parametrize(
    ("page", "words"),
    [
        pytest.param(LOGIN, "the page is a login form", id="login"),
        pytest.param(WALL, "the page is a bot check", id="bot wall"),
        pytest.param(GONE, "the page says that it was not found, with a success status", id="soft 404"),
        pytest.param(SHELL, "the page is an empty shell that a browser fills by script", id="shell"),
        pytest.param(TRACE, "the page is an error message, with a success status", id="stack trace"),
    ],
)
def test_a_page_in_the_place_of_the_reference_is_named(project: Project, docs: Docs, page: str, words: str) -> None:
    project.approve()
    docs.serve(html=page, twin="")
    code, said, line = told(project)
    assert (code, line["drifts"]) == (3, [])
    assert words in said


def test_half_a_page_is_named_as_incomplete(project: Project, docs: Docs) -> None:
    project.approve()
    body = docs.html.encode()

    def half(sock: Any, request: Request) -> None:
        sock.sendall(head(200, {"Content-Type": "text/html", "Content-Length": str(len(body))}) + body[: len(body) // 2])
        sock.close()

    docs.server.routes[HTML] = half
    code, said, line = told(project)
    assert (code, line["drifts"]) == (3, [])
    assert "only part of the page arrived" in said


def test_half_a_page_that_claims_to_be_whole_is_not_believed(project: Project, docs: Docs) -> None:
    docs.serve(html=docs.alone(), twin="")
    project.approve()
    docs.serve(html=docs.alone()[: len(docs.alone()) // 2])
    code, _, line = told(project)
    assert (code, line["drifts"]) == (3, [])


def test_bytes_that_are_not_of_the_declared_charset_are_named(project: Project, docs: Docs) -> None:
    project.approve()
    docs.serve(html=docs.html.replace("Talk to", "Größe").encode("latin-1", "replace"), twin="")
    code, said, line = told(project)
    assert (code, line["drifts"]) == (3, [])
    assert "the page's bytes do not match its declared character set" in said


def test_another_platform_that_shows_less_is_no_removal(project: Project, docs: Docs) -> None:
    project.approve()
    docs.serve(html=table(leave_out="served_by"), twin="")
    code, words, line = told(project)
    assert (code, line["drifts"]) == (3, []), (words, line)
    assert re.search(r"the page's form changed; \d+ of \d+ approved fields still found; missing: .*200:served_by", words)


def test_the_form_of_the_page_may_change_where_every_field_is_found_again(project: Project, docs: Docs) -> None:
    docs.serve(html=table(), twin="")
    project.approve()
    rows = re.findall(r"<tr><td><code>(.*?)</code></td><td>(.*?)</td><td>(.*?)</td><td>…</td></tr>", table())
    top = "| Name | Type | Required | Description |\n| --- | --- | --- | --- |\n"
    lines = [f"| `{name}` | {kind} | {required} | … |\n" for name, kind, required in rows]
    page = f"# Chat completions\n\n`POST /v1/chat/completions`\n\n## Request body\n\n{top}{''.join(lines[:7])}\n"
    page += f"## Response 200\n\n{top}{''.join(lines[7:])}"
    docs.serve(html=page, media_type="text/markdown; charset=utf-8")
    code, words, line = told(project, "--no-smoke")
    assert (code, line["drifts"]) == (0, [])
    assert words == "the page's form changed; 15 of 15 approved fields still found"
    docs.serve(html=page.replace("| `temperature` | number | No | … |\n", ""), media_type="text/markdown; charset=utf-8")
    code, words, line = told(project)
    assert (code, line["drifts"]) == (3, [])
    assert words == "the page's form changed; 14 of 15 approved fields still found; missing: body:temperature"


def test_a_page_in_another_language_says_the_same_contract(project: Project, docs: Docs) -> None:
    docs.serve(html=table(), twin="")
    project.approve()
    docs.serve(html=table("de"))
    code, words, line = told(project, "--no-smoke")
    assert (code, words, line["drifts"]) == (0, "", [])


def test_a_page_that_alternates_between_two_contracts_is_unsteady(project: Project, docs: Docs) -> None:
    project.approve()
    changed = docs.twin.replace(
        "type: integer\n                  description: Upper", "type: string\n                  description: Upper"
    )
    assert changed != docs.twin
    served: list[int] = []

    def alternating(sock: Any, request: Request) -> None:
        body = (docs.twin if len(served) % 2 else changed).encode()
        served.append(1)
        sock.sendall(head(200, {"Content-Type": "text/markdown", "Content-Length": str(len(body))}) + body)

    docs.server.routes[TWIN] = alternating
    code, words, _ = told(project)
    assert code == 3
    assert "two fetches of the page give two contracts" in words
    assert len(served) == 2


def test_noise_that_differs_between_fetches_stays_clean(project: Project, docs: Docs) -> None:
    project.approve()
    served: list[int] = []

    def noisy(sock: Any, request: Request) -> None:
        served.append(1)
        note = f"<footer>Rendered in {len(served)} ms <script nonce='n{len(served)}'>var t = {len(served)};</script></footer>"
        body = docs.html.replace("</body>", f"{note}</body>").encode()
        sock.sendall(head(200, {"Content-Type": "text/html", "Content-Length": str(len(body))}) + body)

    docs.server.routes[HTML] = noisy
    assert [told(project)[:2] for _ in range(2)] == [(0, ""), (0, "")]


def test_a_twin_that_disagrees_with_its_page_is_told_once(project: Project, docs: Docs) -> None:
    project.approve()
    disagrees = docs.html.replace("<span>number</span>", "<span>string</span>")
    assert disagrees != docs.html
    docs.serve(html=disagrees)
    code, _, line = told(project)
    assert (code, [drift["subject"] for drift in line["drifts"]]) == (1, ["body:temperature"])
    project.approve()
    assert told(project)[:2] == (0, "")


@pytest.mark.parametrize("status", [301, 308])
def test_a_reference_page_that_moved_for_good_is_a_drift_with_its_new_address(project: Project, docs: Docs, status: int) -> None:
    project.approve()
    moved = docs.server.url("/reference/chat")
    docs.server.serve("/reference/chat", docs.html.encode())
    docs.server.serve(HTML, b"", status=status, headers={"Location": moved})
    code, _, line = told(project)
    assert (code, [drift["subject"] for drift in line["drifts"]]) == (1, ["page:reference"])
    assert moved in str(line["drifts"][0])


def test_a_page_that_moved_for_now_is_clean(project: Project, docs: Docs) -> None:
    project.approve()
    docs.server.serve("/reference/chat", docs.html.encode())
    docs.server.serve(HTML, b"", status=302, headers={"Location": docs.server.url("/reference/chat")})
    assert told(project)[:2] == (0, "")


def test_pages_that_did_not_change_are_clean_by_304_and_by_their_bytes(project: Project, docs: Docs) -> None:
    docs.serve(html=docs.html, headers={"ETag": '"one"'})
    project.approve()
    assert told(project)[:2] == (0, "")
    asked = [request.headers.get("if-none-match") for request in docs.server.requests if request.path == HTML]
    assert '"one"' in asked


def test_a_twin_that_is_suddenly_gone_is_another_form_not_a_removal(project: Project, docs: Docs) -> None:
    project.approve()
    docs.serve(twin="")
    code, words, line = told(project)
    assert line["drifts"] == []
    assert "the page's form changed" in words
    assert code == (3 if "missing:" in words else 0)


def test_a_page_nested_beyond_the_limit_is_named_in_the_report(project: Project, docs: Docs) -> None:
    project.approve()
    docs.serve(html=f"<!DOCTYPE html><html><body>{'<div>' * 20_000}x{'</div>' * 20_000}</body></html>", twin=None)
    code, words, line = told(project)
    assert (code, line["drifts"]) == (3, [])
    assert "the page is nested deeper than the limit" in words
