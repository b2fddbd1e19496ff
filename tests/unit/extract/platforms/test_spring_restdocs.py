"""Spring REST Docs: method and path come from recorded samples, path templates from captions."""

from __future__ import annotations

from documents import facts_of, html_document
from driftgate.contract import Contract
from driftgate.extract.platforms import spring_restdocs


def table(*rows: tuple[str, ...], head: tuple[str, ...] = ("Path", "Type", "Description"), caption: str = "") -> str:
    cells = "".join(f'<th class="tableblock">{cell}</th>' for cell in head)
    lines = "".join(f"<tr>{''.join(f'<td><p><code>{cell}</code></p></td>' for cell in row)}</tr>" for row in rows)
    title = f'<caption class="title">{caption}</caption>' if caption else ""
    return f'<table class="tableblock">{title}<thead><tr>{cells}</tr></thead><tbody>{lines}</tbody></table>'


def listing(text: str, language: str = "bash") -> str:
    code = f'<pre class="highlight"><code class="language-{language}">{text}</code></pre>'
    return f'<div class="listingblock"><div class="content">{code}</div></div>'


CREATE = (
    "<h3>Create a note</h3><p>Makes a note.</p><h4>Request structure</h4>"
    + table(("title", "String", "Its title"), ("meta.tags", "Array", "Its tags"), ("due", "Null", "When"))
    + "<h4>Example request</h4>"
    + listing("$ curl 'http://localhost:8080/notes' -i -X POST -H 'Content-Type: application/json' -d '{\"title\":\"x\"}'")
)
SHOW = (
    "<h3>Show a note</h3><h4>Path parameters</h4>"
    + table(("id", "Which one"), head=("Parameter", "Description"), caption="Table 1. /notes/{id}")
    + "<h4>Query parameters</h4>"
    + table(("full", "All of it"), head=("Parameter", "Description"))
    + "<h4>HTTP request</h4>"
    + listing("GET /notes/1?full=true HTTP/1.1\nHost: localhost:8080", "http")
    + "<h4>Response structure</h4>"
    + table(("title", "String", "Its title"))
)


def read(*parts: str) -> dict[str, Contract]:
    document = html_document(f"<h1>Notes</h1><h2>Resources</h2>{''.join(parts)}")
    assert spring_restdocs.recognises(document)
    return {str(contract.operation): contract for contract in spring_restdocs.extract(document, None).contracts}


def test_the_sample_below_a_heading_names_the_operation_of_its_tables() -> None:
    found = read(CREATE, SHOW)
    assert set(found) == {"POST /notes", "GET /notes/{id}"}
    assert {key: facts.get("type") for key, facts in facts_of(found["POST /notes"]).items()} == {
        "body:title": "string",
        "body:meta.tags": "array",
        "body:due": None,
    }


def test_a_caption_turns_the_recorded_path_into_its_template() -> None:
    contract = read(SHOW)["GET /notes/{id}"]
    assert {(field.direction.value, field.path) for field in contract.fields.values()} == {
        ("request", "id"),
        ("request", "full"),
        ("response", "title"),
    }
    assert {key for key in contract.fields if not key.startswith("2")} == {"path:id", "query:full"}


def test_the_machine_on_which_the_tests_ran_is_no_server() -> None:
    assert read(CREATE)["POST /notes"].servers == ()


def test_a_page_without_recorded_samples_is_not_recognised() -> None:
    assert not spring_restdocs.recognises(html_document(table(("a", "String", "b")) + '<div class="listingblock"></div>'))


def test_more_classes_than_asciidoctor_gives_change_nothing() -> None:
    assert spring_restdocs.recognises(html_document((CREATE + SHOW).replace('class="', 'class="dark ')))
