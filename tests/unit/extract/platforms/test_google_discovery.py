"""Google's discovery documents."""

from __future__ import annotations

import json
from typing import Any

import pytest

from driftgate.contract import Operation, SecurityScheme
from driftgate.extract.markup import UnparsableError
from driftgate.extract.platforms import google_discovery
from specs import document, facts

BERTH = {"type": "object", "properties": {"depth": {"type": "number", "format": "double"}}}
BOAT = {
    "type": "object",
    "properties": {
        "id": {"type": "string", "format": "int64", "readOnly": True},
        "rig": {"type": "string", "enum": ["SLOOP", "KETCH"], "enumDescriptions": ["", ""]},
        "berths": {"type": "array", "items": {"$ref": "Berth"}},
        "labels": {"type": "object", "additionalProperties": {"type": "string"}},
        "extra": {"type": "any"},
    },
}
READ = {
    "path": "boats/{boatId}",
    "httpMethod": "GET",
    "parameters": {
        "boatId": {"type": "string", "required": True, "location": "path"},
        "page": {"type": "integer", "format": "int32", "location": "query", "minimum": "1", "default": "2"},
        "tags": {"type": "string", "repeated": True, "location": "query"},
    },
    "response": {"$ref": "Boat"},
    "scopes": ["https://auth.example.com/boats"],
}
MOOR = {"path": "{+parent}/berths", "httpMethod": "POST", "request": {"$ref": "Berth"}}


def discovery(**rest: Any) -> str:
    return json.dumps({
        "kind": "discovery#restDescription",
        "rootUrl": "https://boats.example.com/",
        "servicePath": "v2/",
        "schemas": {"Boat": BOAT, "Berth": BERTH},
        "resources": {"boats": {"methods": {"get": READ}, "resources": {"berths": {"methods": {"moor": MOOR}}}}},
        **rest,
    })  # fmt: skip


def test_the_words_alone_are_no_document() -> None:
    text = json.dumps({"about": "discovery#restDescription"})
    assert google_discovery.recognises(document(text, "json"))
    assert google_discovery.extract(document(text, "json"), None).contracts == ()
    assert not google_discovery.recognises(document("{}", "json"))


def test_a_broken_document_is_refused() -> None:
    with pytest.raises(UnparsableError):
        google_discovery.extract(document(discovery()[:-9] + '"a": [', "json"), None)


def test_methods_of_nested_resources_are_operations() -> None:
    """Which properties of a body are required, these documents do not say."""
    read, moor = sorted(google_discovery.extract(document(discovery(), "json"), None).contracts, key=lambda c: c.operation.method)
    assert (str(read.operation), read.servers) == ("GET /v2/boats/{boatId}", ("https://boats.example.com",))
    assert read.security == ((SecurityScheme(scheme="oauth2", place="header", name="Authorization"),),)
    assert facts(read) == {
        "path:boatId": {"type": "string", "required": True},
        "query:page": {"type": "integer", "required": False, "format": "int32", "default": 2, "minimum": 1},
        "query:tags": {"type": "array<string>", "required": False},
        "200:id": {"type": "string", "read_only": True, "format": "int64"},
        "200:rig": {"type": "string", "enum": ("KETCH", "SLOOP")},
        "200:berths": {"type": "array"},
        "200:berths[].depth": {"type": "number", "format": "double"},
        "200:labels": {"type": "object"},
        "200:labels.*": {"type": "string"},
        "200:extra": {},
    }
    assert str(moor.operation) == "POST /v2/{parent}/berths"
    assert facts(moor) == {"body:depth": {"type": "number", "format": "double"}}


def test_only_the_wanted_operation_is_read() -> None:
    (found,) = google_discovery.extract(document(discovery(), "json"), Operation("POST", "/v2/{name}/berths")).contracts
    assert list(found.fields) == ["body:depth"]
