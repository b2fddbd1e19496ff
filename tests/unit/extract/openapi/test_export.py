"""A contract as an OpenAPI document."""

from __future__ import annotations

from driftgate.contract import Contract, Field, Operation, Request, Response, SecurityScheme
from driftgate.extract.openapi.export import openapi_document
from specs import contract

FIELDS = (
    Field("path", "id", {"type": "integer", "required": True}),
    Field("query", "filter", {"type": "object", "required": False, "style": "deepObject"}),
    Field("query", "filter.from", {"type": "string", "format": "date", "required": True}),
    Field("header", "X-Trace", {"type": "string", "required": False, "deprecated": True}),
    Field("body", "messages", {"type": "array", "required": True, "min_items": 1}),
    Field("body", "messages[].role", {"type": "string", "required": True, "enum": ("system", "user")}),
    Field("body", "stop", {"type": "string | array<string>", "nullable": True, "required": False}),
    Field("body", "labels", {"type": "object", "required": False}),
    Field("body", "labels.*", {"type": "string", "max_length": 9}),
    Field("body", "user.id", {"type": "string", "required": False}),
    Field("body", "file", {"type": "string", "format": "binary", "required": True}, media_type="multipart/form-data"),
    Field("200", "$", {"type": "array", "max_items": 9}),
    Field("200", "[].id", {"type": "string", "required": True}),
    Field("200", "X-Left", {"type": "integer", "required": False}, in_header=True),
    Field("default", "error", {"type": "object", "required": True}),
    Field("default", "error.message", {"type": "string", "required": True}),
)
CONTRACT = Contract(
    operation=Operation("POST", "/v1/notes/{id}"),
    servers=("https://api.example.com",),
    security=(
        (SecurityScheme(scheme="apiKey", place="query", name="key"), SecurityScheme(scheme="mutualTLS")),
        (SecurityScheme(scheme="bearer", place="header", name="Authorization"),),
    ),
    request=Request(media_types=("application/json", "multipart/form-data"), required=True),
    responses={
        "200": Response(media_types=("application/json",)),
        "204": Response(),
        "default": Response(media_types=("application/json",)),
    },
    fields={field.key: field for field in FIELDS},
    facts={"deprecated": True, "sunset": "2027-01-01", "stability": "beta"},
)


def test_a_contract_read_back_is_the_same() -> None:
    """Parameters, media types, headers, security and life cycle included."""
    assert contract(openapi_document(CONTRACT)) == CONTRACT


def test_nothing_stated_is_nothing_written() -> None:
    assert openapi_document(Contract(operation=Operation("GET", "/notes"))) == {
        "openapi": "3.1.0",
        "info": {"title": "GET /notes", "version": "documented"},
        "paths": {"/notes": {"get": {"parameters": [], "responses": {}}}},
    }


def test_shapes_are_kept_as_what_they_are() -> None:
    """The alternatives themselves are not in a contract; their lines stand beside the schema."""
    field = Field("body", "$", {"type": "object", "one_of": ("{a}", "{b}")})
    document = openapi_document(Contract(operation=Operation("PUT", "/n"), fields={field.key: field}))
    schema = document["paths"]["/n"]["put"]["requestBody"]["content"]["*/*"]["schema"]  # type: ignore[index]
    assert schema == {"type": "object", "x-driftgate": {"one_of": ["{a}", "{b}"]}}


CONTENT = {"type": "string", "x-driftgate": {"required": "not stated"}}


def test_what_the_docs_leave_open_is_not_said_to_be_optional_and_read_back_as_open() -> None:
    """OpenAPI's own silence would say that it is not required."""
    fields = (
        Field("query", "limit", {"type": "integer"}),
        Field("body", "name", {"type": "string"}),
        Field("body", "meta", {"type": "object", "required": False}),
        Field("body", "meta.note", {"type": "string", "one_of": ("{a}", "{b}")}),
        Field("200", "X-Left", {"type": "integer"}, in_header=True),
    )
    silent = Contract(
        operation=Operation("PUT", "/n"),
        request=Request(media_types=("application/json",)),
        responses={"200": Response()},
        fields={field.key: field for field in fields},
    )
    document = openapi_document(silent)
    body = document["paths"]["/n"]["put"]["requestBody"]  # type: ignore[index]
    assert body["x-driftgate"] == {"required": "not stated"}
    properties = body["content"]["application/json"]["schema"]["properties"]
    assert properties["name"] == {"type": "string", "x-driftgate": {"required": "not stated"}}
    assert "x-driftgate" not in properties["meta"]
    back = contract(document)
    stated = [field.key for field in back.fields.values() if "required" in field.facts]
    assert (back.request.required, stated) == (None, ["body:meta"])


def test_parents_that_a_page_does_not_name_are_made() -> None:
    """A hand-written page may list ``choices[].message.content`` alone."""
    field = Field("200", "choices[].message.content", {"type": "string"})
    document = openapi_document(
        Contract(operation=Operation("GET", "/n"), fields={field.key: field}, responses={"200": Response()})
    )
    schema = document["paths"]["/n"]["get"]["responses"]["200"]["content"]["*/*"]["schema"]  # type: ignore[index]
    assert schema == {"properties": {"choices": {"items": {"properties": {"message": {"properties": {"content": CONTENT}}}}}}}
