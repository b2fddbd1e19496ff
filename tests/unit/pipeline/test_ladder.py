"""When a browser is asked: only where the target allows one and nothing less will do."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest

from driftgate.config.model import Target
from driftgate.contract import Operation
from driftgate.extract.page import Page, Unread, Unreadable
from driftgate.pipeline.ladder import evidence_of

URL = "https://docs.acme.dev/notes"
TARGET = Target(id="acme/notes", reference=URL, operation=Operation("POST", "/v1/notes"), browser=True)
TABLE = b"""<!doctype html><title>Notes</title><h1>Create a note</h1><p>POST /v1/notes</p><h2>Body</h2>
<table><tr><th>Field</th><th>Type</th><th>Required</th><th>Description</th></tr>
<tr><td>title</td><td>string</td><td>yes</td><td>Shown above the note.</td></tr>
<tr><td>text</td><td>string</td><td>no</td><td>The note itself.</td></tr></table></html>"""
SHELL = b"<!doctype html><title>Docs</title><div id=root></div><script src=/app.js></script></html>"
LOGIN = b"<!doctype html><title>Sign in</title><h1>Sign in</h1><form><input name=u><input type=password></form></html>"
WITHOUT_FIELDS = b"<!doctype html><title>Notes</title><h1>Create a note</h1><p>POST /v1/notes</p><div id=root></div></html>"
TWIN = b"""# Create a note\n\n`POST /v1/notes`\n\n## Body\n
| Field | Type | Required |
|---|---|---|
| title | string | yes |
"""


def page(body: bytes, url: str = URL) -> Page:
    return Page(asked=url, reached=url, status=200, media_type="text/html", body=body, charset="utf-8")


@dataclass
class Documents:
    """Pages in memory, by URL."""

    by_url: dict[str, Page]

    def fetch(self, url: str, *, accept: str = "") -> Page | Unread:
        return self.by_url.get(url) or Unread(url, Unreadable.MISSING)

    fetch_again = fetch


@dataclass
class Shows:
    """A browser that shows one thing, and remembers what it was asked."""

    outcome: Page | Unread
    asked: list[tuple[str, str, bool]] = field(default_factory=list)

    def render(self, page: Page, operation: Operation, *, again: bool = False) -> Page | Unread:
        self.asked.append((page.asked, str(operation), again))
        return self.outcome


def looked(body: bytes, target: Target = TARGET, **twins: bytes) -> tuple[tuple[Page | Unread, ...], Shows]:
    browser = Shows(page(TABLE))
    documents = {URL: page(body)} | {
        f"{URL}.{name}": replace(page(text, f"{URL}.{name}"), media_type="text/markdown") for name, text in twins.items()
    }
    return evidence_of(target, Documents(documents), browser), browser


@pytest.mark.parametrize(
    ("body", "target"),
    [
        pytest.param(TABLE, TARGET, id="the page can be read without"),
        pytest.param(LOGIN, TARGET, id="a login form stays shut"),
        pytest.param(SHELL, replace(TARGET, browser=False), id="the target does not allow it"),
    ],
)
def test_no_browser_is_asked(body: bytes, target: Target) -> None:
    found, browser = looked(body, target)
    assert found == (page(body),)
    assert browser.asked == []


def test_no_browser_is_asked_where_a_twin_says_all() -> None:
    found, browser = looked(SHELL, md=TWIN)
    assert [outcome.url if isinstance(outcome, Unread) else outcome.asked for outcome in found] == [URL, f"{URL}.md"]
    assert browser.asked == []


def test_without_a_browser_the_page_stays_as_it_is() -> None:
    assert evidence_of(TARGET, Documents({URL: page(SHELL)})) == (page(SHELL),)


@pytest.mark.parametrize(
    "body", [pytest.param(SHELL, id="a shell"), pytest.param(WITHOUT_FIELDS, id="an operation without fields")]
)
def test_what_the_browser_shows_takes_the_place_of_the_page(body: bytes) -> None:
    found, browser = looked(body)
    assert found == (page(TABLE),)
    assert browser.asked == [(URL, "POST /v1/notes", False)]


def test_the_second_look_is_the_browsers_second_look() -> None:
    browser = Shows(page(TABLE))
    evidence_of(TARGET, Documents({URL: page(SHELL)}), browser, again=True)
    assert browser.asked == [(URL, "POST /v1/notes", True)]


def test_a_browser_that_failed_leaves_its_reason_and_no_half_page() -> None:
    failed = Unread(URL, Unreadable.NO_BROWSER)
    assert evidence_of(TARGET, Documents({URL: page(WITHOUT_FIELDS)}), Shows(failed)) == (failed,)


def test_a_page_s_entry_in_the_site_s_index_is_a_twin_where_no_other_is_found() -> None:
    stated = page(WITHOUT_FIELDS.replace(b"<div", b'<a href="/llms.txt">for machines</a><div'))
    index = page(b"# Acme\n\n- [Create a note](/notes.html.md)\n", "https://docs.acme.dev/llms.txt")
    entry = page(TWIN, "https://docs.acme.dev/notes.html.md")
    documents = Documents({found.asked: found for found in (stated, index, entry)})
    assert evidence_of(replace(TARGET, browser=False), documents) == (stated, entry)
    beside = replace(entry, asked="https://docs.acme.dev/notes.md")
    documents.by_url[beside.asked] = beside
    assert evidence_of(replace(TARGET, browser=False), documents) == (stated, beside)
