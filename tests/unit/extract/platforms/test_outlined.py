"""A name with its type beside it is a field, whatever the elements around it are called."""

from __future__ import annotations

import pytest

from documents import facts_of, html_document
from driftgate.contract import Operation
from driftgate.extract.extraction import GapKind
from driftgate.extract.platforms import outlined

#: Rows beside the boxes that hold the fields below them, as Stoplight Elements nests them; one response is shown at a time.
BOXES_BEHIND_ROWS = """<main><h1>Launch a ship</h1>
<div title="https://api.example.test/v1/ships"><div class="verb">post</div>
  <div><span class="dim">https://api.example.test/v1</span><span class="bold">/ships/{port}</span></div></div>
<div class="stack"><h3 aria-label="Path Parameters">Path Parameters</h3><div class="tree"><div data-test="schema-row">
  <div class="line"><div class="mono">port</div><span class="soft">string</span><i>required</i></div></div></div></div>
<div class="stack"><h3>Body</h3><button>application/json</button><div class="tree">
  <div data-test="schema-row"><div class="line"><div class="mono">name</div><span class="soft">string</span>
    <i>required</i></div><div class="hint"><span>Allowed values:</span><div><b>sloop</b><b>brig</b></div></div></div>
  <div data-test="schema-row"><div class="line click"><div class="mono">crew</div><span class="soft">array[object]</span></div>
  </div>
  <div class="indent"><div data-test="schema-row"><div class="line"><div class="mono">rank</div><span class="soft">integer</span>
    </div><div class="hint"><span>Example:</span><div><b>404</b></div></div></div></div>
  <div data-test="schema-row"><div class="line click"><div class="mono">home</div><span class="soft">Harbour</span></div></div>
  <div class="indent"><div data-test="schema-row"><div class="line"><div class="mono">city</div><span class="soft">string</span>
    </div></div></div></div></div>
<div class="stack"><h2>Responses</h2><div role="tablist"><div role="tab" aria-selected="true">201</div>
  <div role="tab" aria-selected="false">404</div></div><div role="tabpanel"><h3>Body</h3><div class="tree"><div>array of:</div>
  <div data-test="schema-row"><div class="line"><div class="mono">id</div><span class="soft">string&lt;uuid&gt;</span></div></div>
</div></div></div></main>"""

#: Brackets instead of the words "object" and "array", a table of parameters without a header, a panel for every response.
BRACKETS = """<div class="body"><span class="method">put</span><span>/ships/{id}</span>
<div class="title">REQUEST</div><div class="part"><div class="title">PATH PARAMETERS</div><table><tr><td>
  <div class="param-name"><span>*</span>id</div><div class="param-type">integer</div></td></tr></table></div>
<div class="part"><div class="title">REQUEST BODY<span>*</span> <span>application/json</span></div>
  <div class="tabs"><button>EXAMPLE</button><button class="active">SCHEMA</button></div>
  <div class="tree"><div class="tr"><div class="key"><span class="bracket">{</span></div></div><div class="inside">
  <div class="tr"><div class="key"><span class="label">sails<span>*</span>:</span><span class="bracket">[{</span></div></div>
  <div class="inside"><div class="tr"><div class="key"><span class="label">area:</span><span class="numb">number┃null</span></div>
  </div></div><div class="close">}]</div>
  <div class="tr"><div class="key"><span class="label">cargo:</span><span class="bracket">{</span></div></div>
  <div class="inside"><div class="tr"><div class="key"><span class="label union">ONE OF</span></div></div><div class="inside">
    <div class="tr"><div class="key"><span class="label union">1</span><span class="title">Loose</span>
    <span class="stri">string</span></div>
    </div><div class="tr"><div class="key"><span class="label union">2</span><span class="title">Packed</span>
    <span class="bracket">{</span></div>
    </div><div class="inside"><div class="tr"><div class="key"><span class="label">boxes:</span>
    <span class="inte">integer</span></div></div></div></div></div></div></div></div>
<div class="title">RESPONSE</div><div><div class="row"><button>200</button><button class="primary">409</button></div>
  <div style="display: none"><div class="key"><span class="label">id:</span><span class="inte">integer</span></div>
    <div class="key"><span class="label">[any-key]:</span><span class="stri">string</span></div></div>
  <div style="display: block"><div class="key"><span class="label">reason:</span><span class="stri">string</span></div>
    </div></div>
</div>"""

