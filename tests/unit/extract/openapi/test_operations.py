"""The operations of a document, found without reading them."""

from __future__ import annotations

from typing import Any

import pytest

from driftgate.contract import Operation
from driftgate.extract.openapi.operations import is_openapi, matches, operations


@pytest.mark.parametrize("data", [None, [], {}, {"openapi": "3.1.0"}, {"paths": []}, {"paths": {"home": "/x"}}])
def test_data_without_paths_is_no_document(data: Any) -> None:
    assert not is_openapi(data)


@pytest.mark.parametrize("data", [{"swagger": "2.0", "paths": {}}, {"openapi": "3.1.0", "paths": {}}, {"paths": {"/a": {}}}])
def test_a_document_and_the_part_that_pages_carry_are_known(data: Any) -> None:
    assert is_openapi(data)


@pytest.mark.parametrize(
    "paths", [None, [], {"/a": None}, {"/a": {"get": "text", "summary": "x", "parameters": []}}, {"/a": {"$ref": "#/lost"}}]
)
def test_what_is_no_operation_is_passed_over(paths: Any) -> None:
    assert list(operations({"paths": paths})) == []


def test_every_operation_is_found_where_it_stands() -> None:
    document = {
        "paths": {"/a/:id": {"get": {}, "additionalOperations": {"PURGE": {}}}, "/b": {"$ref": "#/shared", "post": {"x": 1}}},
        "shared": {"post": {"x": 2}, "put": {}},
    }
    assert [(found.operation, found.pointer) for found in operations(document)] == [
        (Operation("GET", "/a/{id}"), "/paths/~1a~1:id/get"),
        (Operation("PURGE", "/a/{id}"), "/paths/~1a~1:id/additionalOperations/PURGE"),
        (Operation("POST", "/b"), "/shared/post"),
        (Operation("PUT", "/b"), "/shared/put"),
    ]


@pytest.mark.parametrize(
    ("wanted", "urls", "same"),
    [
        (Operation("POST", "/a"), (), False),
        (Operation("GET", "/v1/a"), (), False),
        (Operation("GET", "/v1/a"), ("https://x.test/v1/",), True),
        (Operation("GET", "/a"), ("https://x.test/v1",), True),
    ],
)
def test_an_operation_is_the_wanted_one_alone_or_below_a_server(wanted: Operation, urls: tuple[str, ...], same: bool) -> None:
    assert matches(Operation("GET", "/a"), wanted, urls) is same
