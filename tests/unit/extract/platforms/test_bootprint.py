"""bootprint-openapi and Spectacle: operations in panels, schemas marked by class, brackets and marks drawn by the style sheet."""

from __future__ import annotations

from documents import facts_of, html_document
from driftgate.contract import Contract, Operation
from driftgate.extract.platforms import bootprint

REQUIRED = '<span class="json-property-required"></span>'

DEFAULT = '<span class="json-property-default-value">no</span>'


def typed(kind: str, form: str = "") -> str:
    return f'<span class="json-property-type">{kind}</span>' + (
        f'<span class="json-property-format">({form})</span>' if form else ""
    )


def linked(model: str) -> str:
    return f'<a class="json-schema-ref" href="#/definitions/{model}">{model}</a>'


def valued(*values: str) -> str:
    items = ", ".join(f'<span class="json-property-enum-item">{value}</span>' for value in values)
    return f'<span class="json-property-enum">{items}</span>'


def listed(inside: str) -> str:
    return f'<section class="json-schema-array-items">{inside}<div class="json-inner-schema"></div></section>'


def term(name: str, kind: str, more: str = "") -> str:
    return f'<dt data-property-name="{name}"><span class="json-property-name">{name}:</span>{kind}{more}</dt>'


def properties(*terms: str) -> str:
    return f'<section class="json-schema-properties"><dl>{"".join(terms)}</dl></section>'


# bootprint: what stands within a property is in the entry behind it, parameters are rows of a table without header words.
CREW = properties(term("rank", typed("string"), valued("mate", "cook") + REQUIRED), "<dd><p>What each does</p></dd>")
SHIP = properties(
    term("hull", typed("string"), REQUIRED),
    "<dd><p>Of what</p></dd>",
    term("crew", typed("object[]")),
    f'<dd><div class="json-inner-schema">{listed(typed("object") + CREW)}</div></dd>',
    term("ports", typed("object[]")),
    f'<dd><div class="json-inner-schema">{listed(typed(linked("Port")))}</div></dd>',
    term("grid", typed("number[][]")),
    f'<dd><div class="json-inner-schema">{listed(typed("number[]"))}</div></dd>',
    term("rig", typed(linked("Rig"))),
)


def model(name: str, inside: str, kind: str = "object") -> str:
    title = f'<h3 class="panel-title"><a name="/definitions/{name}"></a>{name}: {typed(kind)}</h3>'
    return f'<div id="definition-{name}" class="panel panel-definition">{title}<div class="panel-body">{inside}</div></div>'


INHERITED = f'<section class="json-schema-allOf-inherited"><ul>{linked("Port")}</ul></section>'
MODELS = (
    model("Ship", SHIP)
    + model("Port", properties(term("depth", typed("number", "double"))))
    + model("Harbour", INHERITED + properties(term("berths", typed("integer"))))
    + model("Rig", valued("sloop", "ketch"), "string")
)


def row(name: str, place: str, kind: str, mark: str = "") -> str:
    return f"<tr><td> {name} </td><td><p>It</p></td><td>{place}</td><td>{kind}</td><td>{mark}</td></tr>"


def answer(status: str, inside: str) -> str:
    held = f'<div class="sw-response-model"><div class="panel panel-definition">{inside}</div></div>' if inside else ""
    return f'<dt class="sw-response-{status}">{status} Told</dt><dd class="sw-response-{status}"><p>Told</p>{held}</dd>'


HEADERS = (
    '<section class="sw-response-headers"><table><thead><tr><th></th><th></th><th></th></tr></thead><tbody>'
    f"<tr><td>X-Left</td><td>How many</td><td>{typed('integer')}</td></tr></tbody></table></section>"
)
BOOTPRINT = (
    '<div id="operation--ships--port--post" class="swagger--panel-operation-post panel"><div class="panel-heading">'
    '<h3 class="panel-title"><span class="operation-name">POST</span> <strong>/ships/{port}</strong></h3></div>'
    '<section class="sw-request-params"><table><thead><tr><th class="sw-param-name"></th></tr></thead><tbody>'
    + row("port", "path", typed("integer", "int64"), REQUIRED)
    + row("dry", "query", typed("string") + valued("yes", "no") + DEFAULT)
    + row("body", "body", linked("Ship"), REQUIRED)
    + '</tbody></table></section><section class="sw-responses"><dl>'
    + answer("201", linked("Harbour")).replace("</dd>", f"{HEADERS}</dd>")
    + answer("404", "")
    + f"</dl></section></div>{MODELS}"
)


