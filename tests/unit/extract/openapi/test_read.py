"""Whole operations: parameters, bodies, responses, servers, security, and which operations are read."""

from __future__ import annotations

from typing import Any

import pytest

from driftgate.contract import Operation, Request, Response, SecurityScheme
from driftgate.extract.openapi.load import Loaded, load
from driftgate.extract.openapi.read import read
from specs import contract, facts, reading, spec

TEXT = {"type": "string"}
BEARER = SecurityScheme(scheme="bearer", place="header", name="Authorization")
KEY = SecurityScheme(scheme="apiKey", place="header", name="X-Key")


def parameter(name: str, place: str, **rest: Any) -> dict[str, Any]:
    return {"name": name, "in": place, "schema": TEXT, **rest}


def content(schema: Any, media_type: str = "application/json") -> dict[str, Any]:
    return {"content": {media_type: {"schema": schema}}}


@pytest.mark.parametrize("data", [None, [], "text", {}, {"openapi": "3.1.0"}, {"paths": {}}, {"openapi": "3.1.0", "paths": []}])
def test_data_that_is_no_openapi_gives_nothing(data: Any) -> None:
    assert reading(data).contracts == ()


def test_parameters_of_path_and_operation() -> None:
    """The operation's own override the path's; path parameters are always required, others by default not."""
    document = spec()
    document["paths"] = {
        "/v1/notes/{id}": {
            "parameters": [parameter("id", "path"), parameter("page", "query"), {"$ref": "#/components/parameters/Trace"}],
            "get": {
                "parameters": [
                    parameter("page", "query", required=True, schema={"type": "integer", "minimum": 1}),
                    parameter("sort", "query", deprecated=True, style="pipeDelimited", explode=True),
                    parameter("tab", "cookie", style="form", explode=True),
                ],
                "responses": {},
            },
        }
    }
    document["components"] = {"parameters": {"Trace": parameter("X-Trace", "header", example="a")}}
    assert facts(contract(document)) == {
        "path:id": {"type": "string", "required": True},
        "query:page": {"type": "integer", "minimum": 1, "required": True},
        "header:X-Trace": {"type": "string", "required": False},
        "query:sort": {"type": "string", "required": False, "deprecated": True, "style": "pipeDelimited", "explode": True},
        "cookie:tab": {"type": "string", "required": False},
    }


def test_a_parameter_that_is_an_object_has_fields_of_its_own() -> None:
    filters = {"type": "object", "required": ["from"], "properties": {"from": TEXT}}
    document = spec(
        {
            "parameters": [
                parameter("filter", "query", style="deepObject", schema=filters),
                {"name": "q", "in": "query", "content": {"application/json": {"schema": filters}}},
            ]
        }
    )
    assert facts(contract(document)) == {
        "query:filter": {"type": "object", "style": "deepObject", "required": False},
        "query:filter.from": {"type": "string", "required": True},
        "query:q": {"type": "object", "required": False},
        "query:q.from": {"type": "string", "required": True},
    }


@pytest.mark.parametrize("name", ["Accept", "Content-Type", "content-type"])
def test_headers_that_openapi_ignores_are_ignored(name: str) -> None:
    assert facts(contract(spec({"parameters": [parameter(name, "header", required=True)]}))) == {}


def test_a_parameter_without_a_place_is_a_gap() -> None:
    found = reading(spec({"parameters": [{"name": "a", "schema": TEXT}, {"in": "query", "schema": TEXT}]}))
    assert [gap.kind.name for gap in found.gaps] == ["PARAMETER_PLACE", "PARAMETER_PLACE"]


def test_a_second_media_type_with_the_same_fields_shares_them() -> None:
    """One that differs has its own; JSON is the one that is not named."""
    note = {"type": "object", "properties": {"title": TEXT}}
    file = {"type": "object", "properties": {"file": {"type": "string", "format": "binary"}}}
    body = {
        "required": True,
        "content": {
            "multipart/form-data": {"schema": file},
            "application/json; charset=utf-8": {"schema": note},
            "application/x-www-form-urlencoded": {"schema": note},
        },
    }
    found = contract(spec({"requestBody": body}))
    media_types = ("application/json", "application/x-www-form-urlencoded", "multipart/form-data")
    assert found.request == Request(media_types=media_types, required=True)
    assert facts(found) == {
        "body:title": {"type": "string", "required": False},
        "body(multipart/form-data):file": {"type": "string", "format": "binary", "required": False},
    }


