"""Postman collections."""

from __future__ import annotations

import json
from typing import Any

import pytest

from driftgate.contract import Contract, Operation, SecurityScheme
from driftgate.extract.markup import UnparsableError
from driftgate.extract.platforms import postman
from specs import document, facts

SCHEMA = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"


def collection(*items: Any, **rest: Any) -> str:
    return json.dumps({"info": {"name": "Notes", "schema": SCHEMA}, "item": list(items), **rest})


def item(method: str, url: Any, *, answers: Any = (), **request: Any) -> dict[str, Any]:
    return {"name": "A request", "request": {"method": method, "url": url, **request}, "response": list(answers)}


def answer(code: int, body: Any, **rest: Any) -> dict[str, Any]:
    return {"name": "An answer", "code": code, "_postman_previewlanguage": "json", "body": json.dumps(body), **rest}


def raw(text: str) -> dict[str, Any]:
    return {"mode": "raw", "raw": text, "options": {"raw": {"language": "json"}}}


def contracts(text: str, kind: str = "json", wanted: Operation | None = None) -> tuple[Contract, ...]:
    return postman.extract(document(text, kind), wanted).contracts


def contract(text: str, kind: str = "json") -> Contract:
    (found,) = contracts(text, kind)
    return found


@pytest.mark.parametrize("text", ["{}", json.dumps({"info": {"schema": "v1"}, "item": []}), '{"requests": []}'])
def test_other_json_is_not_recognised(text: str) -> None:
    assert not postman.recognises(document(text, "json"))


def test_the_word_alone_is_no_collection() -> None:
    text = json.dumps({"info": {"about": SCHEMA}, "item": [item("GET", "https://api.example.com/notes")]})
    assert postman.recognises(document(text, "json"))
    assert contracts(text) == ()


def test_a_collection_deeper_than_the_limit_is_refused() -> None:
    text = collection(item("GET", "https://h/a")) + '{"item":' * 9_000
    deep = text.replace('"item": [{', '"item": [' + "[" * 9_000 + "{", 1)
    with pytest.raises(UnparsableError):
        contracts(deep)


@pytest.mark.parametrize(
    ("url", "operation", "servers"),
    [
        ("https://api.example.com/v1/notes/:id?x=1", "/v1/notes/{id}", ("https://api.example.com",)),
        ("{{base_url}}/notes/{{noteId}}", "/notes/{noteId}", ("https://notes.example.com/v2",)),
        ("{{unknown}}/notes", "/notes", ()),
        ({"raw": "{{base_url}}/x", "host": ["{{base_url}}"], "path": ["notes"]}, "/notes", ("https://notes.example.com/v2",)),
        (
            {"protocol": "https", "host": ["api", "example", "com"], "path": ["notes", {"type": "string", "value": ":id"}]},
            "/notes/{id}",
            ("https://api.example.com",),
        ),
        ({"raw": "https://api.example.com/notes"}, "/notes", ("https://api.example.com",)),
    ],
)
def test_addresses(url: Any, operation: str, servers: tuple[str, ...]) -> None:
    """Variables of the collection are put in where they name the host; in the path they are variables of the template."""
    variables = [{"key": "base_url", "value": "https://notes.example.com/v2"}]
    found = contract(collection(item("GET", url), variable=variables))
    assert (str(found.operation), found.servers) == (f"GET {operation}", servers)


def test_a_request_without_an_address_is_none() -> None:
    assert contracts(collection(item("GET", ""), item("LINK", "https://h/a"), {"name": "empty"}, "text")) == ()


def test_parameters_and_what_is_said_of_them() -> None:
    """Names are stated; a placeholder names a type, an ordinary value none; what senders add by themselves is left out."""
    url = {
        "host": ["{{h}}"],
        "path": ["notes", ":id"],
        "variable": [{"key": "id", "value": "<long>", "description": {"content": "(Required) Which note."}}],
        "query": [
            {"key": "page", "value": "<integer>", "description": "Defaults to 3.", "disabled": True},
            {"key": "order", "value": "up", "description": "(Required) The order (This can only be one of up,down)"},
            {"key": "tag", "value": "<string>"},
            {"key": "tag", "value": "<string>"},
            {"key": None, "value": "x"},
        ],
    }
    header = [{"key": "X-Trace", "value": "1"}, {"key": "Content-Type", "value": "a/b"}, {"key": "User-Agent", "value": "x"}]
    assert facts(contract(collection(item("GET", url, header=header)))) == {
        "path:id": {"type": "integer", "required": True},
        "query:page": {"type": "integer", "default": 3},
        "query:order": {"required": True, "enum": ("up", "down")},
        "query:tag": {"type": "array<string>"},
        "header:X-Trace": {},
    }


def test_bodies_show_fields() -> None:
    """A value shows its type, but for one that a variable fills; several answers of one status are one body."""
    sent = raw('{"title": "Milk", "pages": {{pages}}, "size": "<integer>", "tags": ["{{tag}}"], // a remark\n "by": {"id": 1}}')
    answers = [answer(200, {"id": 1, "next": None}), answer(200, {"id": 2, "more": True}), answer(404, {"error": "no"})]
    found = contract(collection(item("POST", "https://h/notes", body=sent, answers=answers)))
    assert facts(found) == {
        "body:title": {"type": "string"},
        "body:pages": {},
        "body:size": {"type": "integer"},
        "body:tags": {"type": "array<string>"},
        "body:by": {"type": "object"},
        "body:by.id": {"type": "integer"},
        "200:id": {"type": "integer"},
        "200:next": {"nullable": True},
        "200:more": {"type": "boolean"},
        "404:error": {"type": "string"},
    }
    assert found.request.media_types == ("application/json",)
    assert {status: one.media_types for status, one in found.responses.items()} == {
        "200": ("application/json",),
        "404": ("application/json",),
    }


