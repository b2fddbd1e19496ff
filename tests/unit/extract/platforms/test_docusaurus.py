"""Docusaurus' OpenAPI plugin: rows in nested details, tabs for statuses and variants, skeletons instead of fields."""

from __future__ import annotations

import pytest

from documents import facts_of, html_document
from driftgate.contract import Facts, Operation, SecurityScheme
from driftgate.extract.extraction import Extraction, GapKind
from driftgate.extract.platforms import docusaurus

REQUIRED = '<span class="openapi-schema__required">required</span>'
NULLABLE = '<span class="openapi-schema__nullable">nullable</span>'
DEPRECATED = '<span class="openapi-schema__deprecated">deprecated</span>'
ARRAY = "<li><div>Array [</div></li>"


def endpoint(url: str = "https://api.example.test/v1/orders/:id", method: str = "POST") -> str:
    badge, path = f'<span class="badge badge--primary">{method}</span>', f'<h2 class="openapi__method-endpoint-path">{url}</h2>'
    return f'<pre class="openapi__method-endpoint">{badge}{path}</pre>'


def row(name: str, kind: str, *marks: str, below: str = "", inside: str = "") -> str:
    head = (
        f'<span class="openapi-schema__container"><strong class="openapi-schema__property">{name}</strong>'
        f'<span class="openapi-schema__name">{kind}</span>{"".join(marks)}</span>'
    )
    if inside:
        return (
            f'<div class="openapi-schema__list-item"><details><summary>{head}</summary><div>{below}{inside}</div></details></div>'
        )
    return f'<div class="openapi-schema__list-item"><div>{head}{below}</div></div>'


def parameter(name: str, kind: str, *marks: str) -> str:
    return row(name, kind, *marks).replace("__list-item", "__list-item x").replace("openapi-schema__list", "openapi-params__list")


def section(title: str, *rows: str) -> str:
    return f"<details><summary><h3>{title}</h3></summary><ul>{''.join(rows)}</ul></details>"


def union(labels: tuple[str, ...], inside: str) -> str:
    tabs = "".join(f'<li role="tab"><span class="openapi-tabs__schema-label">{label}</span></li>' for label in labels)
    return (
        '<span class="badge badge--info">oneOf</span><div class="openapi-tabs__schema-container">'
        f'<div><ul role="tablist">{tabs}</ul></div><div role="tabpanel">{inside}</div></div>'
    )


def brackets(*rows: str) -> str:
    return f"<ul>{ARRAY}{''.join(rows)}<li><div>]</div></li></ul>"


def responses(**panels: str) -> str:
    tabs = "".join(f'<li role="tab" class="openapi-tabs__response-code-item">{status[1:]}</li>' for status in panels)
    bodies = "".join(f'<div role="tabpanel">{body}</div>' for body in panels.values())
    return f'<div class="openapi-tabs__response-header-section"><ul>{tabs}</ul></div><div class="margin">{bodies}</div>'


def possible(text: str) -> str:
    return f"<p><strong>Possible values:</strong> {text}</p>"


def extract(*parts: str) -> Extraction:
    return docusaurus.extract(html_document(endpoint() + "".join(parts)), None)


def body(*rows: str) -> dict[str, Facts]:
    (found,) = extract(section("Body", *rows)).contracts
    return dict(facts_of(found))


def test_other_pages_of_docusaurus_are_not_recognised() -> None:
    assert not docusaurus.recognises(html_document('<div id="__docusaurus"><pre>POST /v1/orders</pre></div>'))
    assert docusaurus.recognises(html_document(endpoint()))


def test_an_endpoint_without_method_gives_nothing() -> None:
    assert docusaurus.extract(html_document(endpoint(method="EVENT")), None).contracts == ()


def test_host_and_path_are_told_apart() -> None:
    (found,) = extract().contracts
    assert (found.operation, found.servers) == (Operation("POST", "/v1/orders/{id}"), ("https://api.example.test",))


