"""Sphinx pages of httpdomain, old (tables) and new (definition lists), written by hand or made from OpenAPI."""

from __future__ import annotations

import pytest

from documents import facts_of, html_document
from driftgate.contract import Certainty, Operation, SecurityScheme
from driftgate.extract.extraction import Extraction, GapKind
from driftgate.extract.platforms import sphinx_http


def item(name: str, kind: str = "", text: str = "") -> str:
    typed = f" (<em>{kind}</em>)" if kind else ""
    return f"<li><p><strong>{name}</strong>{typed}{f' – {text}' if text else ''}</p></li>"


def listed(label: str, *items: str) -> str:
    rows = f'<ul class="simple">{"".join(items)}</ul>'
    return f'<dt class="field-odd">{label}<span class="colon">:</span></dt><dd class="field-odd">{rows}</dd>'


def entry(signature: str, *lists: str, method: str = "post", more: str = "") -> str:
    names = "".join(
        f'<span class="sig-name descname"><span class="pre">{part}</span></span> ' for part in signature.split(" ", 1)
    )
    return (
        f'<dl class="http {method}"><dt class="sig sig-object http" id="{method}--v1-orders">{names}'
        f'<a class="headerlink" href="#x">¶</a></dt>'
        f'<dd><p>Places an order.</p>{more}<dl class="field-list simple">{"".join(lists)}</dl></dd></dl>'
    )


def read(*entries: str) -> Extraction:
    document = html_document("".join(entries))
    assert sphinx_http.recognises(document)
    return sphinx_http.extract(document, None)


def test_python_objects_are_left_alone() -> None:
    python = (
        '<dl class="py method"><dt class="sig" id="get--thing"><span class="descname">get</span>(/x)</dt>'
        '<dd><dl class="field-list">' + listed("Parameters", item("self", "object"))
    )
    assert read(python + "</dl></dd></dl>").contracts == ()


def test_a_page_without_http_objects_is_not_recognised() -> None:
    assert not sphinx_http.recognises(html_document('<dl class="py"><dt id="a.get" class="descname">get</dt></dl>'))


def test_rows_are_placed_by_the_label_of_their_list() -> None:
    extraction = read(
        entry(
            "POST /v1/orders/(int: order_id)",
            listed("Parameters", item("order_id", "integer")),
            listed("Query Parameters", item("dry", "boolean, required")),
            listed(
                "Request Headers",
                item("X-Trace", "string"),
                item("Accept", "", "JSON"),
                item("Authorization", "", "Bearer token"),
            ),
            listed(
                "Request JSON Object",
                item("lines[]", "object"),
                item("lines[].sku", "string:uuid, required"),
                item("state", "string:enum"),
            ),
            listed("Response JSON Object", item("id", "integer:int64"), item("note", "['string', 'null']:date")),
            listed("Response Headers", item("X-Left", "integer")),
            listed("Status Codes", "<li><p><a>201 Created</a> – made</p></li>", "<li><p>4XX – bad</p></li>"),
        )
    )
    (contract,) = extraction.contracts
    assert contract.operation == Operation("POST", "/v1/orders/{order_id}")
    assert contract.security == ((SecurityScheme(scheme="bearer", place="header", name="Authorization"),),)
    assert tuple(contract.responses) == ("201", "4XX")
    assert facts_of(contract) == {
        "path:order_id": {"type": "integer", "required": True},
        "query:dry": {"type": "boolean", "required": True},
        "header:X-Trace": {"type": "string", "required": False},
        "body:lines": {"type": "array"},
        "body:lines[].sku": {"type": "string", "format": "uuid", "required": True},
        "body:state": {"type": "string", "required": False},
        "201:id": {"type": "integer", "format": "int64", "required": False},
        "201:note": {"type": "string", "format": "date", "nullable": True, "required": False},
        "201.header:X-Left": {"type": "integer", "required": False},
    }


def test_without_the_mark_anywhere_nothing_is_said_of_what_is_required() -> None:
    (contract,) = read(
        entry("POST /v1/orders", listed("Form Parameters", item("a", "string"), item("b", "int", "required, how many")))
    ).contracts
    assert facts_of(contract) == {"body:a": {"type": "string"}, "body:b": {"type": "integer", "required": True}}
    mined = contract.fields["body:b"].fact_sources["required"]
    assert (mined.certainty, mined.quote) == (Certainty.MINED, "required")


def test_arrays_of_objects_are_below_the_body_itself() -> None:
    (contract,) = read(
        entry("GET /v1/orders", listed("Response JSON Array of Objects", item("id", "string")), method="get")
    ).contracts
    assert facts_of(contract) == {"200:[].id": {"type": "string"}}


def test_defaults_and_possible_values_stand_in_brackets_in_the_text() -> None:
    text = "optional, the size (default: <code>XS</code>, possible values: <code>XS</code>, <code>S</code>)"
    (contract,) = read(entry("POST /v1/orders", listed("JSON Parameters", item("size", "string", text)))).contracts
    assert facts_of(contract) == {"body:size": {"type": "string", "required": False, "default": "XS", "enum": ("XS", "S")}}


def test_a_path_variable_listed_among_query_parameters_is_one_of_the_path() -> None:
    (contract,) = read(
        entry("GET /v1/orders/(id)", listed("Query Parameters", item("id", "string"), item("page", "int")), method="get")
    ).contracts
    assert facts_of(contract) == {"path:id": {"type": "string", "required": True}, "query:page": {"type": "integer"}}


def test_old_pages_hold_the_rows_in_tables_and_the_path_in_pieces() -> None:
    old = (
        '<dl class="patch"><dt id="patch--v1-orders-(id)-"><tt class="descname">PATCH </tt>'
        '<tt class="descname">/v1/orders/</tt><big>(</big>'
        '<em>id</em><big>)</big><tt class="descname">/</tt></dt><dd><table class="docutils field-list"><tbody>'
        '<tr class="field"><th class="field-name" colspan="2">Json Parameters:</th></tr>'
        '<tr class="field"><td>&nbsp;</td><td class="field-body"><ul>'
        "<li><strong>note</strong> (<em>array(string)</em>) – optional, notes</li></ul></td></tr>"
        '<tr class="field"><th class="field-name">Status Codes:</th><td class="field-body">'
        "<ul><li><strong>202</strong> – taken</li></ul></td></tr>"
        "</tbody></table></dd></dl>"
    )
    (contract,) = read(old).contracts
    assert contract.operation == Operation("PATCH", "/v1/orders/{id}")
    assert tuple(contract.responses) == ("202",)
    assert facts_of(contract) == {"body:note": {"type": "array<string>", "required": False}}


def test_a_row_without_a_name_and_a_type_without_meaning_are_gaps() -> None:
    extraction = read(
        entry("POST /v1/orders", listed("Form Parameters", "<li>see above</li>", item("a", "frobnicator of the 3rd")))
    )
    assert [gap.kind for gap in extraction.gaps] == [GapKind.ROW, GapKind.TYPE]
    assert (extraction.rows_seen, extraction.rows_read) == (2, 1)


def test_a_deprecated_operation_is_told_by_its_admonition() -> None:
    extraction = read(entry("POST /v1/orders", more='<div class="deprecated"><p>Deprecated since 2.0</p></div>'))
    assert extraction.contracts[0].facts == {"deprecated": True}


@pytest.mark.parametrize("signature", ["POST orders", "FETCH /v1/orders", "POST"])
def test_a_signature_that_is_none_gives_no_operation(signature: str) -> None:
    assert read(entry(signature)).contracts == ()
