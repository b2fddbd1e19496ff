"""Diplodoc's pages of an OpenAPI document: types within descriptions, models below the message, alternatives as rows."""

from __future__ import annotations

from documents import facts_of
from driftgate.contract import Operation
from driftgate.extract.document import Document
from driftgate.extract.page import Page
from driftgate.extract.platforms import diplodoc


def document(body: str, kind: str = "html") -> Document:
    text = f"<!DOCTYPE html><html><body>{body}</body></html>" if kind == "html" else body
    return Document(Page("https://d.example/", "https://d.example/", 200, f"text/{kind}", text.encode()), text, kind)


def table(*rows: tuple[str, str], first: str = "Name") -> str:
    head = f"<tr><td><p><strong>{first}</strong></p></td><td><p><strong>Description</strong></p></td></tr>"
    lines = "".join(f'<tr><td class="openapi-table-parameter-name"><p>{name}</p></td><td>{told}</td></tr>' for name, told in rows)
    return f"<table><tbody>{head}{lines}</tbody></table>"


def typed(kind: str, *more: str) -> str:
    return f"<p><strong>Type:</strong> {kind}</p>" + "".join(f"<p>{line}</p>" for line in more)


def entity(level: int, title: str, inside: str) -> str:
    return f'<div class="openapi-entity"><h{level} id="x">{title}</h{level}>{inside}</div>'


STAR = '<span class="openapi__required">*</span>'
REQUEST = (
    '<h1>Launch a ship</h1><h2 id="request">Request</h2><div class="openapi__request"><p class="openapi__method">POST</p>'
    "<pre><code>https://yard.example/v1/ships/{yard}</code></pre></div>"
)
PAGE = (
    REQUEST
    + entity(3, "Path parameters", table((f"yard{STAR}", typed("string", "Where it is built."))))
    + entity(
        3,
        "Body",
        table(
            (f"hull{STAR}", typed('<a href="#w">Wood</a>', "Of what.")),
            ("cargo", typed('(<a href="#c">Crate</a><br>\nor <a href="#b">Barrel</a>)[]')),
            ("usage", typed('<a href="#u">Usage</a>')),
            ("flag", typed("any", "Any flag.")),
        ),
    )
    + entity(
        3,
        "Wood",
        table(
            ('<a href="#w">Wood</a>', "<p><em>Enum:</em> <code>oak</code>, <code>elm</code></p>"),
            first="Type",
        ),
    )
    + entity(3, "Crate", table((f"side{STAR}", typed("number")), ("label", typed("string"))))
    + entity(3, "Barrel", table((f"litres{STAR}", typed("integer")), ("label", typed("string"))))
    + entity(3, "Usage", table(("days", typed("integer", "How long."))))
    + '<h2 id="responses">Responses</h2><div class="openapi__response__code__201"><h2>201 Created</h2>'
    + entity(
        3,
        "Body",
        table(
            ("...rest", '<p><strong>oneOf</strong> <a href="#k">Ketch</a></p>'),
            ("...rest", '<p><strong>oneOf</strong> <a href="#s">Sloop</a></p>'),
        ),
    )
    + entity(3, "Ketch", table(("id", typed("string")), ("mizzen", typed("boolean"))))
    + entity(3, "Sloop", table(("id", typed("string"))))
    + "</div><h2>default</h2><p>Anything else</p>"
    + entity(3, "Body", table((f"reason{STAR}", typed("string"))))
)


def test_pages_of_others_bear_no_such_mark() -> None:
    assert not diplodoc.recognises(document('<pre class="openapi__method-endpoint">post</pre>'))
    assert not diplodoc.recognises(document("<p>POST</p>"))


def test_a_page_without_fields_has_none() -> None:
    (contract,) = diplodoc.extract(document(REQUEST), None).contracts
    assert (contract.operation, dict(contract.fields)) == (Operation("POST", "/v1/ships/{yard}"), {})


def test_models_below_a_message_are_no_fields_of_it() -> None:
    page = document(PAGE)
    assert diplodoc.recognises(page)
    (contract,) = diplodoc.extract(page, None).contracts
    assert contract.operation == Operation("POST", "/v1/ships/{yard}")
    request = {key: facts for key, facts in facts_of(contract).items() if contract.fields[key].direction == "request"}
    assert request == {
        "path:yard": {"type": "string", "required": True},
        "body:hull": {"type": "string", "required": True, "enum": ("oak", "elm")},
        "body:cargo": {"type": "array", "required": False},
        "body:cargo[].side": {"type": "number", "required": True, "conditional": True},
        "body:cargo[].litres": {"type": "integer", "required": True, "conditional": True},
        "body:cargo[].label": {"type": "string", "required": False},
        "body:usage": {"type": "object", "required": False},
        "body:usage.days": {"type": "integer"},
        "body:flag": {"required": False},
    }


def test_rows_of_alternatives_stand_for_the_whole_answer() -> None:
    (contract,) = diplodoc.extract(document(PAGE), None).contracts
    answers = {
        (field.place, field.path): dict(field.facts) for field in contract.fields.values() if field.direction == "response"
    }
    assert answers == {
        ("201", "id"): {"type": "string"},
        ("201", "mizzen"): {"type": "boolean", "conditional": True},
        ("default", "reason"): {"type": "string", "required": True},
    }


def test_the_markdown_that_the_pages_are_made_of() -> None:
    text = (
        '# Launch\n\n## Request\n\n<div class="openapi__request">\n\nPOST {.openapi__method} \n'
        "```text translate=no\nhttps://yard.example/v1/ships\n```\n\n</div>\n\n### Body\n\n"
        "#|||\n **Name** \n|\n **Description** \n||\n\n||\n hull {.openapi-table-parameter-name} \n|\n **Type:** string\n\n"
        "Of what. \n||\n\n||\n masts {.openapi-table-parameter-name} \n|\n **Type:** integer \n|||#\n\nBehind.\n"
    )
    page = document(text, "markdown")
    assert diplodoc.recognises(page)
    (contract,) = diplodoc.extract(page, None).contracts
    assert facts_of(contract) == {"body:hull": {"type": "string"}, "body:masts": {"type": "integer"}}
