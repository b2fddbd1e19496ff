"""Packed operations in Docusaurus sources."""

from __future__ import annotations

import json
import zlib
from base64 import b64encode
from typing import Any

import pytest

from driftgate.contract import SecurityScheme
from driftgate.extract.markup import UnparsableError
from driftgate.extract.platforms import docusaurus_source
from specs import document, facts

OPERATION = {
    "operationId": "writeNote",
    "method": "post",
    "path": "/v1/notes",
    "servers": [{"url": "https://api.example.com"}],
    "security": [{"token": []}],
    "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
    "requestBody": {
        "content": {"application/json": {"schema": {"required": ["title"], "properties": {"title": {"type": "string"}}}}}
    },
    "responses": {"200": {"description": "Written."}},
}


def packed(data: bytes) -> str:
    return b64encode(zlib.compress(data)).decode()


def source(api: str) -> str:
    return f"---\nid: write-note\ntitle: Write a note\napi: {api}\nsidebar: x\n---\n\n# Write a note\n"


def operation(data: Any) -> str:
    return source(packed(json.dumps(data).encode()))


@pytest.mark.parametrize(
    "text", ["# api: x", "---\nid: x\n---\nbody", "---\nid: x\n---\n" + operation(OPERATION), source("short")]
)
def test_pages_without_packed_front_matter_are_not_recognised(text: str) -> None:
    assert not docusaurus_source.recognises(document(text, "markdown"))


def test_the_operation_is_read() -> None:
    page = document(operation(OPERATION), "markdown")
    assert docusaurus_source.recognises(page)
    (found,) = docusaurus_source.extract(page, None).contracts
    assert str(found.operation) == "POST /v1/notes"
    assert found.servers == ("https://api.example.com",)
    assert found.security == ((SecurityScheme(scheme="bearer", place="header", name="Authorization"),),)
    assert facts(found) == {"body:title": {"type": "string", "required": True}}


@pytest.mark.parametrize(
    "api",
    [
        pytest.param("A" * 41, id="no-base64"),
        pytest.param(b64encode(b"x" * 40).decode(), id="not-compressed"),
        pytest.param(packed(json.dumps(OPERATION).encode())[:120], id="cut-off"),
        pytest.param(packed(b'{"method": "get", "path": "/' + bytes(range(33, 34)) * 40), id="no-json"),
        pytest.param(packed(bytes(range(128, 256)) * 3), id="no-text"),
        pytest.param(packed(b" " * 200_000_000), id="a-bomb"),
    ],
)
def test_broken_or_exploding_data_is_malformed(api: str) -> None:
    with pytest.raises(UnparsableError):
        docusaurus_source.extract(document(source(api), "markdown"), None)


@pytest.mark.parametrize("data", [[], {}, {"method": 1}, {"method": "get"}, {"path": "/x"}])
def test_data_that_is_no_operation_gives_nothing(data: Any) -> None:
    padded = json.dumps(data) + " " * 40
    assert docusaurus_source.extract(document(source(packed(padded.encode())), "markdown"), None).contracts == ()
