"""Pages of platforms that have no reader of their own: the readers of any page read them."""

from __future__ import annotations

import pytest

from driftgate.contract import Contract
from driftgate.extract.platforms import tables
from driftgate.extract.reading import extractions
from specs import document, facts


def only(text: str, kind: str = "html") -> Contract:
    (contract,) = tables.extract(document(text, kind), None).contracts
    return contract


RAML = """<!doctype html><html><body><h1>Boats</h1>
<div class="modal-header"><h4 class="modal-title"><span class="badge badge_post">post </span>
<span class="parent">/harbours/{harbourId}</span>/boats</h4></div>
<div class="tab-pane"><h3>URI Parameters</h3>
<ul><li><strong>harbourId</strong>: <em><span class="required">required</span>(integer)</em><p>Where it lies.</p></li></ul>
<h3>Query Parameters</h3>
<ul><li><strong>berth</strong>: <em>(integer - default: 3 - minimum: 1 - maximum: 9)</em></li>
<li><strong>rig</strong>: <em>required (one of sloop, ketch)</em></li></ul>
<h3>Body</h3><p><strong>Media type</strong>: application/json</p><p><strong>Type</strong>: object</p><strong>Properties</strong>
<ul><li><strong>built</strong>: <em>required - (date-only)</em></li>
<li><strong>crew</strong>: <em>(array of Sailor)</em><p><strong>Items</strong>: Sailor</p>
<div class="items"><ul><li><strong>name</strong>: <em>required (string)</em></li></ul></div></li></ul></div>
<div class="tab-pane"><h2>HTTP status code <a href="#">201</a></h2><h3>Body</h3>
<p><strong>Media type</strong>: application/json</p><p><strong>Type</strong>: array of object</p>
<p><strong>Items</strong>: Boat</p>
<div class="items"><ul><li><strong>id</strong>: <em>required (integer)</em></li></ul></div>
<h2>HTTP status code <a href="#">404</a></h2><h3>Body</h3><p><strong>Type</strong>: object</p><strong>Properties</strong>
<ul><li><strong>reason</strong>: <em>(string)</em></li></ul></div></body></html>"""


def test_lists_below_a_method_in_small_letters_are_read() -> None:
    """A heading that is nothing but method and path; what brackets hold of type, default and limits; a body that is a list."""
    contract = only(RAML)
    assert str(contract.operation) == "POST /harbours/{harbourId}/boats"
    assert facts(contract) == {
        "path:harbourId": {"type": "integer", "required": True},
        "query:berth": {"type": "integer", "default": 3, "minimum": 1, "maximum": 9},
        "query:rig": {"type": "string", "enum": ("sloop", "ketch"), "required": True},
        "body:built": {"type": "string", "format": "date", "required": True},
        "body:crew": {"type": "array"},
        "body:crew[].name": {"type": "string", "required": True},
        "201:[].id": {"type": "integer", "required": True},
        "404:reason": {"type": "string"},
    }


SYNTAX = """<!doctype html><html><body><h1>MoorBoat</h1><h2>Request Syntax</h2>
<pre><code>PUT /boats/<code class="replaceable">boatId</code> HTTP/1.1
X-Trace: <code>Trace</code>
Content-type: application/json

{
   "<a href="#n">Name</a>": "<code>string</code>",
   "Berth": {
      "Depth": <code>number</code>
   }
}</code></pre>
<h2>URI Request Parameters</h2><dl><dt><span><code><a href="#b">boatId</a></code></span></dt><dd><p>Which.</p>
<p>Required: Yes</p></dd></dl>
<h2>Request Body</h2><dl><dt><span><code>Name</code></span></dt><dd><p>On the bow.</p><p>Type: String</p>
<p>Valid Values: <code>Ada | Eve</code></p><p>Required: Yes</p></dd></dl>
<h2>Response Elements</h2><dl><dt><code>Moored</code></dt><dd><p>Whether it is.</p><p>Type: Boolean</p></dd></dl>
</body></html>"""


def test_a_message_as_it_is_sent_shows_its_body_only() -> None:
    """Quoted words for types are types where names stand in quotes; its headers are no fields of the body."""
    contract = only(SYNTAX)
    assert str(contract.operation) == "PUT /boats/{boatId}"
    assert facts(contract) == {
        "body:Name": {"type": "string", "required": True, "enum": ("Ada", "Eve")},
        "body:Berth": {"type": "object"},
        "body:Berth.Depth": {"type": "number"},
        "path:boatId": {"required": True},
        "2XX:Moored": {"type": "boolean"},
    }


KNIFE = """## 新增船只

**接口地址**:`/harbours/{harbourId}/boats`

**请求方式**:`POST`

**请求参数**:

| 参数名称 | 参数说明 | 请求类型 | 是否必须 | 数据类型 | schema |
| --- | --- | --- | --- | --- | --- |
|harbourId|港口|path|true|integer(int64)||
|boatDto|船只|body|true|BoatDto|BoatDto|
|&emsp;&emsp;name|名称||true|string||
|&emsp;&emsp;berths|泊位||false|array|Berth|
|&emsp;&emsp;&emsp;&emsp;depth|深度||false|number||

**响应参数**:

| 参数名称 | 参数说明 | 类型 | schema |
| --- | --- | --- | --- |
|id|编号|integer(int64)|integer(int64)|
"""


def test_the_parameter_that_is_the_whole_body_is_no_field_of_it() -> None:
    assert facts(only(KNIFE, "markdown")) == {
        "path:harbourId": {"type": "integer", "format": "int64", "required": True},
        "body:name": {"type": "string", "required": True},
        "body:berths": {"type": "array", "required": False},
        "body:berths[].depth": {"type": "number", "required": False},
        "2XX:id": {"type": "integer", "format": "int64"},
    }