#: What a viewer of values shows of a sample.
TREE = (("name", '"Ada"'), ("crew", "[{"), ("rank", "1"), ("home", "{"), ("city", '"Bath"'), ("sails", "["))


def test_boxes_that_follow_a_row_hold_the_fields_below_it() -> None:
    document = html_document(BOXES_BEHIND_ROWS)
    assert outlined.recognises(document)
    (contract,) = outlined.extract(document, None).contracts
    assert (contract.operation, contract.servers) == (Operation("POST", "/ships/{port}"), ("https://api.example.test/v1",))
    assert facts_of(contract) == {
        "path:port": {"type": "string", "required": True},
        "body:name": {"type": "string", "required": True, "enum": ("sloop", "brig")},
        "body:crew": {"type": "array", "required": False},
        "body:crew[].rank": {"type": "integer", "required": False},
        "body:home": {"type": "object", "required": False},
        "body:home.city": {"type": "string", "required": False},
        "201:[].id": {"type": "string", "format": "uuid"},
    }


def test_brackets_are_types_and_every_status_has_the_fields_of_its_own_panel() -> None:
    (contract,) = outlined.extract(html_document(BRACKETS), None).contracts
    assert contract.operation == Operation("PUT", "/ships/{id}")
    assert facts_of(contract) == {
        "path:id": {"type": "integer", "required": True},
        "body:sails": {"type": "array", "required": True},
        "body:sails[].area": {"type": "number", "nullable": True, "required": False},
        "body:cargo": {"type": "string | object", "required": False},
        "body:cargo.boxes": {"type": "integer", "required": False},
        "200:id": {"type": "integer"},
        "200:*": {"type": "string"},
        "409:reason": {"type": "string"},
    }


def test_fields_may_be_called_as_labels_are_and_bear_several_words() -> None:
    names = ("type:", "Options:", "ship name:", "grid:", "city:", "land:", "备注:")
    types = ("string", "{", "string", "[[ number", "string", "string", "string")
    rows = "".join(
        f'<div><b class="key">{name}</b><i class="kind">{kind}</i></div>' for name, kind in zip(names, types, strict=True)
    )
    page = f"<div><b>POST</b><i>/ships</i><h3>Body</h3><div>{rows}</div></div>"
    (contract,) = outlined.extract(html_document(page), None).contracts
    assert facts_of(contract) == {
        "body:type": {"type": "string"},
        "body:Options": {"type": "object"},
        "body:ship name": {"type": "string"},
        "body:grid": {"type": "array<array<number>>"},
        "body:city": {"type": "string"},
        "body:land": {"type": "string"},
        "body:备注": {"type": "string"},
    }


def test_the_title_of_the_variant_that_is_shown_is_no_field() -> None:
    def line(name: str, *more: str, below: str = "") -> str:
        words = "".join(f"<i>{word}</i>" for word in more)
        return f'<div class="row"><div><b class="field-name">{name}</b>{words}</div>{below}</div>'

    chosen = "<code>One of</code><button>Sloop</button>"
    inside = line("Sloop", "object", below=line("masts", "integer") + line("sails", "integer"))
    rows = line("hull", below=chosen + inside) + line("name", "string")
    page = f"<div><b>POST</b><i>/ships</i><h3>Body</h3><div>{rows}</div></div>"
    (contract,) = outlined.extract(html_document(page), None).contracts
    assert list(contract.fields) == ["body:hull", "body:hull.masts", "body:hull.sails", "body:name"]


