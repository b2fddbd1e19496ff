"""Operations of Swagger 2.0 in the words of OpenAPI 3."""

from __future__ import annotations

from typing import Any

import pytest

from driftgate.extract.openapi.raw import Raw
from driftgate.extract.openapi.swagger import parameter, request_body, response


def test_a_parameter_that_is_sent_elsewhere_makes_no_body() -> None:
    assert request_body([{"in": "query", "name": "a"}, {"in": "formData"}], None) is None


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        ({"name": "a", "in": "query", "type": "string"}, {"name": "a", "in": "query", "schema": {"type": "string"}}),
        (
            {"name": "a", "in": "query", "required": True, "type": "array", "collectionFormat": "multi"},
            {"name": "a", "in": "query", "required": True, "explode": True, "schema": {"type": "array"}},
        ),
        (
            {"name": "a", "in": "query", "type": "array"},
            {"name": "a", "in": "query", "explode": False, "schema": {"type": "array"}},
        ),
        (
            {"name": "a", "in": "query", "type": "array", "collectionFormat": "pipes"},
            {"name": "a", "in": "query", "style": "pipeDelimited", "schema": {"type": "array"}},
        ),
        (
            {"name": "a", "in": "header", "type": "array", "description": "x"},
            {"name": "a", "in": "header", "description": "x", "schema": {"type": "array"}},
        ),
    ],
)
def test_the_keywords_beside_a_name_are_its_schema(raw: dict[str, Any], found: dict[str, Any]) -> None:
    assert parameter(raw) == found


def test_a_body_parameter_is_the_body_in_each_consumed_media_type() -> None:
    raw: list[Raw] = [{"in": "body", "name": "x", "required": True, "schema": {"type": "object"}}]
    media = {"schema": {"type": "object"}}
    assert request_body(raw, None) == {"required": True, "content": {"application/json": media}}
    assert request_body(raw, ["text/xml", "a/b"]) == {"required": True, "content": {"text/xml": media, "a/b": media}}


def test_form_parameters_are_the_properties_of_a_form_and_a_file_makes_it_multipart() -> None:
    fields: list[Raw] = [
        {"in": "formData", "name": "a", "type": "string", "required": True},
        {"in": "formData", "name": "b", "type": "string"},
    ]
    schema = {"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}}, "required": ["a"]}
    form = "application/x-www-form-urlencoded"
    assert request_body(fields, ["application/json"]) == {"required": True, "content": {form: {"schema": schema}}}
    upload = request_body([{"in": "formData", "name": "f", "type": "file"}], None)
    assert upload is not None
    assert (upload["required"], list(upload["content"])) == (False, ["multipart/form-data"])  # type: ignore[call-overload]


def test_an_answer_has_its_schema_in_each_produced_media_type_and_examples_where_they_are() -> None:
    found = response({"schema": {"type": "string"}, "examples": {"text/plain": "hi"}, "description": "Fine"}, ["a/b"])
    assert found["content"] == {
        "a/b": {"schema": {"type": "string"}},
        "text/plain": {"schema": {"type": "string"}, "example": "hi"},
    }
    assert response({"description": "Nothing"}, None)["content"] == {}
