"""Swagger UI's rendered pages: parameters in a table, OpenAPI 3.1 schemas as articles, older ones as tables in braces."""

from __future__ import annotations

from documents import facts_of, html_document
from driftgate.contract import Operation
from driftgate.extract.extraction import Extraction, GapKind
from driftgate.extract.platforms import swagger_ui

S = "json-schema-2020-12"


def parameter(name: str, place: str, kind: str, *, required: bool = False, more: str = "") -> str:
    mark = " required" if required else ""
    star = "<span>&nbsp;*</span>" if required else ""
    return (
        f'<tr data-param-name="{name}" data-param-in="{place}"><td class="parameters-col_name">'
        f'<div class="parameter__name{mark}">{name}{star}</div>'
        f'<div class="parameter__type">{kind}</div><div class="parameter__deprecated"></div>'
        f'<div class="parameter__in">({place})</div></td>'
        f'<td class="parameters-col_description">{more}</td></tr>'
    )


def article(title: str, kind: str, *keywords: str, head: str = "") -> str:
    return (
        f'<article class="{S}"><div class="{S}-head"><strong class="{S}__title">{title}</strong>'
        f'<strong class="{S}__attribute {S}__attribute--primary">{kind}</strong>{head}</div>'
        f'<div class="{S}-body">{"".join(keywords)}</div></article>'
    )


def properties(*entries: str) -> str:
    return f'<div class="{S}-keyword {S}-keyword--properties"><ul>{"".join(entries)}</ul></div>'


def entry(inner: str, *, required: bool = False) -> str:
    return f'<li class="{S}-property{f" {S}-property--required" if required else ""}">{inner}</li>'


def keyword(name: str, inner: str) -> str:
    return f'<div class="{S}-keyword {S}-keyword--{name}">{inner}</div>'


def union(name: str, *variants: str) -> str:
    return keyword(name, f"<ul>{''.join(entry(variant) for variant in variants)}</ul>")


def constraint(text: str) -> str:
    return f'<span class="{S}__constraint">{text}</span>'


def viewer(name: str, *values: str) -> str:
    v = f"{S}-json-viewer"
    if len(values) == 1:
        return f'<div class="{v}"><span class="{v}__name">{name}</span><span class="{v}__value">{values[0]}</span></div>'
    items = "".join(
        f'<li><div class="{v}"><span class="{v}__name">#{at}</span><span class="{v}__value">{value}</span></div></li>'
        for at, value in enumerate(values)
    )
    return f'<div class="{v}"><button><span class="{v}__name">{name}</span></button><ul class="{v}__children">{items}</ul></div>'


def request(schema: str) -> str:
    return (
        '<div class="opblock-section opblock-section-request-body">'
        '<h4 class="opblock-title parameter__name required">Request body</h4>'
        '<div class="content-type-wrapper"><select><option>application/json</option></select></div>'
        f'<div class="model-box">{schema}</div></div>'
    )


def response(status: str, inner: str = "") -> str:
    return f'<tr class="response" data-code="{status}"><td class="response-col_status">{status}</td><td>{inner}</td></tr>'


def block(*parts: str, path: str = "/orders/{id}", opened: bool = True) -> str:
    shown = path.replace("/", "<wbr>/\u200b")
    body = f'<div class="no-margin"><div class="opblock-body">{"".join(parts)}</div></div>' if opened else ""
    return (
        '<div class="opblock"><div class="opblock-summary"><span class="opblock-summary-method">PUT</span>'
        f'<span class="opblock-summary-path" data-path="{path}"><a><span>{shown}</span></a></span></div>{body}</div>'
    )


def read(*blocks: str, before: str = "") -> Extraction:
    document = html_document(f'<div class="swagger-ui">{before}{"".join(blocks)}</div>')
    assert swagger_ui.recognises(document)
    return swagger_ui.extract(document, None)


def table(*rows: str) -> str:
    return f"<table><tbody>{''.join(rows)}</tbody></table>"


def test_an_empty_shell_is_not_recognised() -> None:
    assert not swagger_ui.recognises(html_document('<div id="swagger-ui"></div><script src="swagger-ui-bundle.js"></script>'))