def test_one_field_is_one_where_a_class_says_so() -> None:
    page = '<div><b>GET</b><i>/ships/{id}</i><h3>Path parameters</h3><div><b class="param-name">id</b><i>integer</i></div></div>'
    (contract,) = outlined.extract(html_document(page), None).contracts
    assert facts_of(contract) == {"path:id": {"type": "integer"}}


def test_operations_have_the_fields_of_their_own_part_of_the_page() -> None:
    field = "<div class=f><b class=n>{}</b><i>string</i></div>"
    part = "<section><p><b>{}</b> <code>{}</code></p><h3>Body</h3>{}</section>"
    page = part.format("POST", "/ships", field.format("name")) + part.format("PUT", "/docks", field.format("berth"))
    contracts = outlined.extract(html_document(page), None).contracts
    assert [(str(c.operation), tuple(c.fields)) for c in contracts] == [
        ("POST /ships", ("body:name",)),
        ("PUT /docks", ("body:berth",)),
    ]


@pytest.mark.parametrize(
    "page",
    [
        "<h1>Types</h1><p><b>name</b> <i>string</i></p><p><b>size</b> <i>integer</i></p><p><b>ok</b> <i>boolean</i></p>",
        "<p>POST /ships</p><h3>Body</h3><pre>name string\nsize integer</pre><p>string</p><p>object</p><p>array</p>",
        "<p>POST /ships</p><h3>Body</h3>"
        + "".join(f"<div class=row><b class=key>{name}</b>:<i>{value}</i></div>" for name, value in TREE)
        + "<p>string</p><p>object</p><p>array</p>",
        "<p>POST /ships</p><p>You send a name: <b>string</b> or <b>number</b>, never an <b>object</b>.</p>",
    ],
    ids=["no operation", "only a sample", "a tree of values", "only sentences"],
)
def test_pages_without_an_operation_or_without_names_beside_types_have_no_fields(page: str) -> None:
    assert [c for c in outlined.extract(html_document(page), None).contracts if c.fields] == []


def test_a_page_with_a_headed_table_of_fields_is_left_to_the_readers_of_tables() -> None:
    table = "<table><tr><th>Name</th><th>Type</th></tr><tr><td>q</td><td>string</td></tr></table>"
    page = f"<p>GET /ships</p><h3>Query</h3>{table}<div><b>a</b><i>string</i></div><div><b>b</b><i>string</i></div>"
    assert outlined.extract(html_document(page), None).contracts == ()


def test_any_key_without_a_type_says_only_that_more_are_allowed() -> None:
    lines = (("hull", "object"), ("mast", "string"), ("property name*", "any"))
    rows = "".join(f'<div><b class="key">{name}</b><i class="kind">{kind}</i></div>' for name, kind in lines)
    page = f"<div><b>POST</b><i>/ships</i><h3>Body</h3><div>{rows}</div></div>"
    (contract,) = outlined.extract(html_document(page), None).contracts
    assert list(contract.fields) == ["body:hull", "body:mast"]


def test_a_row_for_the_items_of_an_array_is_no_field() -> None:
    def line(name: str, kind: str, below: str = "") -> str:
        head = f'<div><b class="key">{name}</b><i class="kind">{kind}</i></div>'
        return f'<div class="row">{head}<div class="inside">{below}</div></div>'

    grid = line("grid", "Array of arrays", line("[i]", "Array of objects", line("x", "integer") + line("y", "integer")))
    page = f"<div><b>POST</b><i>/ships</i><h3>Body</h3><div>{grid}{line('tags', 'array', line('[i]', 'string'))}</div></div>"
    (contract,) = outlined.extract(html_document(page), None).contracts
    assert facts_of(contract) == {
        "body:grid": {"type": "array<array>"},
        "body:grid[][].x": {"type": "integer"},
        "body:grid[][].y": {"type": "integer"},
        "body:tags": {"type": "array<string>"},
    }


