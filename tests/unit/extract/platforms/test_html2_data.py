"""openapi-generator's html2 pages."""

from __future__ import annotations

import pytest

from driftgate.extract.extraction import GapKind
from driftgate.extract.markup import UnparsableError
from driftgate.extract.platforms import html2_data
from specs import document, facts

PAGE = """<!doctype html><html><head><script>
    var defs = {}
    defs["Note"] = {
  "required" : [ "title" ],
  "type" : "object",
  "properties" : { "title" : { "type" : "string" }, "author" : { "$ref" : "#/components/schemas/Author" } }
};
    defs["Author"] = { "type" : "object", "properties" : { "name" : { "type" : "string" } } };
    var errs = {};
</script></head><body>
<article id="api-Notes-writeNote-0" data-name="writeNote">
  <pre class="prettyprint" data-type="put"><code><span class="pln">/notes/{id}</span></code></pre>
  <div class="methodsubtabletitle">Path parameters</div>
  <table id="methodsubtable"><tr><th>Name</th><th>Description</th></tr>
    <tr><td style="width:150px;">id*</td><td><div class="json-schema-view"><div class="primitive"><span class="type">
        Integer
    </span><div class="inner description marked">Which note.</div></div><div class="inner required">Required</div></div></td></tr>
  </table>
  <div class="methodsubtabletitle">Query parameters</div>
  <table id="methodsubtable"><tr><th>Name</th><th>Description</th></tr>
    <tr><td style="width:150px;">tags</td><td><span class="type">array[String]</span></td></tr></table>
  <div class="methodsubtabletitle">Body parameters</div>
  <table id="methodsubtable"><tr><th>Name</th><th>Description</th></tr>
    <tr><td>note <span style="color:red;">*</span></td><td><script>
  var schemaWrapper = {
  "content" : { "application/json" : { "schema" : { "$ref" : "#/components/schemas/Note" } } },
  "required" : true
};
  var schema = findNode('schema',schemaWrapper).schema;
    </script></td></tr></table>
  <h2>Responses</h2>
  <div id="responses-Notes-writeNote-schema-200" class="exampleStyle"><script>
    var schemaWrapper = {
  "content" : { "application/json" : { "schema" : { "$ref" : "#/components/schemas/Author" } } }
};
  </script></div>
  <div id="responses-Notes-writeNote-schema-404" class="exampleStyle"><script>
    var schemaWrapper = { "description" : "Gone." };</script></div>
</article></body></html>"""


def test_other_pages_are_not_recognised() -> None:
    assert not html2_data.recognises(document("<!doctype html><article>var defs</article>", "html"))


def test_articles_are_contracts() -> None:
    page = document(PAGE, "html")
    assert html2_data.recognises(page)
    (found,) = html2_data.extract(page, None).contracts
    assert (str(found.operation), found.request.required, sorted(found.responses)) == ("PUT /notes/{id}", True, ["200", "404"])
    assert facts(found) == {
        "path:id": {"type": "integer", "required": True},
        "query:tags": {"type": "array", "required": False},
        "body:title": {"type": "string", "required": True},
        "body:author": {"type": "object", "required": False},
        "body:author.name": {"type": "string", "required": False},
        "200:name": {"type": "string", "required": False},
    }
    source = found.fields["path:id"].source
    assert source is not None
    assert source.quote == "Which note."


def test_a_form_is_a_body() -> None:
    page = PAGE.replace("Query parameters", "Form parameters").replace("Body parameters", "Other parameters")
    (found,) = html2_data.extract(document(page, "html"), None).contracts
    assert facts(found)["body:tags"] == {"type": "array", "required": False}


def test_a_broken_definition_is_malformed() -> None:
    with pytest.raises(UnparsableError):
        html2_data.extract(document(PAGE.replace('"required" : [ "title" ],', '"required" : [ "title" '), "html"), None)


def test_a_parameter_whose_type_is_a_schema_of_the_page_has_what_that_schema_says() -> None:
    hue = 'defs["Hue"] = { "type" : "string", "enum" : [ "red", "blue" ] };'
    page = PAGE.replace("array[String]", "Hue").replace("var errs", f"{hue}\n    var errs")
    (found,) = html2_data.extract(document(page, "html"), None).contracts
    assert facts(found)["query:tags"] == {"type": "string", "required": False, "enum": ("blue", "red")}


DRAWN = (
    PAGE[: PAGE.index("  <h2>Responses</h2>")]
    + """  <h2>Responses</h2>
<div id="responses-writeNote-200-wrapper">
  <div class="tab-pane" id="responses-writeNote-200-schema">
    <div id="responses-Notes-writeNote-schema-200">
      <div class="json-schema-view"><div class="object"><a><span class="toggle-handle"></span>{</a></div></div>
    </div>
    <input id="responses-Notes-writeNote-200-schema-data" type="hidden" value="KEPT">
  </div>
  <div class="tab-pane" id="responses-writeNote-200-headers"><table>
    <tr><th>Name</th><th>Type</th></tr><tr><td>X-Left</td><td>Integer</td></tr></table></div>
</div>
</article></body></html>"""
)


def test_what_a_browser_drew_is_read_from_the_data_that_it_left() -> None:
    kept = '{"type":"object","properties":{"pages":{"type":"array","items":{"type":"integer"}}}}'.replace('"', "&quot;")
    page = document(DRAWN.replace("KEPT", kept), "html")
    assert html2_data.recognises(page)
    (found,) = html2_data.extract(page, None).contracts
    assert {key: value for key, value in facts(found).items() if key[0] == "2"} == {
        "200:pages": {"type": "array<integer>", "required": False},
        "200.header:X-Left": {"type": "integer", "required": False},
    }
    assert found.responses["200"].media_types == ()


def test_a_drawn_page_that_keeps_no_data_is_left_to_the_reader_of_what_is_drawn() -> None:
    assert not html2_data.recognises(document(DRAWN.replace("KEPT", ""), "html"))


def test_a_schema_that_is_not_printed_is_a_list_or_an_object_and_a_gap() -> None:
    page = document(PAGE.replace('"title" : { "type" : "string" }', '"title" : { "$ref" : "#/components/schemas/Tags" }'), "html")
    extraction = html2_data.extract(page, None)
    (found,) = extraction.contracts
    assert facts(found)["body:title"] == {"type": "array | object", "required": True}
    assert [(gap.kind, gap.source.quote) for gap in extraction.gaps] == [(GapKind.REFERENCE, "Tags")]


def test_a_header_whose_definition_is_nowhere_has_the_type_that_its_row_prints() -> None:
    headers = (
        '"headers" : { "X-Left" : { "$ref" : "#/components/headers/left" }, "X-All" : { "schema" : { "type" : "string" } } }'
    )
    table = '<div id="responses-writeNote-404-headers"><table><tr><td>X-Left</td><td>Integer</td></tr></table></div>'
    wrapper = PAGE[PAGE.index('  <div id="responses-Notes-writeNote-schema-404"') : PAGE.index("</article>")]
    told = wrapper.replace('"description" : "Gone."', f'"description" : "Gone.", {headers}')
    page = PAGE.replace(wrapper, f"<div><div>{told}</div>{table}</div>")
    (found,) = html2_data.extract(document(page, "html"), None).contracts
    assert {key: value for key, value in facts(found).items() if key[0] == "4"} == {
        "404.header:X-Left": {"type": "integer", "required": False},
        "404.header:X-All": {"type": "string", "required": False},
    }