def test_keys_that_a_converter_made_up_are_those_of_a_map() -> None:
    found = contract(collection(item("POST", "https://h/notes", body=raw('{"labels": {"key_0": 1, "key_1": 2}, "key_a": 1}'))))
    assert facts(found) == {
        "body:labels": {"type": "object"},
        "body:labels.*": {"type": "integer"},
        "body:key_a": {"type": "integer"},
    }


def test_forms_state_their_fields() -> None:
    form = {"mode": "formdata", "formdata": [{"key": "photo", "type": "file"}, {"key": "title", "value": "x", "type": "text"}]}
    found = contract(collection(item("POST", "https://h/notes", body=form)))
    assert facts(found) == {"body:photo": {"type": "string", "format": "binary"}, "body:title": {}}
    assert found.request.media_types == ("multipart/form-data",)


MARKDOWN = """Writes a note.

| Field | Type | Required | Description |
|---|---|---|---|
| title | string | yes | Its title. |
| page | integer | no | Where to go on. |
"""
HTML = """<p>Writes a note.</p><table><tr><th>Field</th><th>Type</th><th>Required</th><th>Description</th></tr>
<tr><td>title</td><td>string</td><td>yes</td><td>Its title.</td></tr>
<tr><td>page</td><td>integer</td><td>no</td><td>Where to go on.</td></tr></table>"""


@pytest.mark.parametrize("said", [MARKDOWN, HTML], ids=["markdown", "html"])
def test_a_table_in_the_description_says_more_than_the_example(said: str) -> None:
    """Each of its fields stands where the request has it."""
    url = {"raw": "https://h/notes?page=1", "host": ["h"], "path": ["notes"], "query": [{"key": "page", "value": "1"}]}
    sent = raw('{"title": 5, "text": "x"}')
    assert facts(contract(collection(item("POST", url, description=said, body=sent)))) == {
        "body:title": {"type": "string", "required": True},
        "query:page": {"type": "integer", "required": False},
        "body:text": {"type": "string"},
    }


@pytest.mark.parametrize(
    ("auth", "scheme"),
    [
        (
            {"type": "bearer", "bearer": [{"key": "token", "value": "x"}]},
            SecurityScheme(scheme="bearer", place="header", name="Authorization"),
        ),
        (
            {"type": "apikey", "apikey": {"key": "X-Key", "value": "x", "in": "query"}},
            SecurityScheme(scheme="apiKey", place="query", name="X-Key"),
        ),
    ],
)
def test_folders_and_requests_state_the_credential(auth: Any, scheme: SecurityScheme) -> None:
    """The nearest counts; no setting states none, unless the request sends the header itself."""
    folder = {"name": "Folder", "auth": auth, "item": [item("GET", "https://h/a")]}
    own = item("GET", "https://h/b", header=[{"key": "Authorization", "value": "Basic {{token}}"}])
    assert [found.security for found in contracts(collection(folder, own, item("GET", "https://h/c")))] == [
        ((scheme,),),
        ((SecurityScheme(scheme="basic", place="header", name="Authorization"),),),
        None,
    ]


def test_headers_of_answers_count_where_they_are_described() -> None:
    headers = [
        {"key": "X-Left", "value": "", "description": {"content": "How many are left."}},
        {"key": "Date", "value": "today", "name": "Date", "description": "When it was sent."},
        {"key": "Server", "value": "x"},
    ]
    assert facts(contract(collection(item("GET", "https://h/a", answers=[answer(200, {"a": 1}, header=headers)])))) == {
        "200.header:X-Left": {},
        "200:a": {"type": "integer"},
    }


def test_requests_of_one_operation_are_one_contract() -> None:
    """Each shows what the operation may take; where they differ in type, both are."""
    found = contract(
        collection(
            item("POST", "https://h/a", body=raw('{"id": 1, "kind": "x"}')), item("POST", "https://h/a", body=raw('{"id": "1"}'))
        )
    )
    assert facts(found) == {"body:id": {"type": "integer | string"}, "body:kind": {"type": "string"}}


def test_only_the_wanted_operation_is_read() -> None:
    """Where it is not there, the others are named."""
    text = collection(item("GET", "https://h/v1/a?x=1"), item("POST", "https://h/b", body=raw('{"id": 1}')))
    assert [list(found.fields) for found in contracts(text, wanted=Operation("POST", "/b"))] == [["body:id"]]
    assert [list(found.fields) for found in contracts(text, wanted=Operation("PUT", "/b"))] == [[], []]


@pytest.mark.parametrize("wrapped", ['{"collection": %s}', "%s"])
def test_a_collection_may_be_wrapped_or_stand_in_a_page(wrapped: str) -> None:
    text = wrapped % collection(item("GET", "https://h/a", answers=[answer(200, {"a": 1})]))
    assert facts(contract(text)) == {"200:a": {"type": "integer"}}
    page = f"<!doctype html><html><body><script>const notes = {text};</script></body></html>"
    assert facts(contract(page, "html")) == {"200:a": {"type": "integer"}}