def test_a_table_of_fields_in_a_description_is_not_the_page() -> None:
    table = (
        "<table><tr><th>Name</th><th>Type</th><th>Required</th></tr><tr><td>x-app</td><td>String</td><td>Yes</td></tr></table>"
    )
    rows = "".join(
        f'<div><b class="key">{name}</b><i class="kind">string</i></div>' for name in ("hull", "mast", "sail", "keel", "bow")
    )
    page = f"<div>{table}<div><b>POST</b><i>/ships</i><h3>Body</h3><div>{rows}</div></div></div>"
    (contract,) = outlined.extract(html_document(page), None).contracts
    assert list(contract.fields) == ["body:hull", "body:mast", "body:sail", "body:keel", "body:bow"]


def test_a_field_below_no_label_is_a_gap_and_not_a_guess() -> None:
    page = "<p>POST /ships</p><div><b>name</b><i>string</i></div><div><b>size</b><i>integer</i></div>"
    extraction = outlined.extract(html_document(page), None)
    assert [contract.fields for contract in extraction.contracts] == [{}]
    assert [gap.kind for gap in extraction.gaps] == [GapKind.PARAMETER_PLACE, GapKind.PARAMETER_PLACE]


def test_only_a_page_that_shows_types_is_recognised() -> None:
    assert not outlined.recognises(html_document("<p>A string of pearls, an object of art.</p>"))
    assert outlined.recognises(html_document("<i>string</i><i> integer</i><td>object</td>"))


def test_a_page_of_plain_lists_is_left_to_those_who_read_them() -> None:
    entry = "<dt>{}</dt><dd><code>string</code> <span>(required)</span><p>What it is.</p></dd>"
    listed = "".join(map(entry.format, ("name", "home", "rank")))
    page = html_document(f"<h1>Ships</h1><p><b>POST</b> <code>/ships</code></p><h2>Body</h2><dl>{listed}</dl>")
    assert outlined.recognises(page)
    assert outlined.extract(page, None).contracts == ()


def test_a_name_may_be_a_word_for_a_type_and_values_tell_the_type_of_what_may_be_null() -> None:
    kind = '<div class="tr"><div class="key"><span class="label">{}</span><span class="{}">{}</span></div>{}</div>'
    allowed = '<div class="descr"><span><b>Allowed:</b>{}</span></div>'
    variants = kind.format("1", "enum", "enum", allowed.format("gaff┃lug")) + kind.format("2", "null", "null", "")
    rig = (
        '<div class="tr"><div class="key"><span class="label">rig:</span><span class="bracket">{</span></div></div>'
        '<div class="inside"><div class="tr"><div class="key"><span class="label union">ANY OF</span></div></div>'
        f'<div class="inside">{variants}</div></div>'
    )
    cargo = '<div class="tr"><div class="key"><span class="label">cargo:'
    named = kind.format("object:", "enum", "enum", allowed.format("ship"))
    (contract,) = outlined.extract(html_document(BRACKETS.replace(cargo, named + rig + cargo)), None).contracts
    facts = facts_of(contract)
    assert facts["body:object"] == {"type": "string", "required": False, "enum": ("ship",)}
    assert facts["body:rig"] == {"type": "string", "required": False, "nullable": True, "enum": ("gaff", "lug")}
    assert not {"409:[any-key]", "409:*"} & facts.keys()


