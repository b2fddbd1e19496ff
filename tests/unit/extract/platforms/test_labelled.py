"""Elements that say by class or test id what they hold are read as fields, whatever the platform is called."""

from __future__ import annotations

import pytest

from documents import facts_of, html_document
from driftgate.contract import Operation
from driftgate.extract.platforms import labelled

FERN = """<main><h1>Launch a ship</h1><p>POST https://api.example.test/v1/ships</p>
<section><h3>Headers</h3><div class="fern-api-property"><div class="fern-api-property-header">
  <span class="fern-api-property-key">X-Trace</span><span class="fern-api-property-meta"><span>string</span></span>
  <span class="t-muted">Optional</span></div><div class="prose">Echoed back.</div></div></section>
<section><h3>Request</h3>
<div class="fern-api-property"><div class="fern-api-property-header"><span class="fern-api-property-key">name</span>
  <span class="fern-api-property-meta"><span>string</span></span><span class="t-danger">Required</span></div></div>
<div class="fern-api-property"><div class="fern-api-property-header"><span class="fern-api-property-key">masts</span>
  <span class="fern-api-property-meta"><span>integer</span></span><span>Optional</span><span>Defaults to 3</span></div></div>
<div class="fern-api-property"><div class="fern-api-property-header"><span class="fern-api-property-key">crew</span>
  <span class="fern-api-property-meta"><span>list of objects</span></span><span class="t-danger">Required</span></div>
  <div class="fern-collapsible"><div class="fern-api-property"><div class="fern-api-property-header">
    <span class="fern-api-property-key">rank</span><span class="fern-api-property-meta"><span>string</span></span>
    <span class="t-danger">Required</span></div></div></div></div>
</section>
<section><h3>Response</h3><div class="fern-api-property"><div class="fern-api-property-header">
  <span class="fern-api-property-key">id</span><span class="fern-api-property-meta"><span>string</span></span></div></div>
</section></main>"""

GITBOOK = """<main><div class="openapi-url"><div class="openapi-method">post</div>
<div class="openapi-path-title">https://api.example.test/v1/ships</div></div>
<div class="openapi-section"><div class="openapi-section-header">Headers</div><div class="openapi-section-body">
  <div class="openapi-schema"><div class="openapi-schema-presentation"><div class="openapi-schema-name">
    <span class="openapi-schema-propertyname">X-Trace</span><span class="openapi-schema-type">string</span>
    <span class="openapi-schema-optional">Optional</span></div></div></div></div></div>
<div class="openapi-section"><div class="openapi-section-header">Body</div><div class="openapi-section-body">
  <div class="openapi-schema"><div class="openapi-schema-presentation"><div class="openapi-schema-name">
    <span class="openapi-schema-propertyname">name</span><span class="openapi-schema-type">string</span>
    <span class="openapi-schema-required">Required</span></div></div></div>
  <div class="openapi-schema"><div class="openapi-schema-presentation"><div class="openapi-schema-name">
    <span class="openapi-schema-propertyname">masts</span><span class="openapi-schema-type">integer</span>
    <span class="openapi-schema-optional">Optional</span></div><p>Default: <code>3</code></p></div></div>
  <div class="openapi-schema"><div class="openapi-schema-presentation"><div class="openapi-schema-name">
    <span class="openapi-schema-propertyname">crew</span><span class="openapi-schema-type">object[]</span>
    <span class="openapi-schema-required">Required</span></div></div>
    <div class="openapi-schema"><div class="openapi-schema-presentation"><div class="openapi-schema-name">
      <span class="openapi-schema-propertyname">rank</span><span class="openapi-schema-type">string</span>
      <span class="openapi-schema-required">Required</span></div></div></div></div></div></div>
<div class="openapi-section"><div class="openapi-section-header">Response</div><div class="openapi-section-body">
  <div class="openapi-schema"><div class="openapi-schema-presentation"><div class="openapi-schema-name">
    <span class="openapi-schema-propertyname">id</span><span class="openapi-schema-type">string</span></div></div></div>
</div></div></main>"""


@pytest.mark.parametrize("page", [FERN, GITBOOK], ids=["Fern", "GitBook"])
def test_labelled_elements_become_fields_with_those_inside_them_nested(page: str) -> None:
    document = html_document(page)
    assert labelled.recognises(document)
    (contract,) = labelled.extract(document, None).contracts
    assert (contract.operation, contract.servers) == (Operation("POST", "/v1/ships"), ("https://api.example.test",))
    assert facts_of(contract) == {
        "header:X-Trace": {"type": "string", "required": False},
        "body:name": {"type": "string", "required": True},
        "body:masts": {"type": "integer", "required": False, "default": 3},
        "body:crew": {"type": "array", "required": True},
        "body:crew[].rank": {"type": "string", "required": True},
        "2XX:id": {"type": "string"},
    }


README = """<span class="pg-type">post</span><span class="url">https://api.example.test/v1/ships</span><h2>Body Params</h2>
<div class="param-item"><div class="param-item-name">name</div><div class="param-item-type">string</div>
<span class="param-required">required</span><div>What it is called</div></div>
<div class="param-item"><div class="param-item-name">masts</div><div class="param-item-type">integer</div></div>"""
STOPLIGHT = """<div>post</div><div>https://api.example.test</div><div>/v1/ships</div><h3>Body</h3>
<div data-test="schema-row"><div data-test="property-name-name">name</div><span data-test="property-type">string</span>
<span data-test="property-required">required</span></div>
<div data-test="schema-row"><div data-test="property-name-masts">masts</div>
<span data-test="property-type">integer</span></div>"""


@pytest.mark.parametrize("page", [README, STOPLIGHT], ids=["ReadMe", "Stoplight"])
def test_rows_that_stand_apart_or_in_a_list_are_read_alike(page: str) -> None:
    (contract,) = labelled.extract(html_document(page), None).contracts
    assert contract.operation == Operation("POST", "/v1/ships")
    assert facts_of(contract) == {"body:name": {"type": "string", "required": True}, "body:masts": {"type": "integer"}}


def test_names_in_tables_are_left_to_the_reader_of_tables() -> None:
    rows = "".join(f"<tr><td class=param-name>{name}</td><td>string</td></tr>" for name in ("hull", "mast"))
    page = html_document(f"<p>POST /v1/ships</p><table><tr><th>Name</th><th>Type</th></tr>{rows}</table>")
    assert labelled.extract(page, None).contracts == ()


def test_one_labelled_name_alone_is_no_list_of_fields() -> None:
    page = html_document("<form><label class=field-name>email</label><input></form>")
    assert not labelled.recognises(page)


def test_labels_that_hold_sentences_are_no_names() -> None:
    page = html_document("<p>POST /v1/ships</p><i class=field-name>Your first name</i><i class=field-name>Your last name</i>")
    assert labelled.extract(page, None).contracts == ()
