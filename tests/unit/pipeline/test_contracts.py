"""All the contracts in one source."""

from __future__ import annotations

import json

import pytest

from driftgate.contract import Operation
from driftgate.errors import Unverified
from driftgate.extract.page import Page
from driftgate.pipeline.contracts import contracts_in
from driftgate.pipeline.extract import contract_text, listed, read_one

PATHS = ("/v1/notes", "/v1/tags", "/v1/users")


def source(text: str, media_type: str = "application/json") -> Page:
    return Page(asked="file:///s", reached="file:///s", status=200, media_type=media_type, body=text.encode())


def openapi(*paths: str) -> str:
    operation = {"parameters": [{"name": "q", "in": "query", "schema": {"type": "string"}}], "responses": {}}
    info = {"title": "Notes", "version": "1"}
    return json.dumps({"openapi": "3.1.0", "info": info, "paths": {path: {"get": operation} for path in paths}})


def test_a_document_of_several_operations_gives_them_all() -> None:
    found = contracts_in(source(openapi(*PATHS)), "a.json", None)
    assert [str(contract.operation) for contract in found] == [f"GET {path}" for path in PATHS]


def test_the_wanted_one_is_given_alone() -> None:
    found = contracts_in(source(openapi(*PATHS)), "a.json", Operation("GET", "/v1/tags"))
    assert [str(contract.operation) for contract in found] == ["GET /v1/tags"]


@pytest.mark.parametrize("text", ["", "<p>Nothing here.</p>", "[" * 100_000, '{"openapi": "3.1.0", "paths": {}}'])
def test_a_source_without_a_contract_is_no_empty_answer(text: str) -> None:
    with pytest.raises(Unverified):
        contracts_in(source(text), "a.json", None)
    with pytest.raises(Unverified):
        listed([source(text)])


@pytest.mark.parametrize("format_name", ["yaml", "json", "openapi"])
def test_what_extract_prints_is_read_back(format_name: str) -> None:
    reading = read_one([source(openapi("/v1/notes"))], None)
    assert reading.best is not None
    printed = contract_text(reading, format_name)
    [found] = contracts_in(source(printed, ""), "printed", None)
    assert found.operation == reading.best.contract.operation
    assert {key: field.facts for key, field in found.fields.items()} == {
        key: field.facts for key, field in reading.best.contract.fields.items()
    }