#: Starlight's pages: what is said of a field and the title of its schema stand between name and type, an example ends what is
#: said, and every answer has a heading.
SAID_BEFORE_TYPE = """<main><div class="method-path"><div class="method">PUT</div><div class="path">/ships/{id}</div></div>
<h3>Query Parameters</h3><div class="panel">
  <div class="key"><div class="name"><strong>rig</strong></div><div class="about"><em>RigOfShips</em>
    <div><p>How it is <b>rigged</b>, <i>say</i>.</p></div><div><span class="type">string</span></div>
    <div class="tags">Allowed values: <span> sloop </span> <span> ketch </span></div><div><p>Of all ships.</p></div></div></div>
  <div class="key"><div class="name"><strong>depth</strong></div><div class="about"><div><span class="type">integer</span></div>
    <h5>Example</h5><pre><code>5000</code></pre></div></div>
  <div class="key"><div class="name"><strong>limit</strong><div class="required">required</div></div>
    <div class="about"><div><span class="type">integer</span></div></div></div></div>
<h2>Request Body</h2><div class="panel"><em>Ship</em><details open><summary><span class="type">object</span></summary>
  <div class="key"><div class="name"><strong>content</strong></div><div class="about">
    <div><span class="type">One of:</span></div><ul role="tablist"><li><a role="tab" aria-selected="true">string</a></li>
    <li><a role="tab">Array</a></li></ul>
    <div role="tabpanel"><div><span class="type">string</span></div></div>
    <div role="tabpanel" hidden><div><span class="type">Array</span></div><details><summary><span class="type">object</span>
      </summary>
      <div class="key"><div class="name"><strong>crate</strong></div><div class="about">
      <div><span class="type">string</span></div>
      </div></div></details></div></div></div></details></div>
<h2>Responses</h2><h3>529</h3><div class="panel"><div class="key"><div class="name"><strong>busy</strong></div><div class="about">
  <div><span class="type">boolean</span></div></div></div></div>
<h3>default</h3><div class="panel"><details open><summary><span class="type">object</span></summary><div class="key">
  <div class="name"><strong>reason</strong></div><div class="about"><div><span class="type">string</span></div></div></div>
</details></div></main>"""


def test_what_is_said_of_a_field_may_stand_before_its_type() -> None:
    (contract,) = outlined.extract(html_document(SAID_BEFORE_TYPE), None).contracts
    assert str(contract.operation) == "PUT /ships/{id}"
    assert facts_of(contract) == {
        "query:rig": {"type": "string", "required": False, "enum": ("sloop", "ketch")},
        "query:depth": {"type": "integer", "required": False},
        "query:limit": {"type": "integer", "required": True},
        "body:content": {"type": "string | array", "required": False},
        "body:content[].crate": {"type": "string", "required": False},
        "529:busy": {"type": "boolean"},
        "default:reason": {"type": "string"},
    }


#: Zudoku's pages: a sign of no width behind names, buttons around the names of objects, dots between types and flags, models.
DOTTED = """<main><div><span>POST</span><span><div>https://api.example.test/v2</div><div>/ships</div></span></div>
<h3>Authorizations</h3><div class="item"><div class="title"><code>Authorization</code></div>&#8203;<span class="in">
  <span class="soft">string</span></span></div>
<h3>Request Body</h3><div role="list">
<div class="item"><div class="title"><code>sails</code></div>&#8203;<span class="in"><span class="soft">
  string[]<span class="dot"> · </span></span><span class="soft"><b>required</b></span></span></div>
<div class="item"><div class="title"><code>depth</code></div>&#8203;<span class="in"><span class="soft">
  integer<span class="dot"> · </span></span><span class="soft">int64</span></span></div>
<div class="item"><div class="title"><button type="button"><code>crew</code></button></div>&#8203;
  <span class="in"><span class="soft"><a href="#sailor">Sailor[]</a></span></span>
  <button aria-label="Toggle properties"></button><div class="more"><div role="list"><div class="item">
  <div class="title"><code>rank</code></div>&#8203;<span class="in"><span class="soft">string</span></span></div>
  </div></div></div></div></main>"""


