"""Pages that are OpenAPI documents."""

from __future__ import annotations

import json

import pytest

from driftgate.extract.markup import UnparsableError
from driftgate.extract.page import Unreadable
from driftgate.extract.platforms import openapi
from specs import body, document, facts

YAML = """\
openapi: 3.1.0
paths:
  /v1/notes:
    post:
      requestBody:
        content:
          application/json:
            schema: {type: object, required: [title], properties: {title: {type: string, enum: [no, on, 12:30]}}}
"""
JSON = json.dumps(
    body({"type": "object", "required": ["title"], "properties": {"title": {"type": "string", "enum": ["no", "on", "12:30"]}}})
)


@pytest.mark.parametrize(
    ("text", "kind"), [('{"a": 1}', "json"), ("a: 1", "yaml"), (YAML, "html"), (YAML, "markdown"), ("", "json")]
)
def test_other_pages_are_not_recognised(text: str, kind: str) -> None:
    assert not openapi.recognises(document(text, kind))


@pytest.mark.parametrize(("text", "kind"), [(JSON, "json"), (YAML, "yaml"), (YAML, "text"), ("\ufeff" + JSON, "json")])
def test_json_and_yaml_give_the_same_contract(text: str, kind: str) -> None:
    page = document(text, kind)
    assert openapi.recognises(page)
    extraction = openapi.extract(page, None)
    assert extraction.machine_readable
    assert (extraction.rows_seen, extraction.rows_read) == (1, 1)
    assert facts(extraction.contracts[0]) == {"body:title": {"type": "string", "enum": ("12:30", "no", "on"), "required": True}}


@pytest.mark.parametrize(
    "text", [JSON[:-5], YAML + "  - broken", YAML + "paths: {}\n", JSON.replace('"paths"', '"openapi": 1, "paths"')]
)
def test_a_broken_document_is_malformed(text: str) -> None:
    with pytest.raises(UnparsableError) as caught:
        openapi.extract(document(text, "json"), None)
    assert caught.value.reason is Unreadable.MALFORMED
