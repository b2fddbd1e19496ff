"""vitepress-openapi: cards for parameters, collapsible rows for schemas, variants shown side by side."""

from __future__ import annotations

import pytest

from documents import facts_of, html_document
from driftgate.contract import Contract, Facts, Operation, SecurityScheme
from driftgate.extract.extraction import Extraction, GapKind
from driftgate.extract.platforms import vitepress

ENDPOINT = (
    '<div><button class="copy OAPathEndpoint__copy"></button><div class="badge">POST</div>'
    '<div><span><span class="select-all">/orders/<wbr>{id}</span></span></div></div>'
)


def line(label: str, *values: str) -> str:
    codes = "".join(f"<code>{value}</code>" for value in values)
    return f'<div class="flex"><span class="text-xs text-muted-foreground">{label}</span>{codes}</div>'


def row(name: str, kind: str, *, required: bool = False, below: str = "", state: str = "open") -> str:
    label = f'<span class="font-bold">{name}</span>' if name else ""
    return (
        f'<div><div data-state="{state}"><button data-state="{state}">'
        '<div class="flex flex-col"><div class="flex flex-wrap text-sm">'
        f'{label}<div class="flex text-muted-foreground"><span>{kind}</span></div>'
        f'<span class="text-red-800 text-xs">{"Required" if required else ""}</span></div></div></button>{below}</div></div>'
    )


def rows(*inside: str) -> str:
    return f'<div class="overflow-hidden"><div class="space-y-2">{"".join(inside)}</div></div>'


def variants(*inside: str) -> str:
    return f'<div><div class="rounded-full">One of</div><div class="space-y-2">{"".join(inside)}</div></div>'


def body(*inside: str, kind: str = "object") -> str:
    schema = f'<div role="tabpanel" id="tabs-1-content-schema">{row("", kind, below=rows(*inside))}</div>'
    return f'<h2 id="request-body">Request Body</h2><div content-type="application/json">{schema}</div>'


def card(name: str, *lines: str, required: bool = False) -> str:
    mark = '<span class="text-sm text-destructive">*</span>' if required else ""
    head = f'<div><span class="text-sm font-bold">{name}</span>{mark}</div>'
    return f'<div class="p-3 bg-muted">{head}<div>{"".join(lines)}</div></div>'


def told(label: str, value: str) -> str:
    shown = value if value.startswith("<") else f'<span class="text-muted-foreground">{value}</span>'
    return f'<div class="flex text-sm"><span class="font-bold">{label}</span><div><div>{shown}</div></div></div>'


def extract(*parts: str) -> Extraction:
    return vitepress.extract(html_document(f'<div class="OAPath">{ENDPOINT}{"".join(parts)}</div>'), None)


def contract(*parts: str) -> Contract:
    (found,) = extract(*parts).contracts
    return found


def test_other_pages_of_vitepress_are_not_recognised() -> None:
    assert not vitepress.recognises(html_document('<div class="VPDoc"><h1>Orders</h1></div>'))
    assert vitepress.recognises(html_document('<div class="OAPath"></div>'))


def test_an_operation_without_endpoint_line_gives_nothing() -> None:
    assert vitepress.extract(html_document('<div class="OAPath"><h2 id="request-body">Body</h2></div>'), None).contracts == ()


def test_method_and_path() -> None:
    assert contract().operation == Operation("POST", "/orders/{id}")


def test_cards_are_parameters_of_the_place_their_heading_names() -> None:
    found = contract(
        '<h2 id="parameters">Parameters</h2><h3>Path Parameters</h3>',
        card("id", told("Type", "string"), required=True),
        "<h3>Query Parameters</h3>",
        card("limit", told("Type", "integer"), told("Default", "<code>20</code>"), told("Maximum", "<code>100</code>")),
    )
    assert facts_of(found) == {
        "path:id": {"type": "string", "required": True},
        "query:limit": {"type": "integer", "required": False, "default": 20, "maximum": 100},
    }


def test_a_card_below_an_unknown_heading_is_missed_not_guessed() -> None:
    found = extract('<h2 id="parameters">Parameters</h2><h3>Matrix Parameters</h3>', card("id", told("Type", "string")))
    assert (found.contracts[0].fields, [gap.kind for gap in found.gaps]) == ({}, [GapKind.PARAMETER_PLACE])