def test_a_body_is_optional_unless_it_is_required() -> None:
    """OpenAPI says so where the document does not."""
    assert contract(spec({"requestBody": content(TEXT)})).request.required is False
    assert contract(spec({"responses": {}})).request == Request()


def test_responses_with_ranges_headers_and_references() -> None:
    document = spec(
        {
            "responses": {
                "200": {
                    **content({"type": "object", "required": ["id"], "properties": {"id": TEXT}}),
                    "headers": {"X-Left": {"schema": {"type": "integer"}, "required": True}, "Content-Type": {"schema": TEXT}},
                },
                "4xx": {"$ref": "#/components/responses/Error"},
                "default": {"$ref": "#/components/responses/Error"},
                "204": {"description": "Nothing."},
                "x-note": "no status",
            }
        },
        components={"responses": {"Error": content({"properties": {"error": {"properties": {"message": TEXT}}}})}},
    )
    found = contract(document)
    assert found.responses == {
        "200": Response(media_types=("application/json",)),
        "204": Response(),
        "4XX": Response(media_types=("application/json",)),
        "default": Response(media_types=("application/json",)),
    }
    assert facts(found) == {
        "200:id": {"type": "string", "required": True},
        "200.header:X-Left": {"type": "integer", "required": True},
        "4XX:error": {"type": "object", "required": False},
        "4XX:error.message": {"type": "string", "required": False},
        "default:error": {"type": "object", "required": False},
        "default:error.message": {"type": "string", "required": False},
    }


@pytest.mark.parametrize("keyword", ["schema", "itemSchema"])
def test_a_stream_of_events_has_fields_of_its_own(keyword: str) -> None:
    """3.2 describes the events by ``itemSchema``, earlier documents by ``schema``."""
    chunk = {"type": "object", "properties": {"delta": TEXT}}
    answer = {"type": "object", "properties": {"text": TEXT}}
    response = {"content": {"text/event-stream": {keyword: chunk}, "application/json": {"schema": answer}}}
    found = contract(spec({"responses": {"200": response}}))
    assert found.responses["200"].media_types == ("application/json", "text/event-stream")
    assert sorted(found.fields) == ["200(text/event-stream):delta", "200:text"]


def test_read_only_and_write_only_properties_are_required_only_where_they_travel() -> None:
    schema = {
        "required": ["id", "secret"],
        "properties": {"id": {**TEXT, "readOnly": True}, "secret": {**TEXT, "writeOnly": True}},
    }
    found = contract(spec({"requestBody": content(schema), "responses": {"200": content(schema)}}))
    assert {key: field.required for key, field in found.fields.items()} == {
        "body:id": False,
        "body:secret": True,
        "200:id": True,
        "200:secret": False,
    }


def test_fields_that_only_examples_show_are_inferred() -> None:
    """The schema wins; a map of the schema covers whatever the example puts into it."""
    media = {
        "schema": {"type": "object", "properties": {"id": TEXT, "labels": {"type": "object", "additionalProperties": TEXT}}},
        "examples": {
            "a": {"value": {"id": 7, "labels": {"x": "y"}, "usage": {"total": 1}}},
            "b": {"value": {"usage": {"total": 1.5, "cached": None}, "tags": ["a"]}},
        },
    }
    found = contract(spec({"responses": {"200": {"content": {"application/json": media}}}}))
    assert {key: (dict(f.facts), f.source.certainty.value if f.source else "") for key, f in found.fields.items()} == {
        "200:id": ({"type": "string", "required": False}, "stated"),
        "200:labels": ({"type": "object", "required": False}, "stated"),
        "200:labels.*": ({"type": "string"}, "stated"),
        "200:usage": ({"type": "object"}, "inferred"),
        "200:usage.total": ({"type": "number"}, "inferred"),
        "200:usage.cached": ({"nullable": True}, "inferred"),
        "200:tags": ({"type": "array<string>"}, "inferred"),
    }


SCHEMES = {
    "securitySchemes": {
        "b": {"type": "http", "scheme": "Bearer"},
        "k": {"type": "apiKey", "in": "header", "name": "X-Key"},
        "o": {"type": "oauth2", "flows": {}},
        "m": {"type": "mutualTLS"},
    }
}
OAUTH = SecurityScheme(scheme="oauth2", place="header", name="Authorization", scopes=("read", "write"))