def test_parameters_state_place_type_format_and_whether_they_are_required() -> None:
    values = '<div class="parameter__enum"><p><i>Available values</i> : open, shut</p></div>'
    default = '<div class="parameter__default"><p><i>Default value</i> : open</p></div>'
    extraction = read(
        block(
            table(
                parameter("id", "path", 'integer<span class="prop-format">($int64)</span>', required=True),
                parameter("state", "query", "string", more=values + default),
                parameter("file", "formData", "file"),
                parameter("odd", "matrix", "string"),
            )
        )
    )
    (contract,) = extraction.contracts
    assert contract.operation == Operation("PUT", "/orders/{id}")
    assert facts_of(contract) == {
        "path:id": {"type": "integer", "format": "int64", "required": True},
        "query:state": {"type": "string", "required": False, "enum": ("open", "shut"), "default": "open"},
        "body:file": {"type": "string", "format": "binary", "required": False},
    }
    assert [gap.kind for gap in extraction.gaps] == [GapKind.PARAMETER_PLACE]
    assert (extraction.rows_seen, extraction.rows_read) == (4, 3)


def test_required_properties_of_a_new_schema_are_told_by_a_class_alone() -> None:
    schema = article(
        "Order",
        "object",
        properties(
            entry(article("title", "string", head=constraint("[1, 64] characters")), required=True),
            entry(article("share", "number", viewer("Default", "0.5"), head=constraint("[0, 1)"))),
            entry(article("state", "string", viewer("Enum", '"open"', '"shut"'))),
        ),
    )
    (contract,) = read(block(request(schema))).contracts
    assert contract.request.required is True
    assert contract.request.media_types == ("application/json",)
    assert facts_of(contract) == {
        "body:title": {"type": "string", "min_length": 1, "max_length": 64, "required": True},
        "body:share": {"type": "number", "minimum": 0, "exclusive_maximum": 1, "default": 0.5, "required": False},
        "body:state": {"type": "string", "enum": ("open", "shut"), "required": False},
    }


def test_items_of_a_new_schema_are_no_property_named_items() -> None:
    lines = article(
        "lines", "array<object>", keyword("items", article("Items", "object", properties(entry(article("sku", "string")))))
    )
    (contract,) = read(block(request(article("Order", "object", properties(entry(lines)))))).contracts
    assert facts_of(contract) == {
        "body:lines": {"type": "array", "required": False},
        "body:lines[].sku": {"type": "string", "required": False},
    }


def test_one_field_of_several_variants_is_one_row_that_all_agree_on() -> None:
    card = article("#0", "object", properties(entry(article("kind", "string", viewer("Const", '"card"')), required=True)))
    bank = article(
        "#1",
        "object",
        properties(
            entry(article("kind", "string", viewer("Const", '"bank"')), required=True),
            entry(article("iban", "string"), required=True),
        ),
    )
    pay = article("pay", "(object | object)", union("oneOf", card, bank))
    extraction = read(block(request(article("Order", "object", properties(entry(pay))))))
    assert facts_of(extraction.contracts[0]) == {
        "body:pay": {"type": "object", "required": False},
        "body:pay.kind": {"type": "string", "required": True, "conditional": True, "enum": ("card", "bank")},
        "body:pay.iban": {"type": "string", "required": True, "conditional": True},
    }
    assert extraction.gaps == ()


def test_a_union_with_null_alone_makes_nothing_conditional() -> None:
    inner = article("#0", "object", properties(entry(article("a", "string"), required=True)))
    maybe = article("maybe", "(object | null)", union("anyOf", inner, article("#1", "null")))
    (contract,) = read(block(request(article("Order", "object", properties(entry(maybe)))))).contracts
    assert facts_of(contract) == {
        "body:maybe": {"type": "object", "nullable": True, "required": False},
        "body:maybe.a": {"type": "string", "required": True},
    }


def model(*rows: str) -> str:
    return (
        '<span class="model"><span class="brace-open object">{</span><span class="inner-object"><table class="model"><tbody>'
        f'{"".join(rows)}</tbody></table></span><span class="brace-close">}}</span></span>'
    )


def row(name: str, inner: str, *, required: bool = False) -> str:
    star = '<span class="star">*</span>' if required else ""
    return f'<tr class="property-row{" required" if required else ""}"><td>{name}{star}</td><td>{inner}</td></tr>'