def shown(title: str, model: str) -> str:
    names = f'<div class="prop-title">{title}</div><div class="prop-ref">{model}</div>'
    return f'<div class="prop-row prop-group"><div class="prop-name">{names}</div></div>'


# Spectacle: parameters are lines, a list of a model is a link that the style sheet draws brackets around.
SPECTACLE = (
    '<div id="operation--ships-get" class="operation panel"><h2 class="operation-title"><p>All ships</p></h2>'
    '<section><span class="operation-method">GET</span><span class="operation-path">/ships</span></section>'
    '<section class="swagger-request-params"><div class="prop-row prop-group"><div class="prop-name">'
    f'<div class="prop-title">limit: <span class="prop-type">{typed("integer")}</span></div>{REQUIRED}'
    '<div class="prop-subtitle"> in query </div></div><div class="prop-value"><p>How many</p></div></div></section>'
    '<section class="swagger-responses">'
    + shown("200 OK", f'<span class="json-schema-ref-array">{linked("Port")}</span>')
    + shown("default ", "")
    + f'<div class="prop-row prop-inner"><div class="prop-name">type</div><div class="prop-value">{typed("object")}</div></div>'
    + f"</section></div>{MODELS}"
)


def only(body: str) -> Contract:
    page = html_document(body)
    assert bootprint.recognises(page)
    (contract,) = bootprint.extract(page, None).contracts
    return contract


def test_pages_of_others_bear_no_such_marks() -> None:
    assert not bootprint.recognises(html_document('<div class="panel" id="operation-x">POST /ships</div>'))
    assert not bootprint.recognises(html_document(MODELS))


def test_a_panel_without_a_method_or_a_path_is_no_operation() -> None:
    page = html_document(f'<div id="operation-x" class="panel"><h3 class="panel-title">Ships</h3>{typed("string")}</div>')
    assert bootprint.extract(page, None).contracts == ()


def test_parameters_body_answers_and_models_of_bootprint() -> None:
    contract = only(BOOTPRINT)
    assert contract.operation == Operation("POST", "/ships/{port}")
    assert facts_of(contract) == {
        "path:port": {"type": "integer", "format": "int64", "required": True},
        "query:dry": {"type": "string", "required": False, "enum": ("yes", "no"), "default": "no"},
        "body:hull": {"type": "string", "required": True},
        "body:crew": {"type": "array", "required": False},
        "body:crew[].rank": {"type": "string", "required": True, "enum": ("mate", "cook")},
        "body:ports": {"type": "array", "required": False},
        "body:ports[].depth": {"type": "number", "format": "double", "required": False},
        "body:grid": {"type": "array<array<number>>", "required": False},
        "body:rig": {"type": "string", "required": False, "enum": ("sloop", "ketch")},
        "201:depth": {"type": "number", "format": "double", "required": False},
        "201:berths": {"type": "integer", "required": False},
        "201.header:X-Left": {"type": "integer"},
    }


def test_a_body_may_have_a_part_of_its_own() -> None:
    part = f'<section class="sw-request-body"><div class="sw-request-model">{listed(typed(linked("Port")))}</div></section>'
    contract = only(BOOTPRINT.replace('<section class="sw-request-params">', f'{part}<section class="sw-request-params">'))
    body = row("body", "body", linked("Ship"), REQUIRED)
    assert "body:hull" in contract.fields  # the row is nearer to the parameters, and says it again
    contract = only(
        BOOTPRINT.replace(body, "").replace('<section class="sw-request-params">', f'{part}<section class="sw-request-params">')
    )
    assert [key for key in contract.fields if key.startswith("body:")] == ["body:[].depth"]


def test_a_property_may_be_made_of_a_model() -> None:
    inner = f'<div class="json-inner-schema"><section class="json-schema-allOf">{INHERITED}</section></div>'
    home = f"{term('home', typed(''))}<dd>{inner}</dd>"
    contract = only(BOOTPRINT.replace(term("rig", typed(linked("Rig"))), home))
    assert facts_of(contract)["body:home.depth"] == {"type": "number", "format": "double", "required": False}


def test_lines_and_links_in_brackets_of_spectacle() -> None:
    contract = only(SPECTACLE)
    assert contract.operation == Operation("GET", "/ships")
    assert facts_of(contract) == {
        "query:limit": {"type": "integer", "required": True},
        "200:[].depth": {"type": "number", "format": "double", "required": False},
    }
