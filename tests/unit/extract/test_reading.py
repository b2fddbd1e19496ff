"""From pages to one contract: the best evidence is used, and whatever gives none is named as what it is."""

from __future__ import annotations

import json
from typing import Any

import pytest

from driftgate.contract import Operation
from driftgate.extract.extraction import Contradiction, GapKind
from driftgate.extract.page import Page, Unread, Unreadable
from driftgate.extract.reading import extractions_on, read, read_page
from specs import body

WANTED = Operation("POST", "/v1/notes")
URL = "https://docs.example.test/notes"
TABLE = """# Write a note

`POST /v1/notes`

## Body

| Name | Type | Required |
| --- | --- | --- |
| text | string | yes |
| size | integer | no |
"""


def page(text: str, media_type: str = "text/markdown", url: str = URL) -> Page:
    return Page(url, url, 200, media_type, text.encode())


def spec(**properties: Any) -> Page:
    schema = {"type": "object", "required": ["text"], "properties": properties}
    return page(json.dumps(body(schema)), "application/json", f"{URL}.json")


def html(inside: str, title: str = "Notes") -> Page:
    return page(f"<!DOCTYPE html><html><head><title>{title}</title></head><body>{inside}</body></html>", "text/html")


SHELL = html('<div id="root"></div><script src="/app.js"></script>')
LOGIN = html("<h1>Sign in</h1><form><input name=user><input type=password></form>", "Sign in")


@pytest.mark.parametrize(
    ("found", "reason", "detail"),
    [
        pytest.param(page("Notes are short."), Unreadable.NO_OPERATION, "", id="prose"),
        pytest.param(
            page(TABLE.replace("/v1/notes", "/v1/songs")),
            Unreadable.NO_OPERATION,
            "other operations on the page: 1",
            id="another",
        ),
        pytest.param(page("# Write\n\n`POST /v1/notes`\n\nWrites a note."), Unreadable.NO_FIELDS, "", id="without-fields"),
        pytest.param(SHELL, Unreadable.SHELL, "", id="shell"),
        pytest.param(LOGIN, Unreadable.LOGIN, "", id="login"),
        pytest.param(html("<h1>Page not found</h1><p>Try the search.</p>", "404"), Unreadable.SOFT_404, "", id="soft-404"),
        pytest.param(page('{"openapi": "3.1.0", "paths": {', "application/json"), Unreadable.MALFORMED, "", id="broken-json"),
    ],
)
def test_a_page_without_the_operation_is_named_as_what_it_is(found: Page, reason: Unreadable, detail: str) -> None:
    result = read_page(found, WANTED)
    assert isinstance(result, Unread)
    assert (result.reason, result.detail) == (reason, detail)


def test_a_page_that_could_not_be_fetched_stays_the_reason() -> None:
    gone = Unread(URL, Unreadable.TIMEOUT)
    reading = read([gone, SHELL], WANTED)
    assert (reading.best, [failure.reason for failure in reading.failures]) == (None, [Unreadable.TIMEOUT, Unreadable.SHELL])


def test_where_another_page_gives_the_contract_the_failure_is_kept_beside_it() -> None:
    reading = read([SHELL, page(TABLE)], WANTED)
    assert reading.best is not None
    assert (set(reading.best.contract.fields), len(reading.failures)) == ({"body:text", "body:size"}, 1)


def test_the_only_other_operation_of_the_pages_may_be_the_one_that_moved() -> None:
    moved = page(TABLE.replace("/v1/notes", "/v2/notes"))
    reading = read([moved], WANTED)
    assert (reading.best, reading.elsewhere and reading.elsewhere.contract.operation) == (None, Operation("POST", "/v2/notes"))
    two = page(TABLE.replace("/v1/notes", "/v2/notes") + "\n\n" + TABLE.replace("/v1/notes", "/v3/notes"))
    assert read([two], WANTED).elsewhere is None


def test_a_document_for_machines_is_better_evidence_than_a_table_and_both_are_compared() -> None:
    reading = read([page(TABLE), spec(text={"type": "string"}, size={"type": "string"}, more={})], WANTED)
    assert reading.best is not None
    assert (reading.best.extraction.machine_readable, len(reading.others)) == (True, 1)
    assert [(found.key, found.fact, found.used, found.other) for found in reading.contradictions] == [
        ("body:size", "type", "string", "integer")
    ]


def test_a_contradiction_is_told_once_however_many_pages_state_it() -> None:
    twin = page(TABLE, url=f"{URL}.md")
    reading = read([page(TABLE), twin, spec(size={"type": "string"})], WANTED)
    assert len(reading.others) == 2
    assert len({(found.key, found.fact) for found in reading.contradictions}) == 1
    assert all(isinstance(found, Contradiction) for found in reading.contradictions)


def test_a_document_without_fields_is_worse_than_a_table_with_some() -> None:
    bare = {"openapi": "3.1.0", "paths": {WANTED.path: {"post": {"responses": {}}}}}
    reading = read([page(json.dumps(bare), "application/json"), page(TABLE)], WANTED)
    assert reading.best is not None
    assert not reading.best.extraction.machine_readable


def test_unasked_every_reader_says_what_it_finds() -> None:
    found = extractions_on(page(TABLE))
    assert not isinstance(found, Unread)
    assert [(one.platform, one.operations) for one in found] == [("tables", (WANTED,))]


def test_a_part_that_could_not_be_read_is_a_gap_of_the_evidence() -> None:
    found = read_page(page(TABLE + "\n| text | integer | yes |\n".strip("\n")), WANTED)
    assert not isinstance(found, Unread)
    assert [gap.kind for gap in found[0].extraction.gaps] == [GapKind.DUPLICATE]