LEARN = """<!doctype html><html><body><h1>Boats - Moor</h1><pre>
<code class="lang-http">PUT https://boats.example.com/boats/{boatName}
</code></pre><h2>URI Parameters</h2><table><thead><tr><th>Name</th><th>In</th><th>Required</th><th>Type</th><th>Description</th>
</tr></thead><tbody><tr><td><strong>boat<wbr>Name</strong></td><td>path</td><td>True</td><td><p>string</p></td>
<td>Which.</td></tr>
</tbody></table>
<h2>Request Body</h2><table><thead><tr><th>Name</th><th>Required</th><th>Type</th><th>Description</th></tr></thead><tbody>
<tr><td><strong>properties.rig</strong></td><td>True</td><td><p><a href="#boatrig">Boat<wbr>Rig</a></p></td>
<td>Its rig.</td></tr>
<tr><td><strong>rigs</strong></td><td></td><td><p><a href="#boatrig">Boat<wbr>Rig</a>[]</p></td><td>All.</td></tr>
<tr><td><strong>owner</strong></td><td></td><td><p><a href="#owner">Owner</a></p></td><td>Whose.</td></tr></tbody></table>
<h2>Responses</h2><table><thead><tr><th>Name</th><th>Type</th><th>Description</th></tr></thead><tbody>
<tr><td><strong>200 OK</strong></td><td><p><a href="#owner">Owner</a></p></td><td><p>OK</p></td></tr></tbody></table>
<h2>Definitions</h2><h3 id="boatrig">Boat<wbr>Rig</h3><span>Enumeration</span><table><thead><tr><th>Value</th>
<th>Description</th>
</tr></thead><tbody><tr><td><p>Sloop</p></td><td>One mast.</td></tr><tr><td><p>Ketch</p></td><td>Two.</td></tr></tbody></table>
<h3 id="owner">Owner</h3><span>Object</span><table><thead><tr><th>Name</th><th>Type</th><th>Description</th></tr></thead><tbody>
<tr><td>name</td><td><p>string</p></td><td>Name.</td></tr></tbody></table></body></html>"""


def test_a_type_described_by_its_values_is_one_of_them() -> None:
    assert facts(only(LEARN)) == {
        "path:boatName": {"type": "string", "required": True},
        "body:properties.rig": {"type": "string", "required": True, "enum": ("Sloop", "Ketch")},
        "body:rigs": {"type": "array<string>"},
        "body:owner": {"type": "object"},
        "body:owner.name": {"type": "string"},
        "200:name": {"type": "string"},
    }


ASYNC = """<div id="asyncapi"><h1>Ship events 1.0.0</h1><div id="servers"><h3>wss://events.example.com/v1</h3></div>
<div id="operations"><div id="operation-subscribe-/ships/{shipId}/moored"><div><span title="Subscribe">SUB</span>
<span>/ships/{shipId}/moored</span></div><div><span>Parameters</span><div><div><span>shipId</span></div><div>
<span>integer</span>
<strong>required</strong></div></div></div><div><p>Accepts the following message:</p><div><span>Payload</span><div>
<div><span>at</span></div><div><span>string</span><strong>required</strong></div></div><div><div><span>by</span></div>
<div><span>object</span></div></div><div><div><span>on</span></div><div><span>boolean</span></div></div></div></div>
</div></div></div>"""

GRAPH = """<main><h1>Ships GraphQL</h1><h5>API Endpoints</h5><div># Production:<br>https://api.example.com/graphql</div>
<h2>Queries</h2><section class="operation"><h2><code>ship</code></h2><h5>Response</h5><p>Returns a <a><code>Ship</code></a></p>
<h5>Arguments</h5><table><thead><tr><th>Name</th><th>Description</th></tr></thead><tbody><tr><td><span class="property-name">
<code>id</code></span> - <span class="property-type"><a><code>ID!</code></a></span></td><td>Which.</td></tr></tbody>
</table></section>
<h2>Types</h2><section><h2>Ship</h2><h5>Fields</h5><table><thead><tr><th>Field Name</th><th>Description</th></tr></thead><tbody>
<tr><td><span class="property-name"><code>rig</code></span> - <span class="property-type"><code>String!</code></span></td>
<td>Its rig.</td></tr></tbody></table></section></main>"""

TYPES = """<div class="tsd-page-title"><h1>Interface HarbourOptions</h1></div><section class="tsd-panel"><h3>Properties</h3>
<section class="tsd-member"><h3 class="tsd-anchor-link"><span>base<wbr>Url</span></h3><div class="tsd-signature">
<span class="tsd-kind-property">baseUrl</span><span>:</span> <span class="tsd-signature-type">string</span></div>
<p>Where calls of GET go.</p></section><section class="tsd-member"><h3><code class="tsd-tag">Optional</code><span>timeout</span>
</h3><div class="tsd-signature">
<span class="tsd-kind-property">timeout</span>?: <span class="tsd-signature-type">number</span></div>
</section><section class="tsd-member"><h3><span>name</span></h3><div class="tsd-signature">
<span class="tsd-kind-property">name</span>: <span class="tsd-signature-type">string</span></div></section></section>"""


@pytest.mark.parametrize("page", [ASYNC, GRAPH, TYPES], ids=["asyncapi", "graphql", "typedoc"])
def test_events_queries_and_types_of_a_library_are_no_operations(page: str) -> None:
    text = f"<!doctype html><html><body>{page}</body></html>"
    assert [one.contracts for one in extractions(document(text, "html"), None) if one.contracts] == []