def test_a_listed_base_url_is_the_server() -> None:
    server = '<span class="openapi-explorer__server-url">https://api.example.test/v1</span>'
    (found,) = extract(server).contracts
    assert (found.operation, found.servers) == (Operation("POST", "/orders/{id}"), ("https://api.example.test/v1",))


def test_skeletons_are_gaps_and_no_fields() -> None:
    right = '<div class="openapi-right-panel__container"><div class="openapi-skeleton lg"></div></div>'
    found = extract('<div class="openapi-skeleton sm"></div>', responses(s200='<div class="openapi-skeleton md"></div>'), right)
    assert [(gap.kind, gap.source.quote) for gap in found.gaps] == [(GapKind.SECTION, ""), (GapKind.SECTION, "200")]
    assert (found.contracts[0].fields, list(found.contracts[0].responses)) == ({}, ["200"])


def test_sections_give_fields_their_place() -> None:
    (found,) = extract(
        section("Path Parameters", parameter("id", "string", REQUIRED)),
        section("Query Parameters", parameter("limit", "integer&lt;int32&gt;")),
        section("Header Parameters", parameter("X-Trace", "string", DEPRECATED)),
        f"<details><summary><h3>Body{REQUIRED}</h3></summary>{row('note', 'string', NULLABLE)}</details>",
    ).contracts
    assert facts_of(found) == {
        "path:id": {"type": "string", "required": True},
        "query:limit": {"type": "integer", "format": "int32", "required": False},
        "header:X-Trace": {"type": "string", "required": False, "deprecated": True},
        "body:note": {"type": "string", "required": False, "nullable": True},
    }
    assert found.request.required is True


def test_panels_belong_to_the_statuses_in_their_order() -> None:
    mime = '<ul><li class="openapi-tabs__mime-item">application/json</li></ul>'
    header = f"<details><summary><strong>Response Headers</strong></summary>{row('X-Id', '')}</details>"
    schema = "<details><summary><strong>Schema</strong></summary>"
    (found,) = extract(
        responses(s200=header + mime + schema + row("ok", "boolean") + "</details>", _404=row("error", "string"))
    ).contracts
    assert facts_of(found) == {
        "200.header:X-Id": {"required": False},
        "200:ok": {"type": "boolean", "required": False},
        "404:error": {"type": "string", "required": False},
    }
    assert found.responses["200"].media_types == ("application/json",)


def test_rows_nest_and_a_mark_makes_items() -> None:
    found = body(
        row("messages", "Message[]", inside=ARRAY + row("role", "string", REQUIRED)),
        row("meta", "Meta data", inside=row("id", "integer")),
    )
    assert found == {
        "body:messages": {"type": "array", "required": False},
        "body:messages[].role": {"type": "string", "required": True},
        "body:meta": {"type": "object", "required": False},
        "body:meta.id": {"type": "integer", "required": False},
    }


@pytest.mark.parametrize("title", ["Status", "Text content", "Id", "number of things", "my object"])
def test_a_title_in_the_place_of_a_type_is_no_type(title: str) -> None:
    assert body(row("x", title)) == {"body:x": {"required": False}}


@pytest.mark.parametrize(
    ("kind", "line", "facts"),
    [
        ("string", possible("[<code>a</code>, <code>b</code>]"), {"type": "string", "enum": ("a", "b")}),
        ("Status", possible("[<code>a</code>, <code>b</code>]"), {"type": "string", "enum": ("a", "b")}),
        ("Level", possible("[<code>1</code>, <code>2</code>]"), {"enum": (1, 2)}),
        ("number", possible("<code>&gt;= 0</code> and <code>&lt;= 2</code>"), {"type": "number", "minimum": 0, "maximum": 2}),
        ("string[]", possible("<code>&gt;= 1</code>"), {"type": "array<string>", "min_items": 1}),
        (
            "string",
            possible("<code>&lt;= 9 characters</code>, Value must match regular expression <code>^a$</code>"),
            {"type": "string", "max_length": 9, "pattern": "^a$"},
        ),
        (
            "integer",
            "<div><strong>Default value:</strong> <span><code>20</code></span></div>",
            {"type": "integer", "default": 20},
        ),
        (
            "Choice",
            "<div><strong>Default value:</strong> <span><code>true</code></span></div>",
            {"type": "boolean", "default": True},
        ),
        ("Choice", "<div><strong>Default value:</strong> <span><code>5</code></span></div>", {"default": 5}),
        ("string", "<div><strong>Example:</strong> <span><code>a</code></span></div>", {"type": "string"}),
        ("(integer | null)&lt;u-int32&gt;", "", {"type": "integer", "format": "u-int32", "nullable": True}),
    ],
)
def test_value_lines_state_values_and_limits(kind: str, line: str, facts: Facts) -> None:
    assert body(row("x", kind, below=line)) == {"body:x": {"required": False, **facts}}


