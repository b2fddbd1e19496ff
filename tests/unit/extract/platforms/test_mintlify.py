"""Mintlify's field markup: pills, sections, expandables, and what only a click would show."""

from __future__ import annotations

import pytest

from documents import facts_of, html_document
from driftgate.contract import Certainty, Contract, Facts, Operation, SecurityScheme
from driftgate.extract.extraction import Extraction, GapKind
from driftgate.extract.platforms import mintlify

SEGMENTS = "".join(f"<div>/</div><div>{segment}</div>" for segment in ("v1", "orders", "{id}"))
PILL = f'<div class="method-pill">POST</div><div class="flex">{SEGMENTS}</div>'
REQUIRED = '<div data-component-part="field-required-pill">required</div>'
DEPRECATED = '<div data-component-part="field-deprecated-pill">deprecated</div>'


def info(text: str) -> str:
    return f'<div data-component-part="field-info-pill"><span>{text}</span></div>'


def default(text: str) -> str:
    return f'<div data-component-part="field-info-pill"><span class="prefix">default:</span><span>{text}</span></div>'


def field(name: str, *pills: str, identity: str = "", below: str = "") -> str:
    return (
        f'<div class="primitive-param-field"><div class="py-6"><div class="param-head flex" id="{identity}"><div><div>'
        f'<a aria-label="Navigate to header" href="#x">\u200b<i>#</i></a><div data-component-part="field-name">{name}</div>'
        f'<div data-component-part="field-meta">{"".join(pills)}</div></div></div></div>'
        f'<div data-component-part="field-content">{below}</div></div></div>'
    )


def expandable(inside: str) -> str:
    return (
        '<details data-component-part="expandable"><summary>Show child attributes</summary>'
        f'<div data-component-part="expandable-content">{inside}</div></details>'
    )


def values(label: str, *codes: str) -> str:
    return f"<div><span>{label}:</span> " + ", ".join(f"<code>{code}</code>" for code in codes) + "</div>"


def section(title: str, *inside: str, told: str = "") -> str:
    subtitle = f'<div class="api-section-heading-subtitle">{told}</div>' if told else ""
    heading = f'<div class="flex"><h4 class="api-section-heading-title">{title}</h4>{subtitle}</div>'
    return f'<div class="api-section">{heading}{"".join(inside)}</div>'


def extract(*parts: str) -> Extraction:
    return mintlify.extract(html_document(PILL + "".join(parts)), None)


def contract(*parts: str) -> Contract:
    (found,) = extract(*parts).contracts
    return found


def test_a_page_without_a_method_gives_no_contract_but_a_gap() -> None:
    found = mintlify.extract(html_document(section("Body", field("model", info("string")))), None)
    assert (found.contracts, [gap.kind for gap in found.gaps]) == ((), [GapKind.SECTION])


def test_other_pages_are_not_recognised() -> None:
    assert not mintlify.recognises(html_document("<h1>POST /v1/orders</h1><table></table>"))
    assert mintlify.recognises(html_document(field("model", info("string"))))


def test_method_and_path_are_put_together_from_their_segments() -> None:
    assert contract().operation == Operation("POST", "/v1/orders/{id}")


def test_a_server_before_the_path_is_a_server() -> None:
    page = '<div><div class="method-pill">DEL</div><button>Try it</button><div>https://api.example.test</div></div>'
    found = mintlify.extract(html_document(page.replace(".test</div>", ".test<b>/</b><b>orders</b></div>")), None)
    assert (found.contracts[0].operation, found.contracts[0].servers) == (
        Operation("DELETE", "/orders"),
        ("https://api.example.test",),
    )


def test_each_section_gives_its_fields_their_place() -> None:
    found = contract(
        section("Authorizations", field("X-Key", info("string"), info("header"), REQUIRED, identity="authorization-x-key")),
        section("Headers", field("X-Trace", info("string"), info("header"))),
        section("Path Parameters", field("id", info("string"), info("path"), REQUIRED)),
        section("Query Parameters", field("limit", info("integer"), info("query"), default("20"))),
        section("Body", field("note", info("string"), DEPRECATED), told="application/json"),
        section("Response", field("ok", info("boolean"), REQUIRED), told="201 - application/json"),
    )
    assert facts_of(found) == {
        "header:X-Trace": {"type": "string", "required": False},
        "path:id": {"type": "string", "required": True},
        "query:limit": {"type": "integer", "required": False, "default": 20},
        "body:note": {"type": "string", "required": False, "deprecated": True},
        "201:ok": {"type": "boolean", "required": True},
    }
    assert found.security == ((SecurityScheme(scheme="apiKey", place="header", name="X-Key"),),)
    assert (found.request.media_types, found.responses["201"].media_types) == (("application/json",), ("application/json",))


@pytest.mark.parametrize(("words", "scheme"), [("Bearer token of the form", "bearer"), ("Basic password", "basic"), ("", "http")])
def test_the_words_of_an_authorization_tell_its_scheme(words: str, scheme: str) -> None:
    found = contract(section("Authorizations", field("Authorization", info("string"), info("header"), below=f"<p>{words}</p>")))
    assert found.security == ((SecurityScheme(scheme=scheme, place="header", name="Authorization"),),)


