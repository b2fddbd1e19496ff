"""neoteroi's pages: parameters in one table, schemas as JSON beside the body, named schemas as tables."""

from __future__ import annotations

import json

from documents import facts_of, html_document, markdown_document
from driftgate.contract import Certainty, Operation
from driftgate.extract.extraction import Extraction, GapKind
from driftgate.extract.platforms import neoteroi


def tabs(**blocks: str) -> str:
    labels = "".join(f"<label>{label.replace('_', ' ')}</label>" for label in blocks)
    shown = "".join(f'<div class="tabbed-block">{block}</div>' for block in blocks.values())
    return f'<div class="tabbed-set"><div class="tabbed-labels">{labels}</div><div class="tabbed-content">{shown}</div></div>'


def schema(data: object, media_type: str = "application/json") -> str:
    text = data if isinstance(data, str) else json.dumps(data)
    code = f"<details class='hint'><summary>Schema of the body</summary><pre><code>{text}</code></pre></details>"
    return tabs(**{media_type: f"<pre><code>{{}}</code></pre>{code}"})


def table(*rows: tuple[str, ...], head: tuple[str, ...] = ("Name", "Type", "Description")) -> str:
    header = "".join(f"<th>{cell}</th>" for cell in head)
    lines = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table><thead><tr>{header}</tr></thead><tbody>{lines}</tbody></table>"


PARAMETERS = ("Parameter", "In", "Type", "Default", "Nullable", "Description")
SCHEMES = '<h2 id="security-schemes">Security schemes</h2>' + table(
    ("key", "apiKey", "", ""), head=("Name", "Type", "Scheme", "Description")
)


def read(operation: str, after: str = "") -> Extraction:
    body = (
        '<h2 id="servers">Servers</h2>'
        + table(("live", "https://api.example/v1"), head=("Description", "URL"))
        + '<h2 id="orders">Orders</h2><h3 id="put-order"><span class="http-put">PUT</span> /orders/{id}</h3>'
        + f"{operation}<hr>{after}"
    )
    document = html_document(body + ('<p class="responses-title"></p>' if "responses-title" not in body else ""))
    assert neoteroi.recognises(document)
    return neoteroi.extract(document, None)


def test_parameters_do_not_say_what_is_required_and_security_schemes_among_them_are_no_fields() -> None:
    rows = (
        ("key", "header", "string", "N/A", "No", ""),
        ("id", "path", "integer", "", "No", ""),
        ("size", "query", "string", "XS", "No", ""),
    )
    extraction = read("<p>Input parameters</p>" + table(*rows, head=PARAMETERS), SCHEMES)
    (contract,) = extraction.contracts
    assert (contract.operation, contract.servers) == (Operation("PUT", "/orders/{id}"), ("https://api.example/v1",))
    assert facts_of(contract) == {
        "path:id": {"type": "integer", "required": True},
        "query:size": {"type": "string", "default": "XS"},
    }
    assert not extraction.machine_readable


def test_the_body_is_read_from_its_schema_and_the_tables_it_refers_to() -> None:
    data = {
        "type": "object",
        "required": ["title"],
        "properties": {"title": {"type": "string"}, "lines": {"type": "array", "items": {"$ref": "#/components/schemas/Line"}}},
    }
    link = '<a href="#tag">Tag</a>'
    schemas = (
        '<h2 id="schemas">Schemas</h2><h3 id="line">Line</h3>'
        + table(
            ("<code>sku</code>", "string(uuid)", ""),
            ("<code>tags</code>", f"Array&lt;{link}&gt;", ""),
            ("<code>at</code>", "integer | null", ""),
        )
        + '<h3 id="tag">Tag</h3><p><span>Type: </span><span>string</span></p>'
    )
    (contract,) = read(f'<p class="request-body-title">Request body</p>{schema(data)}', schemas).contracts
    assert contract.request.media_types == ("application/json",)
    assert contract.request.required is None
    assert facts_of(contract) == {
        "body:title": {"type": "string", "required": True},
        "body:lines": {"type": "array", "required": False},
        "body:lines[].sku": {"type": "string", "format": "uuid"},
        "body:lines[].tags": {"type": "array<string>"},
        "body:lines[].at": {"type": "integer", "nullable": True},
    }
    source = contract.fields["body:lines[].sku"].source
    assert source is not None
    assert (source.reader, source.certainty, source.quote) == ("neoteroi", Certainty.READ, "sku string(uuid)")


def test_responses_stand_in_tabs_and_may_be_shared_by_link() -> None:
    shared = '<h2 id="common-responses">Common responses</h2><h3 id="gone">Gone</h3>' + schema(
        {"type": "object", "properties": {"why": {"type": "string"}}}
    )
    blocks = tabs(
        **{
            "200 OK": schema({"type": "object", "properties": {"id": {"type": "string"}}}),
            "410 Gone": '<p><a href="#gone">Gone</a></p>',
        },
        Other_responses="",
    )
    (contract,) = read(f'<p class="responses-title">Responses</p>{blocks}', shared).contracts
    assert tuple(contract.responses) == ("200", "410", "default")
    assert facts_of(contract) == {
        "200:id": {"type": "string", "required": False},
        "410:why": {"type": "string", "required": False},
    }