def test_security_cards_and_their_alternatives() -> None:
    found = contract(
        '<h2 id="authorizations">Authorizations</h2>',
        card("keyAuth", told("Type", "API Key (header: X-Key)")),
        '<span class="text-sm font-bold">or</span>',
        card("bearerAuth", told("Type", "HTTP (bearer)")),
    )
    assert found.security == (
        (SecurityScheme(scheme="apiKey", place="header", name="X-Key"),),
        (SecurityScheme(scheme="bearer", place="header", name="Authorization"),),
    )


def test_schema_rows_nest_below_the_nameless_body() -> None:
    found = contract(body(row("messages", "object[]", required=True, below=rows(row("role", "string"))), row("model", "string")))
    assert facts_of(found) == {
        "body:messages": {"type": "array", "required": True},
        "body:messages[].role": {"type": "string", "required": False},
        "body:model": {"type": "string", "required": False},
    }
    assert found.request.media_types == ("application/json",)


def test_a_body_that_is_an_array_is_a_field_itself() -> None:
    assert facts_of(contract(body(row("id", "string"), kind="object[]"))) == {
        "body:$": {"type": "array"},
        "body:[].id": {"type": "string", "required": False},
    }


def test_the_title_of_a_response_is_no_field() -> None:
    panel = f'<div role="tabpanel" id="tabs-2-content-201">{row("Order made", "object", below=rows(row("id", "string")))}</div>'
    assert facts_of(contract('<h2 id="responses">Responses</h2>', panel)) == {"201:id": {"type": "string", "required": False}}


def test_hidden_responses_and_closed_rows_are_gaps() -> None:
    panels = '<div role="tabpanel" id="tabs-2-content-404" hidden></div>'
    found = extract(body(row("meta", "object", state="closed")), '<h2 id="responses">Responses</h2>', panels)
    assert [(gap.kind, gap.source.quote) for gap in found.gaps] == [
        (GapKind.COLLAPSED, "meta object"),
        (GapKind.COLLAPSED, "404"),
    ]
    assert list(found.contracts[0].responses) == ["404"]


@pytest.mark.parametrize(
    ("kind", "lines", "facts"),
    [
        ("string", line("Valid values", '"a"', '"b"'), {"type": "string", "enum": ("a", "b")}),
        ("string", line("Format", '"uuid"') + line("Pattern", '"^a$"'), {"type": "string", "format": "uuid", "pattern": "^a$"}),
        ("number", line("Minimum", "0") + line("Maximum", "1.5"), {"type": "number", "minimum": 0, "maximum": 1.5}),
        ("boolean", line("Default", "true"), {"type": "boolean", "default": True}),
        ("string | null", line("Max Length", "64"), {"type": "string", "nullable": True, "max_length": 64}),
        ("string", line("Mood", "good") + line("Maximum", "many"), {"type": "string"}),
    ],
)
def test_lines_state_values_and_limits(kind: str, lines: str, facts: Facts) -> None:
    assert facts_of(contract(body(row("x", kind, below=lines)))) == {"body:x": {"required": False, **facts}}


def test_items_state_values_of_their_array() -> None:
    found = contract(body(row("modes", "string[]", below=rows(row("[item]", "string", below=line("Valid values", '"a"'))))))
    assert facts_of(found) == {
        "body:modes": {"type": "array<string>", "required": False},
        "body:modes[]": {"type": "string", "enum": ("a",)},
    }


def test_variants_are_merged_below_the_field_around_them() -> None:
    text = row("Text", "object", below=rows(row("type", "string", below=line("Valid values", '"text"')), row("text", "string")))
    image = row("Image", "object", below=rows(row("type", "string", below=line("Valid values", '"image"'))))
    found = contract(body(row("part", "object", below=variants(text, image))))
    assert facts_of(found) == {
        "body:part": {"type": "object", "required": False},
        "body:part.type": {"type": "string", "required": False, "enum": ("text", "image")},
        "body:part.text": {"type": "string", "required": False, "conditional": True},
    }


def test_a_union_of_which_only_the_null_is_printed_has_the_types_of_its_variants() -> None:
    found = contract(body(row("part", "null", below=variants(row("", "string"), row("", "integer"))), row("none", "null")))
    assert facts_of(found) == {
        "body:part": {"type": "integer | string", "required": False, "nullable": True},
        "body:none": {"type": "null", "required": False},
    }


def test_a_badge_deprecates_the_field_it_stands_at() -> None:
    found = contract(body(row("old", "string", below='<div class="rounded-full">Deprecated</div>')))
    assert facts_of(found) == {"body:old": {"type": "string", "required": False, "deprecated": True}}