@pytest.mark.parametrize(
    ("stated", "own", "expected"),
    [
        pytest.param(None, None, None, id="not-stated"),
        pytest.param([{"b": []}], None, ((BEARER,),), id="of-the-document"),
        pytest.param([{"b": []}], [], (), id="operation-needs-none"),
        pytest.param([{"b": []}], [{"k": []}, {}], ((), (KEY,)), id="key-or-nothing"),
        pytest.param(None, [{"k": [], "b": []}], ((KEY, BEARER),), id="both-together"),
        pytest.param(None, [{"o": ["write", "read"]}], ((OAUTH,),), id="scopes"),
        pytest.param(None, [{"m": []}], ((SecurityScheme(scheme="mutualTLS"),),), id="mutual-tls"),
    ],
)
def test_security_of_both_levels(stated: Any, own: Any, expected: Any) -> None:
    operation = {"responses": {}} if own is None else {"responses": {}, "security": own}
    rest = {"components": SCHEMES} | ({} if stated is None else {"security": stated})
    assert contract(spec(operation, **rest)).security == expected


def test_a_security_scheme_that_is_not_there_is_a_gap() -> None:
    found = reading(spec({"security": [{"gone": []}]}))
    assert [gap.kind.name for gap in found.gaps] == ["REFERENCE"]


@pytest.mark.parametrize(
    ("header", "scheme"),
    [
        ({"example": "Bearer {{key}}"}, "bearer"),
        ({"description": "HTTP Basic credentials"}, "basic"),
        ({"schema": {"type": "string", "default": "Bearer token"}}, "bearer"),
        ({"description": "The token"}, "apiKey"),
    ],
)
@pytest.mark.parametrize("security", [{}, {"security": []}])
def test_an_authorization_header_parameter_is_security(header: Any, scheme: str, security: Any) -> None:
    """Some documents list the credential among the headers, beside an empty security list."""
    found = contract(spec({"parameters": [parameter("Authorization", "header", required=True) | header], **security}))
    assert found.security == ((SecurityScheme(scheme=scheme, place="header", name="Authorization"),),)
    assert found.fields == {}


def test_a_parameter_that_repeats_the_credential_is_no_field() -> None:
    found = contract(
        spec(
            {"parameters": [parameter("x-key", "header"), parameter("x-version", "header")], "security": [{"k": []}]},
            components=SCHEMES,
        )
    )
    assert list(found.fields) == ["header:x-version"]


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        (({}, {}, {}), ()),
        (({"servers": [{"url": "https://a.example.com/v1/"}]}, {}, {}), ("https://a.example.com/v1",)),
        (({"servers": [{"url": "https://a"}]}, {"servers": [{"url": "https://b"}]}, {}), ("https://b",)),
        (
            ({"servers": [{"url": "https://a"}]}, {"servers": [{"url": "https://b"}]}, {"servers": [{"url": "https://c"}]}),
            ("https://c",),
        ),
        (({"servers": [{"url": "/"}]}, {}, {}), ()),
        (
            (
                {
                    "servers": [
                        {
                            "url": "https://{r}.a/{v}",
                            "variables": {"r": {"default": "eu", "enum": ["us", "eu"]}, "v": {"default": "v1"}},
                        }
                    ]
                },
                {},
                {},
            ),
            ("https://eu.a/v1", "https://us.a/v1"),
        ),
        (({"servers": [{"url": "https://{tenant}.a"}]}, {}, {}), ("https://{tenant}.a",)),
    ],
)
def test_servers_of_three_levels_with_variables(levels: Any, expected: tuple[str, ...]) -> None:
    of_document, of_path, of_operation = levels
    document = {"openapi": "3.0.3", "paths": {"/a": {"get": {"responses": {}, **of_operation}, **of_path}}, **of_document}
    assert contract(document).servers == expected


def test_life_cycle_of_the_operation() -> None:
    found = contract(spec({"deprecated": True, "x-sunset": "2027-01-01", "x-stability-level": "beta", "responses": {}}))
    assert found.facts == {"deprecated": True, "sunset": "2027-01-01", "stability": "beta"}
    assert contract(spec({"deprecated": False, "responses": {}})).facts == {}