def test_names_in_buttons_and_lists_of_models_are_read_like_the_others() -> None:
    (contract,) = outlined.extract(html_document(DOTTED), None).contracts
    assert (str(contract.operation), contract.servers) == ("POST /ships", ("https://api.example.test/v2",))
    assert outlined.extract(html_document(DOTTED), None).gaps == ()
    assert facts_of(contract) == {
        "body:sails": {"type": "array<string>", "required": True},
        "body:depth": {"type": "integer", "format": "int64", "required": False},
        "body:crew": {"type": "array", "required": False},
        "body:crew[].rank": {"type": "string", "required": False},
    }


#: Redoc's first version: labels in small letters in elements of their own, answers as titles, values that are not shown.
ZIPPED = """<div class="operation"><div class="endpoint"><span class="verb">post</span><span class="path">/ships</span></div>
<header class="paramType">header Parameters <span>?</span></header>
<div class="param"><div class="name"><b class="n">X-Trace</b></div><div class="info"><span class="type">string</span></div></div>
<header class="paramType">formData Parameters <span>?</span></header>
<div class="param"><div class="name"><b class="n">hull</b></div><div class="info"><span class="type">string</span></div></div>
<h2>Responses</h2><div class="zippy"><div class="zippy-title"><span><p>200 The ship</p></span></div><div class="content">
  <div class="param"><div class="name"><b class="n">id<span hidden>null</span></b></div>
  <div class="info"><span class="type">integer</span></div></div></div></div>
<div class="zippy"><div class="zippy-title"><span><p>default Anything else</p></span></div><div class="content">
  <div class="param"><div class="name"><b class="n">reason<span hidden>null</span></b></div>
  <div class="info"><span class="type">string</span></div></div></div></div></div>"""


def test_answers_may_be_titles_and_labels_begin_small() -> None:
    (contract,) = outlined.extract(html_document(ZIPPED), None).contracts
    assert {key: found["type"] for key, found in facts_of(contract).items()} == {
        "header:X-Trace": "string",
        "body:hull": "string",
        "200:id": "integer",
        "default:reason": "string",
    }


#: Custom elements, types that begin large, a button in each row, and the items of a list in a row called so.
DRAWN = """<div><span class="verb" data-method="post">POST</span><div>https://api.example.test/v1/ports/{port}/ships</div></div>
<section><div role="heading" aria-level="2">URI parameters</div>{0}</section>
<section><div role="heading" aria-level="2">Query parameters</div>{1}</section>
<section><div role="heading" aria-level="2">Body</div>{2}</section>"""


def drawn(name: str, kind: str, below: str = "") -> str:
    title = f'<div class="title"><span class="property-name">{name}</span></div><my-button role="button">Hide</my-button>'
    return f'<my-shape>{title}<div class="traits"><span class="kind">{kind}</span></div><my-range></my-range>{below}</my-shape>'


def test_types_may_begin_large_and_variables_of_the_path_be_parameters_of_the_address() -> None:
    tags, crew = drawn("items", "String"), drawn("items", "Integer") + drawn("rank", "String")
    body = drawn("hull", "String") + drawn("tags", "Array", tags) + drawn("crew", "Array", crew)
    page = DRAWN.replace("{0}", drawn("port", "String")).replace("{1}", drawn("dry", "Boolean")).replace("{2}", body)
    assert outlined.recognises(html_document(page))
    (contract,) = outlined.extract(html_document(page), None).contracts
    assert facts_of(contract) == {
        "path:port": {"type": "string"},
        "query:dry": {"type": "boolean"},
        "body:hull": {"type": "string"},
        "body:tags": {"type": "array<string>"},
        "body:crew": {"type": "array"},
        "body:crew[].items": {"type": "integer"},
        "body:crew[].rank": {"type": "string"},
    }


#: Tables of one column each, whose header titles them; statuses in code; fields of answers marked only where they are optional.
BOXED = """<main><pre><span>POST</span> <span>/ships/:id</span></pre>{}{}<table><thead><tr><th>Responses</th></tr></thead><tbody>
<tr><td><div><div><code>201</code></div><div><p>At sea.</p></div></div><div>{}</div></td></tr>
<tr><td><div><div><code>409</code></div><div></div></div><div>{}</div></td></tr></tbody></table></main>"""