def primitive(kind: str, more: str = "") -> str:
    return f'<span class="model"><span class="prop"><span class="prop-type">{kind}</span>{more}</span></span>'


def array(inner: str) -> str:
    return f'<span class="model"><span><button class="model-box-control"></button>[<span>{inner}</span>]</span></span>'


def test_old_schemas_are_tables_in_braces_with_a_star_for_required() -> None:
    limits = '<span class="property primitive"><br>minimum: 1</span><span class="property primitive"><br>nullable: true</span>'
    values = '<span class="prop-enum">Enum:<br><span>[ open, shut ]</span></span>'
    schema = model(
        row("count", primitive("integer", '<span class="prop-format">($int32)</span>' + limits), required=True),
        row("state", primitive("string", values)),
        row("lines", array(model(row("sku", primitive("string"), required=True)))),
        row("tags", array(primitive("string"))),
        f"<tr><td>&lt; * &gt;:</td><td>{primitive('string')}</td></tr>",
    )
    (contract,) = read(block(request(schema))).contracts
    assert facts_of(contract) == {
        "body:count": {"type": "integer", "format": "int32", "minimum": 1, "nullable": True, "required": True},
        "body:state": {"type": "string", "enum": ("open", "shut"), "required": False},
        "body:lines": {"type": "array", "required": False},
        "body:lines[].sku": {"type": "string", "required": True},
        "body:tags": {"type": "array<string>", "required": False},
        "body:*": {"type": "string"},
    }


def test_variants_of_an_old_schema_make_a_union() -> None:
    second = model(row("a", primitive("integer")))
    variants = f"<tr><td>anyOf -&gt;</td><td><div>{primitive('string')}</div><div>{second}</div></td></tr>"
    (contract,) = read(block(request(model(row("mixed", model(variants)))))).contracts
    assert facts_of(contract) == {
        "body:mixed": {"type": "string | object", "required": False},
        "body:mixed.a": {"type": "integer", "required": False, "conditional": True},
    }


def test_responses_have_headers_and_a_body_that_may_be_an_array() -> None:
    headers = (
        '<table class="headers"><tbody><tr class="header-row"><th>Name</th></tr>'
        "<tr><td>X-Left</td><td>rest</td><td>integer</td></tr></tbody></table>"
    )
    items = article(
        "Orders", "array<object>", keyword("items", article("Items", "object", properties(entry(article("id", "string")))))
    )
    (contract,) = read(block(table(response("200", headers + items), response("default"), response("Code")))).contracts
    assert tuple(contract.responses) == ("200", "default")
    assert facts_of(contract) == {
        "200.header:X-Left": {"type": "integer"},
        "200:$": {"type": "array"},
        "200:[].id": {"type": "string", "required": False},
    }


def test_an_operation_that_stands_closed_is_known_and_its_fields_are_a_gap() -> None:
    extraction = read(block(opened=False))
    assert [str(operation) for operation in extraction.operations] == ["PUT /orders/{id}"]
    assert [gap.kind for gap in extraction.gaps] == [GapKind.COLLAPSED]


def test_other_operations_that_stand_closed_are_no_gap_of_the_wanted_one() -> None:
    document = html_document(f'<div class="swagger-ui">{block()}{block(path="/notes/{id}", opened=False)}</div>')
    gaps = {
        path: len(swagger_ui.extract(document, Operation("PUT", path)).gaps) for path in ("/orders/{id}", "/notes/{id}", "/x")
    }
    assert gaps == {"/orders/{id}": 0, "/notes/{id}": 1, "/x": 1}


def test_servers_with_open_variables_are_left_out() -> None:
    servers = (
        '<div class="servers"><select id="servers"><option>https://{region}.api.example</option>'
        "<option>https://api.example/v1 - live</option></select>"
        "<table><tr><td><select><option>eu</option></select></td></tr></table></div>"
    )
    assert read(block(), before=servers).contracts[0].servers == ("https://api.example/v1",)


def test_the_base_url_of_an_old_document_is_its_server() -> None:
    assert read(block(), before='<pre class="base-url">[ Base URL: api.example/v2 ]</pre>').contracts[0].servers == (
        "https://api.example/v2",
    )