def test_a_link_means_what_it_says_where_two_headings_have_one_name() -> None:
    """A theme numbers the second of two equal ids, the links do not follow."""
    schemas = '<h2 id="schemas">Schemas</h2><h3 id="gone">gone</h3>' + table(("why", "string", ""))
    shared = '<h2 id="common-responses">Common responses</h2><h3 id="gone_1">gone</h3>' + schema(
        {"type": "object", "properties": {"lost": {"$ref": "#/components/schemas/gone"}}}
    )
    blocks = tabs(**{"410 Gone": '<p><a href="#gone">gone</a></p>'})
    (contract,) = read(f'<p class="responses-title">Responses</p>{blocks}', schemas + shared).contracts
    assert facts_of(contract) == {
        "410:lost": {"type": "object", "required": False},
        "410:lost.why": {"type": "string"},
    }


def test_a_named_schema_that_a_body_prints_whole_says_what_its_table_leaves_out() -> None:
    line = {
        "type": "object",
        "required": ["sku"],
        "properties": {"sku": {"type": "string"}, "of": {"oneOf": [{"type": "integer"}]}},
    }
    listed = {"type": "object", "properties": {"lines": {"type": "array", "items": {"$ref": "#/components/schemas/Line"}}}}
    schemas = '<h2 id="schemas">Schemas</h2><h3 id="line">Line</h3>' + table(("sku", "string", ""), ("of", "", ""))
    blocks = tabs(**{"200 OK": schema(line), "201 Created": schema(listed)})
    (contract,) = read(f'<p class="responses-title">Responses</p>{blocks}', schemas).contracts
    assert {key: value for key, value in facts_of(contract).items() if key.startswith("201")} == {
        "201:lines": {"type": "array", "required": False},
        "201:lines[].sku": {"type": "string", "required": True},
        "201:lines[].of": {"type": "integer", "required": False},
    }
    other = schema({**line, "required": []})
    blocks = tabs(**{"200 OK": schema(line), "201 Created": schema(listed), "202 Accepted": other})
    (contract,) = read(f'<p class="responses-title">Responses</p>{blocks}', schemas).contracts
    assert facts_of(contract)["201:lines[].of"] == {}
    number = schemas.replace("string", "number")
    (contract,) = read(
        f'<p class="responses-title">Responses</p>{tabs(A=schema(line), **{"201 B": schema(listed)})}', number
    ).contracts
    assert facts_of(contract)["201:lines[].sku"] == {"type": "number"}


def test_what_announces_a_schema_and_cannot_be_read_is_a_gap() -> None:
    unnamed = '<h2 id="schemas">Schemas</h2><h3 id="either">Either</h3><p><span>Type: </span></p>'
    broken = f'<p class="request-body-title">Request body</p>{schema("{not json")}'
    assert [gap.kind for gap in read(broken, unnamed).gaps] == [GapKind.SECTION]
    answer = tabs(**{"200 OK": schema({"$ref": "#/components/schemas/Either"})})
    extraction = read(f'{broken}<p class="responses-title">Responses</p>{answer}', unnamed)
    assert [gap.kind for gap in extraction.gaps] == [GapKind.SECTION, GapKind.TYPE]


def test_a_page_without_operations_gives_none() -> None:
    document = html_document('<h2 id="servers">Servers</h2><p class="responses-title"></p><span class="http-get">GET</span>')
    assert neoteroi.extract(document, None).contracts == ()
    assert not neoteroi.recognises(html_document("<h3>GET /orders</h3>"))


def test_an_object_without_properties_prints_nothing_and_one_with_an_example_prints_that() -> None:
    data = {
        "type": "object",
        "properties": {"box": {"$ref": "#/components/schemas/Box"}, "bag": {"$ref": "#/components/schemas/Bag"}},
    }
    schemas = '<h2 id="schemas">Schemas</h2><h3 id="box">Box</h3><h3 id="bag">Bag</h3>' + table(
        ("tag", "Example: {'a': 1}", ""), ("rows", "Array&lt;Array&lt;integer&gt;&gt;", "")
    )
    (contract,) = read(f'<p class="request-body-title">Request body</p>{schema(data)}', schemas).contracts
    assert facts_of(contract) == {
        "body:box": {"type": "object", "required": False},
        "body:bag": {"type": "object", "required": False},
        "body:bag.tag": {"type": "object"},
        "body:bag.rows": {"type": "array<array<integer>>"},
    }


