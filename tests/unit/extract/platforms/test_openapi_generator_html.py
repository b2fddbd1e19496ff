"""openapi-generator's html2 pages as a browser has drawn them."""

from __future__ import annotations

from documents import facts_of, html_document
from driftgate.contract import Operation
from driftgate.extract.extraction import Extraction, GapKind
from driftgate.extract.platforms import openapi_generator_html


def view(shape: str, inner: str, closed: bool = False) -> str:
    return f'<div class="json-schema-view{" collapsed" if closed else ""}"><div class="{shape}">{inner}</div></div>'


def primitive(kind: str, form: str = "", more: str = "") -> str:
    printed = f'<span class="format">({form})</span>' if form else ""
    return view("primitive", f'<span class="type">{kind}</span>{printed}{more}')


def shaped(*properties: tuple[str, str], required: str = "", closed: bool = False) -> str:
    line = f'<div class="required">Required: {required}</div>' if required else ""
    rows = "".join(f'<div class="property"><span class="name">{name}:</span>{inner}</div>' for name, inner in properties)
    return view(
        "object", f'<a class="title"><span class="opening brace">{{</span></a><div class="inner">{line}{rows}</div>', closed
    )


def array(items: str) -> str:
    return view("array", f'<a class="title"><span class="opening bracket">[</span></a><div class="inner">{items}</div>')


def parameters(title: str, *rows: tuple[str, str]) -> str:
    lines = "".join(f"<tr><td>{name}</td><td><div>{inner}</div></td></tr>" for name, inner in rows)
    head = "<tr><th>Name</th><th>Description</th></tr>"
    return f'<div class="methodsubtabletitle">{title}</div><table id="methodsubtable">{head}{lines}</table>'


def response(status: str, inner: str = "") -> str:
    return (
        f'<h3 id="examples-Orders-put-title-{status}">Status: {status}</h3>'
        f'<div id="responses-Orders-put-{status}-wrapper"><div id="responses-Orders-put-{status}-schema">'
        f'<div id="responses-Orders-put-schema-{status}">{inner}</div></div></div>'
    )


def read(*parts: str, path: str = "/orders/{id}") -> Extraction:
    signature = f'<pre data-type="put"><code><span>{path}</span></code></pre>'
    document = html_document(
        f'<article id="api-Orders-put-0">{signature}{"".join(parts)}</article><i class="methodsubtable"></i>'
    )
    assert openapi_generator_html.recognises(document)
    return openapi_generator_html.extract(document, None)


def test_stars_mark_required_parameters_and_the_name_of_the_body_is_no_field() -> None:
    extraction = read(
        parameters("Path parameters", ("id*", primitive("Long", "int64"))),
        parameters("Query parameters", ("page", primitive("Integer"))),
        parameters("Body parameters", ("order <span>*</span>", shaped(("title", primitive("string"))))),
        parameters("Form parameters", ("note", primitive("String"))),
    )
    (contract,) = extraction.contracts
    assert contract.operation == Operation("PUT", "/orders/{id}")
    assert contract.request.required is True
    assert facts_of(contract) == {
        "path:id": {"type": "integer", "format": "int64", "required": True},
        "query:page": {"type": "integer", "required": False},
        "body:title": {"type": "string", "required": False},
        "body:note": {"type": "string", "required": False},
    }


def test_a_line_elsewhere_lists_what_is_required() -> None:
    enums = '<div class="inner enums"><b>Enum:</b> <code>open</code>, <code>shut</code></div>'
    lines = array(shaped(("sku", primitive("string")), required="sku"))
    order = shaped(
        ("state", primitive("string", "enum", enums)),
        ("lines", lines),
        ("at", primitive("string", "date-time")),
        required="lines,at",
    )
    (contract,) = read(parameters("Body parameters", ("order", order)), response("204")).contracts
    assert tuple(contract.responses) == ("204",)
    assert facts_of(contract) == {
        "body:state": {"type": "string", "enum": ("open", "shut"), "required": False},
        "body:lines": {"type": "array", "required": True},
        "body:lines[].sku": {"type": "string", "required": True},
        "body:at": {"type": "string", "format": "date-time", "required": True},
    }


def test_a_response_that_is_an_array_is_noted_with_its_fields() -> None:
    (contract,) = read(response("200", array(shaped(("id", primitive("string")))))).contracts
    assert facts_of(contract) == {"200:$": {"type": "array"}, "200:[].id": {"type": "string", "required": False}}


def test_the_name_of_a_model_and_a_part_left_closed_are_gaps() -> None:
    order = shaped(("kind", primitive("OrderKind")), ("more", shaped(closed=True)))
    extraction = read(parameters("Body parameters", ("order", order)))
    assert facts_of(extraction.contracts[0]) == {
        "body:kind": {"required": False},
        "body:more": {"type": "object", "required": False},
    }
    assert sorted(gap.kind for gap in extraction.gaps) == sorted((GapKind.TYPE, GapKind.COLLAPSED))


def test_a_table_whose_title_names_no_place_is_a_gap() -> None:
    extraction = read(parameters("Other things", ("x", primitive("String"))))
    assert [gap.kind for gap in extraction.gaps] == [GapKind.PARAMETER_PLACE]
    assert (extraction.rows_seen, extraction.rows_read) == (1, 0)


def test_an_article_without_a_path_is_no_operation() -> None:
    assert read(path="orders").contracts == ()
    assert not openapi_generator_html.recognises(html_document("<article id='api-x'></article>"))


def test_a_parameter_that_names_a_schema_of_the_scripts_has_its_type_and_values() -> None:
    script = '<script>var defs = {}; defs["Hue"] = {"type": "string", "enum": ["red", "blue"]};</script>'
    (contract,) = read(parameters("Query parameters", ("hue", primitive("Hue"))), script).contracts
    assert facts_of(contract) == {"query:hue": {"type": "string", "required": False, "enum": ("red", "blue")}}


def test_a_broken_script_leaves_the_type_of_its_parameters_untold() -> None:
    script = '<script>var defs = {}; defs["Hue"] = {"type": ;</script>'
    (contract,) = read(parameters("Query parameters", ("hue", primitive("Hue"))), script).contracts
    assert facts_of(contract) == {"query:hue": {"required": False}}
