"""OpenAPI documents inside HTML pages and their scripts."""

from __future__ import annotations

import html
import json
import time

import pytest

from driftgate.extract.markup import UnparsableError
from driftgate.extract.page import Unreadable
from driftgate.extract.platforms import embedded
from specs import document, facts, spec

SPEC = spec(
    {
        "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Note"}}}},
        "responses": {"200": {"description": 'Say "</script" never; braces } ] are fine.'}},
    },
    components={"schemas": {"Note": {"type": "object", "required": ["title"], "properties": {"title": {"type": "string"}}}}},
)
JSON = json.dumps(SPEC).replace("</", "<\\/")
SORTED = json.dumps(SPEC, sort_keys=True, indent=1).replace("</", "<\\/")
ROW = f'5:["$","$L8",null,{{"spec":{JSON}}}]\n'
STREAM = [json.dumps(part).replace("</", "<\\/") for part in (ROW[:90], ROW[90:])]
TWICE = json.dumps({"oasDefinition": SPEC}), json.dumps({"content": SPEC})
STRING = json.dumps({"spec": json.dumps(SPEC)}).replace("</", "<\\/")


def page(inner: str) -> str:
    return f"<!doctype html><html><head><title>Notes</title></head><body><div id=app></div>{inner}</body></html>"


PAGES = {
    "redoc-2": f'<script>const __redoc_state = {{"menu": {{"at": -1}}, "spec": {{"data": {SORTED}}}}};\nvar x = 1;</script>',
    "redoc-3": f'<script type="module">const __redoc_definition = {SORTED}; start(__redoc_definition);</script>',
    "readme-state": f'<script id="ssr-props" type="application/json">{{"document": {{"api": {{"schema": {SORTED}}}}}}}</script>',
    "readme-older": f'<div id="hub" data-initial-props="{html.escape(TWICE[0])}"></div>',
    "next-data": f'<script id="__NEXT_DATA__" type="application/json">{{"props": {{"page": {{"oas": {JSON}}}}}}}</script>',
    "next-stream": f"<script>self.__next_f.push([1,{STREAM[0]}])</script><script>self.__next_f.push([1,{STREAM[1]}])</script>",
    "string-in-data": f'<script type="application/json">{STRING}</script>',
    "swagger-ui-inline": f"<script>window.ui = SwaggerUIBundle({{ spec: {SORTED}, dom_id: '#app' }});</script>",
    "swagger-ui-inline-first-key": f"<script>window.ui = SwaggerUIBundle({{spec:{JSON},}});</script>",
    "scalar-inline": f'<script id="api-reference" type="application/json">{SORTED}</script>',
    "scalar-configuration": f'<script id="api-reference" data-configuration="{html.escape(TWICE[1])}"></script>',
    "scalar-configuration-with-a-string": f"<div data-configuration='{STRING.replace(chr(39), '&#39;')}'></div>",
    "attribute-with-a-string": f'<div data-configuration="{html.escape(STRING)}"></div>',
    "scalar-call": f"<script>Scalar.createApiReference('#app', {{ content: {SORTED} }})</script>",
}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(page("<p>We speak OpenAPI 3.1 and swagger.</p>"), id="prose"),
        pytest.param(page('<script>var openapi = "3.1.0";</script>'), id="a-variable"),
        pytest.param(page("<script>SwaggerUIBundle({url: 'openapi.json'})</script>"), id="only-a-link"),
    ],
)
def test_a_page_without_a_document_has_no_contract(text: str) -> None:
    found = document(text, "html")
    assert not embedded.recognises(found) or embedded.extract(found, None).contracts == ()


@pytest.mark.parametrize("name", PAGES)
def test_the_document_is_found(name: str) -> None:
    """Wrapped in state, escaped in attributes, cut into a stream: the same contract, once."""
    found = document(page(PAGES[name]), "html")
    assert embedded.recognises(found)
    extraction = embedded.extract(found, None)
    assert [str(operation) for operation in extraction.operations] == ["POST /v1/notes"]
    assert facts(extraction.contracts[0]) == {"body:title": {"type": "string", "required": True}}
    assert extraction.machine_readable


def test_a_script_file_that_holds_the_document() -> None:
    """Express serves Swagger UI with its document in ``swagger-ui-init.js``."""
    found = document(
        f'window.onload = function() {{\n  var options = {{\n  "swaggerDoc": {SORTED},\n "customOptions": {{}} }};\n}}', "script"
    )
    assert embedded.recognises(found)
    assert [str(operation) for operation in embedded.extract(found, None).operations] == ["POST /v1/notes"]


def test_the_same_document_twice_is_one() -> None:
    found = document(page(PAGES["redoc-2"] + PAGES["scalar-inline"]), "html")
    assert len(embedded.extract(found, None).contracts) == 1


def test_a_document_that_does_not_begin_with_its_version_is_read_beside_one_that_does() -> None:
    """State that holds both: neither hides the other."""
    other = json.dumps({"info": {}, "paths": {"/v1/tags": {"get": {"responses": {}}}}, "openapi": "3.1.0"})
    found = document(page(f'<script>var state = {{}}; spec = {{"first": {JSON}, "second": {other}}};</script>'), "html")
    operations = [str(operation) for operation in embedded.extract(found, None).operations]
    assert sorted(operations) == ["GET /v1/tags", "POST /v1/notes"]


def test_a_document_beyond_a_limit_is_malformed() -> None:
    deep = '{"openapi": "3.1.0", "paths": {}, "x": ' + "[" * 90 + "]" * 90 + "}"
    with pytest.raises(UnparsableError) as caught:
        embedded.extract(document(page(f"<script>var a = {deep}</script>"), "html"), None)
    assert caught.value.reason is Unreadable.MALFORMED


def test_a_cut_document_is_no_contract() -> None:
    found = document(page(f"<script>const __redoc_definition = {JSON[:-40]};</script>"), "html")
    assert embedded.extract(found, None).contracts == ()


@pytest.mark.parametrize(
    "piece", ['{"openapi":"3.1.0",', 'spec: {"', '{"swagger" : "2.0"', '__redoc_state = {"a":', "openapi: 3."]
)
def test_a_page_full_of_beginnings_is_searched_in_linear_time(piece: str) -> None:
    text = page(f"<script>{piece * 40_000}</script>")
    started = time.process_time()
    embedded.extract(document(text, "html"), None)
    assert time.process_time() - started < 3