def boxed(title: str, *cells: str) -> str:
    rows = "".join(f"<tr><td>{cell}</td></tr>" for cell in cells)
    return f"<table>{f'<thead><tr><th>{title}</th></tr></thead>' if title else ''}<tbody>{rows}</tbody></table>"


def boxed_field(name: str, kind: str, mark: str = "", more: str = "") -> str:
    flag = f"<span> — </span><strong> {mark}</strong>" if mark else ""
    return f"<code>{name}</code><span> {kind}</span>{flag}{more}"


def test_tables_of_one_column_are_boxes_with_a_title() -> None:
    possible = "<div><p><strong>Possible values:</strong> {}</p></div>"
    values = possible.format("[<code>oak</code>, <code>elm</code>]")
    body = (
        boxed_field("hull", "string", "REQUIRED", values),
        boxed_field("masts", "integer", more=possible.format("1 ≤ value ≤ 5")),
        boxed_field("crew", "object[]", "REQUIRED", boxed("", boxed_field("rank", "string[]"))),
    )
    optional = (boxed_field("tags", "string[]", "OPTIONAL"), boxed_field("port", "string", "OPTIONAL"))
    answer = boxed("Schema — OPTIONAL", boxed_field("id", "string"), *optional)
    error = boxed("Schema — OPTIONAL", boxed_field("reason", "string"))
    path = boxed("Path Parameters", boxed_field("id", "string", "REQUIRED"))
    page = html_document(BOXED.format(path, boxed("<span>Request Body </span>", *body), answer, error))
    (contract,) = outlined.extract(page, None).contracts
    assert facts_of(contract) == {
        "path:id": {"type": "string", "required": True},
        "body:hull": {"type": "string", "required": True, "enum": ("oak", "elm")},
        "body:masts": {"type": "integer", "required": False, "minimum": 1, "maximum": 5},
        "body:crew": {"type": "array", "required": True},
        "body:crew[].rank": {"type": "array<string>", "required": False},
        "201:id": {"type": "string", "required": True},
        "201:tags": {"type": "array<string>", "required": False},
        "201:port": {"type": "string", "required": False},
        "409:reason": {"type": "string", "required": True},
    }


def test_a_number_in_code_begins_no_answer_elsewhere() -> None:
    rows = boxed_field("hull", "string") + "<div><code>404</code></div>" + boxed_field("mast", "string")
    page = html_document(f"<main><pre>POST /ships</pre><h3>Body</h3><div>{rows}</div></main>")
    (contract,) = outlined.extract(page, None).contracts
    assert list(contract.fields) == ["body:hull", "body:mast"]


CAPTIONED = """<main><button><span>Launch</span><span><span>POST </span><span>/ships</span></span></button>
<p class="heading">Request</p><p class="title">Body Parameters</p>{}
<p class="heading">Response</p><p class="title">Successful Response</p>{}</main>"""


def line_of_code(name: str, kind: str) -> str:
    told = "<div><p>Response of it.</p></div>"
    return f'<div class="row"><code class="name">{name}</code> <code class="type">{kind}</code> {told}</div>'


def test_paragraphs_that_are_nothing_but_a_label_are_labels() -> None:
    page = CAPTIONED.format(line_of_code("hull", "string") + line_of_code("mast", "integer"), line_of_code("id", "string"))
    (contract,) = outlined.extract(html_document(page), None).contracts
    assert list(contract.fields) == ["body:hull", "body:mast", "2XX:id"]


def test_one_name_with_a_question_mark_is_no_habit() -> None:
    page = CAPTIONED.format(line_of_code("hull", "string"), line_of_code("id?", "string") + line_of_code("tag", "string"))
    (contract,) = outlined.extract(html_document(page), None).contracts
    assert facts_of(contract)["2XX:tag"] == {"type": "string"}
