"""An empty shell whose state holds its page as one text is read as that page; any other page is left as it is."""

from __future__ import annotations

import html
import json
import time

import pytest

from driftgate.contract import Operation
from driftgate.extract.document import Document
from driftgate.extract.packed import packed
from driftgate.extract.page import Page, Unread
from driftgate.extract.reading import read_page

TABLE = (
    "<h2>Request body</h2><table><thead><tr><th>Name</th><th>Type</th><th>Required</th></tr></thead><tbody>"
    "<tr><td>hull</td><td>string</td><td>yes</td></tr><tr><td>masts</td><td>integer</td><td>no</td></tr></tbody></table>"
)
INNER = f"<h1>Launch a ship</h1><p>POST /v1/ships</p><p>{'A ship leaves the yard once. ' * 10}</p>{TABLE}"
MARKDOWN = (
    "# Launch a ship\n\n`POST /v1/ships`\n\n"
    + "A ship leaves the yard once. " * 10
    + "\n\n## Request body\n\n| Name | Type | Required |\n|---|---|---|\n| hull | string | yes |\n| masts | integer | no |\n"
)
KEYS = ["body:hull", "body:masts"]


def page(body: str) -> Page:
    text = f"<!DOCTYPE html><html><head><title>Docs</title></head><body>{body}</body></html>"
    return Page("https://d.example/ships", "https://d.example/ships", 200, "text/html", text.encode())


def document(body: str) -> Document:
    found = page(body)
    return Document(found, found.body.decode(), "html")


def data(value: object) -> str:
    return f'<div id="root"></div><script type="application/json">{json.dumps(value)}</script>'


def keys(body: str) -> list[str]:
    found = read_page(page(body), Operation("POST", "/v1/ships"))
    assert not isinstance(found, Unread)
    return sorted(found[0].contract.fields)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(f"<p>{'Words of its own. ' * 400}</p>{data({'html': INNER})}", id="a page that shows its own text"),
        pytest.param(data({"html": "<p>Too short.</p>"}), id="no page in the state"),
        pytest.param(data({"bundle": "x" * 5000}), id="a text that is no markup"),
        pytest.param("<script>window.a = {broken</script>" + " " * 400, id="a script that is no data"),
        pytest.param(f"<script>{'x = {' * 5000}</script>", id="many beginnings"),
    ],
)
def test_nothing_is_unpacked(body: str) -> None:
    began = time.process_time()
    assert packed(document(body)) is None
    assert time.process_time() - began < 2


def test_a_page_without_a_script_is_no_shell() -> None:
    assert packed(document("<p>Nothing.</p>")) is None


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(data({"data": {"html": INNER, "meta": {"lang": "en"}}}), id="markup in data"),
        pytest.param(data({"data": [{"html": html.escape(INNER, quote=False)}]}), id="markup that is escaped once more"),
        pytest.param(data({"props": {"content": MARKDOWN}}), id="Markdown"),
        pytest.param(f"<div></div><script>window.__STATE__ = {json.dumps({'doc': {'body': INNER}})};</script>", id="assigned"),
    ],
)
def test_the_page_in_a_state_is_read(body: str) -> None:
    assert keys(body) == KEYS


def test_a_page_without_a_title_gets_the_one_beside_it() -> None:
    carried = packed(document(data({"title": "Launch & sail", "html": INNER.removeprefix("<h1>Launch a ship</h1>")})))
    assert carried is not None
    assert carried.text.startswith("<h1>Launch &amp; sail</h1>")
    carried = packed(document(data({"title": "Launch", "content": MARKDOWN.removeprefix("# Launch a ship\n\n")})))
    assert carried is not None
    assert (carried.kind, carried.text[:10]) == ("markdown", "# Launch\n\n")