def test_a_swagger_document_says_the_same_as_its_successor() -> None:
    """Body, form, header and file parameters, consumes, host and definitions in 2.0's words."""
    note = {"type": "object", "required": ["title"], "properties": {"title": TEXT}}
    old = {
        "swagger": "2.0",
        "host": "api.example.com",
        "basePath": "/v1",
        "schemes": ["http", "https"],
        "consumes": ["application/json"],
        "produces": ["application/json"],
        "definitions": {"Note": note},
        "securityDefinitions": {"k": {"type": "apiKey", "in": "header", "name": "X-Key"}, "u": {"type": "basic"}},
        "security": [{"k": []}],
        "paths": {
            "/notes/{id}": {
                "put": {
                    "parameters": [
                        {"name": "id", "in": "path", "required": True, "type": "integer", "format": "int64"},
                        {"name": "ids", "in": "query", "type": "array", "items": {"type": "string"}, "collectionFormat": "multi"},
                        {"name": "csv", "in": "query", "type": "array", "items": {"type": "string"}},
                        {"name": "note", "in": "body", "required": True, "schema": {"$ref": "#/definitions/Note"}},
                    ],
                    "responses": {
                        "200": {
                            "description": "",
                            "schema": {"$ref": "#/definitions/Note"},
                            "headers": {"X-Left": {"type": "integer"}},
                        },
                        "400": {"description": "", "examples": {"application/json": {"error": "no"}}},
                    },
                }
            }
        },
    }
    new = {
        "openapi": "3.0.3",
        "servers": [{"url": "https://api.example.com/v1"}, {"url": "http://api.example.com/v1"}],
        "components": {"schemas": {"Note": note}, "securitySchemes": {"k": {"type": "apiKey", "in": "header", "name": "X-Key"}}},
        "security": [{"k": []}],
        "paths": {
            "/notes/{id}": {
                "put": {
                    "parameters": [
                        parameter("id", "path", schema={"type": "integer", "format": "int64"}),
                        parameter("ids", "query", schema={"type": "array", "items": TEXT}),
                        parameter("csv", "query", schema={"type": "array", "items": TEXT}, explode=False),
                    ],
                    "requestBody": {"required": True, **content({"$ref": "#/components/schemas/Note"})},
                    "responses": {
                        "200": {
                            "description": "",
                            **content({"$ref": "#/components/schemas/Note"}),
                            "headers": {"X-Left": {"schema": {"type": "integer"}}},
                        },
                        "400": {"description": "", "content": {"application/json": {"example": {"error": "no"}}}},
                    },
                }
            }
        },
    }
    assert facts(contract(old)) == facts(contract(new))
    assert contract(old) == contract(new)
    assert sorted(contract(old).fields) == [
        "200.header:X-Left",
        "200:title",
        "400:error",
        "body:title",
        "path:id",
        "query:csv",
        "query:ids",
    ]


def test_a_swagger_form() -> None:
    form = [
        {"name": "file", "in": "formData", "type": "file", "required": True},
        {"name": "n", "in": "formData", "type": "integer"},
    ]
    document = {"swagger": "2.0", "paths": {"/a": {"post": {"parameters": form, "responses": {}}}}}
    found = contract(document)
    assert found.request == Request(media_types=("multipart/form-data",), required=True)
    assert facts(found) == {
        "body:file": {"type": "string", "format": "binary", "required": True},
        "body:n": {"type": "integer", "required": False},
    }


def test_only_the_wanted_operation_is_read() -> None:
    """Under its own path or below its server's base path; names of variables do not matter. Others are only named."""
    document = {
        "openapi": "3.1.0",
        "servers": [{"url": "https://a.example.com/v1"}],
        "paths": {
            "/notes/{id}": {"get": {"parameters": [parameter("id", "path")], "responses": {}}, "delete": {"responses": {}}}
        },
    }
    for path in ("/notes/{id}", "/v1/notes/{note}", "/notes/:id"):
        found = read(Loaded(document), Operation("GET", path), "test")
        assert [(str(c.operation), list(c.fields)) for c in found.contracts] == [("GET /notes/{id}", ["path:id"])]
    elsewhere = read(Loaded(document), Operation("POST", "/notes/{id}"), "test")
    assert [(str(c.operation), list(c.fields)) for c in elsewhere.contracts] == [
        ("GET /notes/{id}", []),
        ("DELETE /notes/{id}", []),
    ]