PLAIN = """<!--
This Markdown has been generated by essentials-openapi
-->

# Orders 1.0

## Servers

| Description | URL |
| ----------- | --- |
|             | https://api.example/v1 |

## orders

### PUT /orders/{id}
Change one

**Input parameters**

| Parameter | In | Type | Default | Nullable | Description |
| --------- | -- | ---- | ------- | -------- | ----------- |
| key | header | string | N/A | No | |
| id | path | integer | | No | |
| size | query | string | XS | Yes | |

**Request body**

**application/json**

```json
{"title": "string", "extra": {"colour": "string"}}
```
_This example has been generated automatically from the schema and it is not accurate._

**Schema of the request body**

```json
{
    "type": "object",
    "required": ["title"],
    "properties": {"title": {"type": "string"}, "extra": {"$ref": "#/components/schemas/Extra"}}
}
```

### Response 200 OK

**application/json**

**Schema of the response body**

```json
{"type": "array", "items": {"$ref": "#/components/schemas/Line"}}
```

| Name | Description | Schema |
| ---- | ----------- | ------ |
| X-Left | How many, between 0 and 50 | integer |

### Response 404 Not Found

Refer to the common response description: [Gone](#gone)

### Other responses

---

## Schemas

### Extra
Type:&nbsp;

### Line

| Name | Type | Description |
| --- | --- | --- |
| sku | string(uuid) | |
| next | [Line](#line) | |

## Common responses

### Gone
It went.

**application/json**

**Schema of the response body**

```json
{"type": "object", "properties": {"why": {"type": "string"}}}
```

## Security schemes

| Name | Type | Scheme | Description |
| ---- | ---- | ------ | ----------- |
| key | apiKey | | |
"""


def test_the_plain_style_is_read_as_the_one_with_tabs() -> None:
    """What only the generated example shows is inferred: a schema whose type the page leaves blank."""
    document = markdown_document(PLAIN)
    assert neoteroi.recognises(document)
    extraction = neoteroi.extract(document, None)
    (contract,) = extraction.contracts
    assert (contract.operation, contract.servers) == (Operation("PUT", "/orders/{id}"), ("https://api.example/v1",))
    assert tuple(contract.responses) == ("200", "404", "default")
    assert facts_of(contract) == {
        "path:id": {"type": "integer", "required": True},
        "query:size": {"type": "string", "default": "XS", "nullable": True},
        "body:title": {"type": "string", "required": True},
        "body:extra": {"required": False},
        "body:extra.colour": {"type": "string"},
        "200:$": {"type": "array"},
        "200:[].sku": {"type": "string", "format": "uuid"},
        "200:[].next": {"type": "object"},
        "200.header:X-Left": {"type": "integer", "minimum": 0, "maximum": 50},
        "404:why": {"type": "string", "required": False},
    }
    inferred = {key for key, field in contract.fields.items() if field.source and field.source.certainty is Certainty.INFERRED}
    assert inferred == {"body:extra.colour"}
    assert [gap.kind for gap in extraction.gaps] == [GapKind.TYPE]


def test_what_a_row_says_of_its_field_is_mined() -> None:
    rows = (
        ("size", "query", "string", "XS", "No", "Deprecated. Use <code>width</code>."),
        ("hue", "query", "string", "", "No", ""),
    )
    schemas = '<h2 id="schemas">Schemas</h2><h3 id="line">Line</h3>' + table(
        ("sku", "string", "Is deprecated."), ("count", "integer", "Between 1 and 9.")
    )
    body = tabs(
        **{
            "application/json": "<details><summary>Schema</summary><code>"
            + json.dumps({"$ref": "#/components/schemas/Line"})
            + "</code></details>"
        }
    )
    parts = table(*rows, head=PARAMETERS) + f'<p class="request-body-title">Body</p>{body}'
    (contract,) = read(parts, SCHEMES + schemas).contracts
    found = facts_of(contract)
    assert found["query:size"] == {"type": "string", "default": "XS", "deprecated": True}
    assert found["query:hue"] == {"type": "string"}
    assert found["body:sku"] == {"type": "string", "deprecated": True}
    assert found["body:count"] == {"type": "integer", "minimum": 1, "maximum": 9}


def test_a_description_with_headings_and_torn_cells_takes_nothing_from_the_operation() -> None:
    described = PLAIN.replace("Change one\n", "Change one\n\n### Before\n\nLook twice.\n")
    torn = described.replace("| XS | Yes | |", "| XS | Yes | Of the box:\n\nas <a|b> |\n| depth | query | integer | 2 | No | |")
    (contract,) = neoteroi.extract(markdown_document(torn), None).contracts
    (plain,) = neoteroi.extract(markdown_document(PLAIN), None).contracts
    assert facts_of(contract) == facts_of(plain) | {"query:depth": {"type": "integer", "default": 2}}


def test_the_names_of_an_objects_properties_may_stand_behind_signs_of_emphasis() -> None:
    document = markdown_document(PLAIN.replace("| next | [Line](#line) | |", "| next | _Properties: _left_side, right | |"))
    (contract,) = neoteroi.extract(document, None).contracts
    assert {f.path for f in contract.fields.values() if f.path.startswith("[].next.")} == {"[].next.left_side", "[].next.right"}
