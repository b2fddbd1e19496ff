"""What operations have that only sentences or samples tell of: the part of the page that is theirs, nothing of a library's."""

from __future__ import annotations

from documents import html_document
from driftgate.contract import Operation
from driftgate.extract.platforms import tables
from driftgate.extract.tables.operations.apart import stating
from driftgate.extract.tables.operations.found import Found

FIELDS = "<table><tr><th>Name</th><th>Type</th></tr><tr><td>{name}</td><td>string</td></tr></table>"


def read(body: str) -> dict[str, list[str]]:
    found = tables.extract(html_document(f"<h1>Ships</h1>{body}"), None)
    return {f"{one.operation.method} {one.operation.path}": sorted(one.fields) for one in found.contracts}


def told(title: str, sentence: str, name: str) -> str:
    return f"<h2>{title}</h2><p>{sentence}</p>" + FIELDS.format(name=name)


def test_operations_of_sentences_are_read_where_each_stands_below_its_own_title() -> None:
    page = told("Launch", "Send a POST request to the URL endpoint /ships.", "name") + told(
        "Sink", "Send a DELETE request to /ships/{id}.", "reason"
    )
    assert read(page) == {"POST /ships": ["body:name"], "DELETE /ships/{id}": ["query:reason"]}


def test_the_part_of_such_an_operation_ends_at_the_next_title() -> None:
    page = (
        told("Launch", "Send a POST request to /ships.", "name")
        + told("Sink", "Send a DELETE request to /ships/{id}.", "reason")
        + told("Kinds of storms", "They differ.", "strength")
    )
    assert read(page)["DELETE /ships/{id}"] == ["query:reason"]


def test_one_part_that_tells_of_several_operations_is_none_of_theirs() -> None:
    sentence = "Send a POST request to /ships first. Then send a GET request to /ships/{id}."
    assert read(told("Launch", sentence, "name")) == {}


CALL = "<h2>Example</h2><pre>curl https://api.example.test/ships?name=Ada</pre>"


def test_a_library_whose_functions_have_parameters_gives_the_sampled_call_none_of_them() -> None:
    functions = "".join(
        f"<h2>The {verb} helper</h2><h3>Parameters</h3>" + FIELDS.format(name=name)
        for verb, name in (("launch", "name"), ("sink", "reason"))
    )
    assert read(functions + f"<h2>Behind the scenes</h2>{CALL}") == {"GET /ships": []}


def test_what_a_function_takes_is_no_field_of_the_sampled_call() -> None:
    assert read("<h2>harbour.getShip(name)</h2>" + FIELDS.format(name="name") + CALL) == {"GET /ships": []}


def test_the_parameters_of_the_only_part_are_those_of_the_sampled_call() -> None:
    assert read("<h2>Parameters</h2>" + FIELDS.format(name="name") + CALL) == {"GET /ships": ["query:name"]}


def test_nor_is_what_the_one_constructor_beside_functions_takes() -> None:
    functions = "".join(
        f"<h2>{title}</h2><h3>Parameters</h3>" + FIELDS.format(name=name)
        for title, name in (("Constructor", "options"), ("harbour.launch(name)", "name"))
    )
    assert read(functions + f"<h2>Behind the scenes</h2>{CALL}") == {"GET /ships": []}


def test_samples_state_operations_where_an_address_has_a_variable() -> None:
    def sample(path: str) -> Found:
        return Found(0, Operation("GET", path))

    assert len(stating([sample("/ships"), sample("/ships/{id}")], ())) == 2
    assert stating([sample("/ships"), sample("/ships/7")], ()) == []


def test_samples_below_titles_of_their_own_state_operations_where_tables_of_fields_follow() -> None:
    def part(title: str, command: str, name: str) -> str:
        return f"<h2>{title}</h2><pre>{command}</pre><h3>Request</h3>" + FIELDS.format(name=name)

    page = part("Launch", "curl -X POST https://h.example/ships", "name") + part(
        "Anchor", "curl -X POST https://h.example/stops", "at"
    )
    assert read(page) == {"POST /ships": ["body:name"], "POST /stops": ["body:at"]}


def test_operations_in_code_within_words_are_read_where_each_stands_alone_below_its_title() -> None:
    page = told("Launch", "To launch, send <code>POST /ships</code> with the name.", "name") + told(
        "Sink", "<code>DELETE /ships/{id}</code> sinks one.", "reason"
    )
    assert read(page) == {"POST /ships": ["body:name"], "DELETE /ships/{id}": ["query:reason"]}


def test_fields_between_the_title_and_the_sample_are_the_operations_own() -> None:
    part = (
        "<h2>{title}</h2><h3>Input</h3>"
        + FIELDS
        + "<h3>Sample</h3><pre>curl -X POST https://x.example/{path}</pre><h3>Output</h3>"
        + FIELDS.replace("name", "out")
    )
    page = "".join(part.format(title=f"{path} it", path=path, name=path, out=f"{path}ed") for path in ("launch", "anchor"))
    assert read(page) == {
        "POST /launch": ["2XX:launched", "body:launch"],
        "POST /anchor": ["2XX:anchored", "body:anchor"],
    }


def test_one_operation_in_code_beside_the_stated_one_is_only_mentioned() -> None:
    stated = "<h2>Push</h2><p>POST /ships/{id}/push</p>" + FIELDS.format(name="tug")
    mentioned = "<h2>Images</h2><p>As <code>POST /images</code> or <code>POST /ships/{id}/push</code> does.</p>"
    assert read(mentioned + stated) == {"POST /ships/{id}/push": ["body:tug"]}


def test_operations_in_code_without_a_table_below_them_are_only_mentioned() -> None:
    stated = "<h2>Push</h2><p>POST /ships/{id}/push</p>" + FIELDS.format(name="tug")
    mentioned = (
        "<h2>Errors</h2><p>Say <code>GET /ships</code> fails.</p><h2>Login</h2><p>Then <code>POST /crews</code> works.</p>"
    )
    assert read(mentioned + stated) == {"POST /ships/{id}/push": ["body:tug"]}