def test_operations_that_share_models_say_what_each_says_alone() -> None:
    """Also where paths share an item and differ in what they put over it, so that the same place holds two schemas."""
    lot = {"type": "object", "required": ["id"], "properties": {"id": {**TEXT, "readOnly": True}, "within": {"$ref": "#/l/Lot"}}}
    shared = {"get": {"responses": {"200": content({"$ref": "#/l/Lot"})}}, "put": {"requestBody": content({"$ref": "#/l/Lot"})}}
    own = [parameter("of", "query", schema={"type": "object", "properties": {name: TEXT}}) for name in ("a", "b")]
    document = spec(
        paths={f"/{at}": {"$ref": "#/l/item", "parameters": [one]} for at, one in enumerate(own)}, l={"Lot": lot, "item": shared}
    )
    listed = reading(document).contracts
    assert [str(one.operation) for one in listed] == ["GET /0", "PUT /0", "GET /1", "PUT /1"]
    assert listed == tuple(read(Loaded(document), one.operation, "openapi").contracts[0] for one in listed)
    assert facts(listed[3]) == {
        "query:of": {"type": "object", "required": False},
        "query:of.b": {"type": "string", "required": False},
        "body:id": {"type": "string", "read_only": True, "required": False},
        "body:within": {"type": "object", "required": False},
    }


def test_path_items_behind_references_and_methods_of_3_2() -> None:
    document = {
        "openapi": "3.2.0",
        "paths": {"/a": {"$ref": "#/components/pathItems/A"}},
        "components": {"pathItems": {"A": {"query": {"responses": {}}, "additionalOperations": {"COPY": {"responses": {}}}}}},
    }
    assert [str(operation) for operation in reading(document).operations] == ["QUERY /a", "COPY /a"]


def test_every_field_knows_where_it_stands() -> None:
    """Line of the page, JSON pointer, and the words."""
    text = (
        "openapi: 3.1.0\npaths:\n  /a:\n    post:\n      requestBody:\n        content:\n          application/json:\n"
        "            schema: {$ref: '#/components/schemas/A'}\n      responses: {}\ncomponents:\n  schemas:\n    A:\n"
        "      properties:\n        n:\n          type: integer\n          description: How  many\n            notes.\n"
        "        m: {type: string}\n"
    )
    (found,) = read(load(text, first_line=5), None, "test", "https://docs.example.com/a").contracts
    sources = {key: field.source for key, field in found.fields.items()}
    assert {key: (s.line, s.element, s.quote, s.reader, s.url) for key, s in sources.items() if s} == {
        "body:n": (18, "#/components/schemas/A/properties/n", "How many notes.", "test", "https://docs.example.com/a"),
        "body:m": (22, "#/components/schemas/A/properties/m", "m: {type: string}", "test", "https://docs.example.com/a"),
    }


@pytest.mark.parametrize(
    "document",
    [
        {"openapi": "3.1.0", "paths": {"/a": None, "/b": [], "/c": {"get": None, "post": []}}},
        spec({"parameters": [{"in": ["query"], "name": {}}, {"in": {}, "name": "a"}]}),
        spec({"parameters": {"a": 1}, "requestBody": [], "responses": [], "security": "x", "servers": "x"}),
        spec(
            {
                "parameters": [None, 1, {"$ref": 1}, {"name": 1, "in": 2}],
                "requestBody": {"content": []},
                "responses": {"200": None},
            }
        ),
        spec(
            {
                "requestBody": {"content": {"application/json": None, "a/b": {"schema": 1}}},
                "responses": {"200": {"headers": {"a": 1}}},
            }
        ),
        spec(
            {
                "requestBody": content(
                    {"type": 1, "properties": [], "items": 1, "required": "x", "enum": "x", "allOf": 1, "oneOf": [1]}
                )
            }
        ),
        spec({"requestBody": content({"properties": {"a": {"$ref": ""}, "b": {"enum": [], "minimum": "x", "maxLength": -1}}})}),
        {
            "swagger": "2.0",
            "host": 1,
            "paths": {"/a": {"post": {"parameters": [{"in": "body"}, {"in": "formData"}], "consumes": 1}}},
        },
    ],
)
def test_broken_documents_are_read_as_far_as_they_go(document: Any) -> None:
    """Nothing that a document says makes reading fail: what is no contract is left out."""
    assert all(found.operation.path for found in reading(document).contracts)
