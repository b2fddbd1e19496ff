"""openapi-generator's one-page HTML: a pair of name and description per field, a place or a type beside it, models by name."""

from __future__ import annotations

from documents import facts_of, html_document
from driftgate.contract import Operation
from driftgate.extract.platforms import openapi_generator_static as reader

PAGE = """
<h2><a name="__Methods">Methods</a></h2>
<ul><li><a href="#launch"><code><span class="http-method">post</span> /fleets/{fleet_id}/ships</code></a></li></ul>
<div class="method"><a name="launch"/>
  <div class="method-path"><a class="up" href="#__Methods">Up</a>
    <pre class="post"><code class="huge"><span class="http-method">post</span> /fleets/{fleet_id}/ships</code></pre></div>
  <div class="method-summary">Launch (<span class="nickname">launch</span>)</div>
  <h3 class="field-label">Path parameters</h3>
  <div class="field-items">
    <div class="param">fleet_id (required)</div>
    <div class="param-desc"><span class="param-type">Path Parameter</span> &mdash; Whose ship default: null format: uuid</div>
  </div>
  <h3 class="field-label">Request body</h3>
  <div class="field-items">
    <div class="param">Ship <a href="#Ship">Ship</a> (required)</div>
    <div class="param-desc"><span class="param-type">Body Parameter</span> &mdash; What to launch </div>
  </div>
  <h3 class="field-label">Query parameters</h3>
  <div class="field-items">
    <div class="param">decks (optional)</div>
    <div class="param-desc"><span class="param-type">Query Parameter</span> &mdash; Which decks default: 3 </div>
  </div>
  <h3 class="field-label">Return type</h3>
  <div class="return-type">array[<a href="#Ship">Ship</a>]</div>
  <h3 class="field-label">Responses</h3>
  <h4 class="field-label">201</h4> Launched
  <h4 class="field-label">409</h4> <p>Sunk</p> <a href="#Fault">Fault</a>
  <h4 class="field-label">default</h4> Lost <a href="#"></a>
</div>
<h2><a name="__Models">Models</a></h2>
<div class="model">
  <h3><a name="Ship"><code>Ship</code> - A ship</a> <a class="up" href="#__Models">Up</a></h3>
  <div class="field-items">
    <div class="param">hue (optional)</div>
    <div class="param-desc"><span class="param-type"><a href="#string">String</a></span> Of the hull </div>
    <div class="param-enum-header">Enum:</div><div class="param-enum">red</div><div class="param-enum">blue</div>
    <div class="param">masts </div>
    <div class="param-desc"><span class="param-type"><a href="#Mast">array[Mast]</a></span>  </div>
    <div class="param">rig (optional)</div>
    <div class="param-desc"><span class="param-type"><a href="#Rig">Rig</a></span>  </div>
  </div>
</div>
<div class="model"><h3><a name="Rig"><code>Rig</code> - </a></h3><div class="field-items"></div></div>
<div class="model">
  <h3><a name="Mast"><code>Mast</code> - </a></h3>
  <div class="field-items">
    <div class="param">height </div>
    <div class="param-desc"><span class="param-type"><a href="#long">Long</a></span> In feet format: int64</div>
  </div>
</div>
<div class="model">
  <h3><a name="Fault"><code>Fault</code> - </a></h3>
  <div class="field-items">
    <div class="param">reason </div><div class="param-desc"><span class="param-type"><a href="#string">String</a></span></div>
  </div>
</div>
"""


def test_pages_with_some_of_the_classes_are_others() -> None:
    assert not reader.recognises(html_document('<div class="method-path">GET /ships</div><div class="param">hue</div>'))


def test_parameters_the_body_and_every_answer_are_read_with_their_models() -> None:
    page = html_document(PAGE)
    assert reader.recognises(page)
    (contract,) = reader.extract(page, None).contracts
    assert contract.operation == Operation("POST", "/fleets/{fleet_id}/ships")
    ship = {
        "hue": {"type": "string", "required": False, "enum": ("red", "blue")},
        "masts": {"type": "array", "required": True},
        "masts[].height": {"type": "integer", "required": True, "format": "int64"},
        "rig": {"required": False},
    }
    assert facts_of(contract) == {
        "path:fleet_id": {"required": True, "format": "uuid"},
        "query:decks": {"required": False, "default": 3},
        **{f"body:{path}": facts for path, facts in ship.items()},
        **{f"201:[].{path}": facts for path, facts in ship.items()},
        "409:reason": {"type": "string", "required": True},
    }
    assert set(contract.responses) == {"201", "409", "default"}


def test_more_classes_than_the_generator_gives_change_nothing() -> None:
    plain, dressed = html_document(PAGE), html_document(PAGE.replace('class="', 'class="dark '))
    assert reader.recognises(dressed)
    (before,), (after,) = (reader.extract(page, None).contracts for page in (plain, dressed))
    assert facts_of(after) == facts_of(before)


def test_the_signs_that_a_name_is_spelt_with_are_those_of_the_sample() -> None:
    """Without a sample only a dot is told from a word: no name of its own has "Period" between small letters."""
    model = """<div class="model"><h3><code>Fault</code></h3><div class="field-items">
    <div class="param">Dollarid </div><div class="param-desc"><span class="param-type">String</span></div>
    <div class="param">Attachment </div><div class="param-desc"><span class="param-type">String</span></div>
    <div class="param">hullPeriodhue </div><div class="param-desc"><span class="param-type">String</span></div>
    <div class="param">isPeriodic (optional)</div><div class="param-desc"><span class="param-type">Boolean</span></div>
    <div class="param">first mate (optional)</div><div class="param-desc"><span class="param-type">String</span></div>
    </div></div>"""
    sample = '<pre class="example"><code>{\n  "$id" : "x"\n}</code></pre>'
    start = PAGE.index('<div class="model">\n  <h3><a name="Fault">')
    (contract,) = reader.extract(html_document(PAGE[:start] + model + sample), None).contracts
    assert {f.path for f in contract.fields.values() if f.place == "409"} == {"$id", "Attachment", "hull.hue", "isPeriodic"}