def test_labels_of_a_union_name_its_type_where_they_are_types() -> None:
    shown = row("", "string")
    assert body(row("content", "object", inside=union(("string", "object[]", "null"), shown))) == {
        "body:content": {"type": "string | array", "required": False, "nullable": True}
    }
    assert body(row("content", "object", inside=union(("Plain text", "Rich text"), shown))) == {
        "body:content": {"required": False}
    }
    assert body(row("content", "string", inside=union(("Plain text", "null"), shown))) == {
        "body:content": {"type": "string", "required": False, "nullable": True}
    }


def test_fields_of_the_shown_variant_are_conditional_and_the_others_a_gap() -> None:
    found = extract(section("Body", row("tool", "object", inside=union(("Own", "Hosted"), row("name", "string")))))
    assert facts_of(found.contracts[0])["body:tool.name"] == {"type": "string", "required": False, "conditional": True}
    assert [(gap.kind, gap.source.quote) for gap in found.gaps] == [(GapKind.COLLAPSED, "Own | Hosted")]


def test_further_properties_are_a_field_only_where_something_is_said_of_them() -> None:
    found = body(
        row("free", "object", inside=row("property name*", "any")),
        row("labels", "object", inside=row("property name*", "string")),
        row("usage", "object", inside=row("property name*", "Usage", inside=row("tokens", "integer"))),
    )
    assert list(found) == ["body:free", "body:labels", "body:labels.*", "body:usage", "body:usage.*", "body:usage.*.tokens"]


@pytest.mark.parametrize(
    ("lines", "scheme"),
    [
        (("type: http", "scheme: bearer"), SecurityScheme(scheme="bearer", place="header", name="Authorization")),
        (("name: X-Key", "type: apiKey", "in: query"), SecurityScheme(scheme="apiKey", place="query", name="X-Key")),
        (("type: oauth2", "scopes: write,read"), SecurityScheme(scheme="oauth2", scopes=("read", "write"))),
    ],
)
def test_security_details(lines: tuple[str, ...], scheme: SecurityScheme) -> None:
    told = "".join("<span><strong>{}:</strong> {}</span>".format(*line.split(": ")) for line in lines)
    (found,) = extract(
        f'<details class="openapi-security__details"><summary>Authorization</summary><pre>{told}</pre></details>'
    ).contracts
    assert found.security == ((scheme,),)


def test_rows_outside_every_section_are_missed_not_guessed() -> None:
    found = extract(row("stray", "string"))
    assert (found.contracts[0].fields, found.rows_seen, found.rows_read) == ({}, 1, 0)


def test_brackets_around_the_fields_of_a_body_are_arrays_and_so_are_those_within_others() -> None:
    inside = brackets(brackets(row("x", "integer")))
    found = extract(responses(s200=brackets(row("id", "string"), row("grid", "object[]", inside=inside))))
    assert facts_of(found.contracts[0]) == {
        "200:[].id": {"type": "string", "required": False},
        "200:[].grid": {"type": "array<array>", "required": False},
        "200:[].grid[][].x": {"type": "integer", "required": False},
    }


def test_a_body_that_is_no_object_is_no_field() -> None:
    found = extract(responses(s200=row("string", "string"), s409=row("string", "string") + row("code", "integer")))
    assert list(found.contracts[0].fields) == ["409:string", "409:code"]
