"""A discovery document says in words of its own what an OpenAPI document says, and what has another form is left out."""

from __future__ import annotations

import pytest

from driftgate.extract.openapi.discovery import KIND, is_discovery, to_openapi

OAUTH = {"securitySchemes": {"oauth2": {"type": "oauth2"}}}


@pytest.mark.parametrize("data", [None, [KIND], {}, {"kind": "discovery#directoryList"}])
def test_other_data_is_no_discovery_document(data: object) -> None:
    assert not is_discovery(data)


@pytest.mark.parametrize(
    "data",
    [
        {"methods": ["list"], "resources": "ships", "schemas": 7, "rootUrl": None},
        {"methods": {"list": "GET"}, "resources": {"ships": None}},
    ],
)
def test_parts_of_another_form_are_left_out(data: dict[str, object]) -> None:
    assert to_openapi(data) == {"openapi": "3.1.0", "servers": [], "paths": {}, "components": {"schemas": {}, **OAUTH}}


def test_a_method_is_an_operation_below_the_path_of_the_service() -> None:
    parameters = {
        "name": {"location": "path", "required": True, "type": "string"},
        "flag": {"repeated": True, "type": "integer", "minimum": "1", "maximum": "many", "default": "2"},
    }
    sink = {
        "path": "{+name}:sink",
        "httpMethod": "POST",
        "parameters": parameters,
        "request": {"$ref": "Ship"},
        "scopes": ["sea"],
    }
    data = {"servicePath": "v1/", "rootUrl": "https://harbour.example/", "resources": {"ships": {"methods": {"sink": sink}}}}
    flag = {"type": "array", "items": {"type": "integer", "minimum": 1, "default": 2}}
    assert to_openapi(data)["servers"] == [{"url": "https://harbour.example"}]
    assert to_openapi(data)["paths"] == {
        "/v1/{name}:sink": {
            "post": {
                "parameters": [
                    {"name": "name", "in": "path", "required": True, "schema": {"type": "string"}},
                    {"name": "flag", "in": "query", "required": False, "schema": flag},
                ],
                "responses": {},
                "security": [{"oauth2": []}],
                "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Ship"}}}},
            }
        }
    }
