"""Pages of platforms that have no reader of their own: the readers of any page read them."""

from __future__ import annotations

from driftgate.contract import Contract
from driftgate.extract.platforms import tables
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