def test_ids_name_the_place_where_a_heading_is_in_another_language() -> None:
    found = contract(section("请求体", field("model", info("string"), identity="body-model")))
    assert facts_of(found) == {"body:model": {"type": "string", "required": False}}


def test_expandables_nest_and_arrays_have_items() -> None:
    inner = expandable(
        field("role", info("string"), REQUIRED) + field("meta", info("object"), below=expandable(field("id", info("string"))))
    )
    found = contract(section("Body", field("messages", info("object[]"), REQUIRED, below=inner), field("model", info("string"))))
    assert list(found.fields) == [
        "body:messages",
        "body:messages[].role",
        "body:messages[].meta",
        "body:messages[].meta.id",
        "body:model",
    ]


def test_an_empty_expandable_is_a_collapsed_gap() -> None:
    found = extract(section("Body", field("messages", info("object[]"), below=expandable(""))))
    assert [(gap.kind, gap.source.quote) for gap in found.gaps] == [(GapKind.COLLAPSED, "Show child attributes")]


@pytest.mark.parametrize(
    ("kind", "line", "facts"),
    [
        ("enum&lt;string&gt;", values("Available options", "low", "high"), {"type": "string", "enum": ("low", "high")}),
        ("number", values("Required range", "0 &lt;= x &lt;= 2"), {"type": "number", "minimum": 0, "maximum": 2}),
        ("string", values("Required string length", "1 - 64"), {"type": "string", "min_length": 1, "max_length": 64}),
        ("string[]", values("Maximum array length", "4"), {"type": "array<string>", "max_items": 4}),
        ("string", values("Pattern", "^a+$"), {"type": "string", "pattern": "^a+$"}),
        ("string", values("Example", "abc"), {"type": "string"}),
        ("string", '<div class="prose"><p>Available options: <code>a</code></p></div>', {"type": "string"}),
    ],
)
def test_value_lines_state_values_and_limits_and_prose_does_not(kind: str, line: str, facts: Facts) -> None:
    found = contract(section("Body", field("x", info(kind), below=line)))
    assert facts_of(found) == {"body:x": {"required": False, **facts}}


def test_value_lines_belong_to_the_field_they_stand_below() -> None:
    inner = expandable(field("unit", info("enum&lt;string&gt;"), below=values("Available options", "g", "kg")))
    found = contract(section("Body", field("weight", info("object"), below=inner)))
    assert facts_of(found) == {
        "body:weight": {"type": "object", "required": False},
        "body:weight.unit": {"type": "string", "enum": ("g", "kg"), "required": False},
    }


def test_tabs_over_fields_make_them_conditional_and_a_gap() -> None:
    tabs = '<div role="tablist"><button role="tab">Option 1</button><button role="tab">Option 2</button></div>'
    found = extract(section("Body", field("item", info("object"), below=tabs + expandable(field("id", info("string"))))))
    assert facts_of(found.contracts[0])["body:item.id"] == {"type": "string", "required": False, "conditional": True}
    assert [(gap.kind, gap.source.quote) for gap in found.gaps] == [(GapKind.COLLAPSED, "Option 1 | Option 2")]


def test_tabs_of_code_samples_are_no_gap() -> None:
    assert extract('<div role="tablist"><button role="tab">cURL</button><button role="tab">Go</button></div>').gaps == ()


def test_statuses_behind_buttons_exist_without_fields() -> None:
    buttons = "<div><button>200</button><button>404</button></div>"
    found = extract(section("Response", buttons, field("id", info("string")), told="200"))
    assert list(found.contracts[0].responses) == ["200", "404"]
    assert [(gap.kind, gap.source.quote) for gap in found.gaps] == [(GapKind.COLLAPSED, "404")]


def test_hand_written_fields_take_their_place_from_their_pill_or_heading() -> None:
    found = extract(
        "<h2>Parameters</h2>",
        field("city", info("string"), info("query"), REQUIRED),
        "<h2>Response</h2>",
        field("temperature", info("number")),
        "<h2>See also</h2>",
        field("stray", info("string")),
    )
    assert facts_of(found.contracts[0]) == {
        "query:city": {"type": "string", "required": True},
        "200:temperature": {"type": "number", "required": False},
    }
    assert (found.rows_seen, found.rows_read, [gap.kind for gap in found.gaps]) == (3, 2, [GapKind.PARAMETER_PLACE])


def test_a_field_without_pills_has_no_type() -> None:
    assert facts_of(contract(section("Body", field("x")))) == {"body:x": {"required": False}}


def test_every_field_says_where_it_stands() -> None:
    (found,) = contract(section("Body", field("model", info("string"), REQUIRED, identity="body-model"))).fields.values()
    assert found.source is not None
    assert (found.source.reader, found.source.element, found.source.quote, found.source.certainty) == (
        "mintlify",
        "#body-model",
        "model string required",
        Certainty.READ,
    )
