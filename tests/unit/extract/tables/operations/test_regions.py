"""Which fields belong to which operation: behind it as a rule, before it where every one of the page stands behind its fields."""

from __future__ import annotations

import pytest

from documents import html_document
from driftgate.extract.markdown.blocks import blocks
from driftgate.extract.platforms import tables
from driftgate.extract.tables.operations.endpoints import stated_operations

FIELDS = "<table><tr><th>Name</th><th>Type</th></tr><tr><td>{name}</td><td>string</td></tr></table>"


def part(title: str, name: str, operation: str, *, behind: bool = False) -> str:
    described = "<h3>Arguments</h3>" + FIELDS.format(name=name)
    stated = f"<pre>{operation}</pre>"
    return f"<h2>{title}</h2>" + (stated + described if behind else described + stated)


def read(body: str) -> dict[str, list[str]]:
    found = tables.extract(html_document(f"<h1>Ships</h1>{body}"), None)
    return {f"{one.operation.method} {one.operation.path}": sorted(one.fields) for one in found.contracts}


def test_fields_behind_their_operations_are_theirs() -> None:
    page = part("Add", "name", "POST /ships", behind=True) + part("Find", "sort", "GET /ships", behind=True)
    assert read(page) == {"POST /ships": ["body:name"], "GET /ships": ["query:sort"]}


def test_fields_before_their_operations_are_theirs_where_none_stand_behind() -> None:
    page = part("Add", "name", "POST /ships") + part("Find", "sort", "GET /ships")
    assert read(page) == {"POST /ships": ["body:name"], "GET /ships": ["query:sort"]}


def test_a_changelog_states_no_operation_and_the_rest_of_the_page_does() -> None:
    page = "<h2>Changelog</h2><h3>1.2</h3><p>DELETE /ships</p><h2>Find</h2><p>GET /ships</p><h3>Query</h3>" + FIELDS.format(
        name="q"
    )
    assert read(page) == {"GET /ships": ["query:q"]}


def test_names_that_a_page_leaves_open_are_any_key_of_a_body_and_variables_of_a_path() -> None:
    listed = "<h3>{}</h3><dl><dt><code>&lt;id&gt;</code></dt><dd>(required, string) Which.</dd></dl>"
    page = f"<p>PUT /ships/&lt;id&gt;</p>{listed.format('Path parameters')}{listed.format('Request body')}"
    assert read(page) == {"PUT /ships/{id}": ["body:*", "path:id"]}


def test_a_heading_of_samples_between_fields_and_operation_does_not_part_them() -> None:
    page = f"<h2>Add a ship</h2><h3>Fields for a ship</h3><h4>Arguments</h4>{FIELDS.format(name='name')}"
    assert read(f"{page}<h3>Code for ships</h3><p>POST /ships</p>") == {"POST /ships": ["body:name"]}


def test_a_bold_sentence_within_a_section_says_when_its_fields_are_there() -> None:
    page = f"<p>GET /ships</p><h3>Response</h3>{FIELDS.format(name='code')}<p><b>{{}}</b></p>{FIELDS.format(name='berth')}"
    told = page.format("These fields are there where the code is 0")
    assert read(told) == {"GET /ships": ["2XX:berth", "2XX:code"]}
    assert read(page.format("Berth of a ship")) == {"GET /ships": ["2XX:code"]}


@pytest.mark.parametrize("sentence", ["Returns a ship object.", "A ship object."])
def test_a_sentence_under_the_answer_names_the_object_that_it_is(sentence: str) -> None:
    page = f"<h2>The ship object</h2>{FIELDS.format(name='berth')}<h2>Find</h2><p>GET /ship</p><h3>Response</h3><p>{sentence}</p>"
    assert read(page) == {"GET /ship": ["2XX:berth"]}


def test_a_base_before_a_stated_path_makes_no_other_operation_of_an_example() -> None:
    example = "<h3>Example request</h3><pre>GET /v2/ships/7?sort=age</pre>"
    page = part("Find", "sort", "GET /ships/{id}", behind=True) + example + part("Add", "name", "POST /ships", behind=True)
    assert list(read(page)) == ["GET /ships/{id}", "POST /ships"]


def test_a_variable_may_be_several_words() -> None:
    page = part("Find", "sort", "GET /ships/(id or name)/crew", behind=True) + part(
        "Add", "name", "PUT /ships/&lt;ship name&gt;", behind=True
    )
    assert read(page) == {"GET /ships/{id or name}/crew": ["query:sort"], "PUT /ships/{ship name}": ["body:name"]}


ANSWER = "<h3>Response attributes</h3>" + FIELDS.format(name="id")


@pytest.mark.parametrize(
    "sample",
    [
        "<h3>Request</h3><pre>GET /ships</pre>",
        "<h3>Sorting</h3><pre>GET /ships?sort=age</pre><h3>Request</h3><pre>GET /ships</pre>",
    ],
)
def test_a_sample_in_a_section_of_an_operation_begins_no_other_part(sample: str) -> None:
    page = "<h2>GET /ships</h2><h3>Parameters</h3>" + FIELDS.format(name="sort") + sample + ANSWER
    assert read(page) == {"GET /ships": ["2XX:id", "query:sort"]}


def test_the_same_operation_below_two_titles_is_described_twice() -> None:
    page = part("By name", "name", "POST /ships", behind=True) + part("By number", "number", "POST /ships", behind=True)
    found = tables.extract(html_document(f"<h1>Ships</h1>{page}"), None)
    assert [sorted(one.fields) for one in found.contracts] == [["body:name"], ["body:number"]]


def test_attributes_that_a_raw_request_shows_are_sent() -> None:
    sample = '<pre>POST /ships\nHeaders:\n  Accept: text/plain\n\n{"name": "Ada"}</pre>'
    page = "<h2>POST /ships</h2><h3>Attributes</h3>" + FIELDS.format(name="name") + f"<h3>Request</h3>{sample}"
    assert read(page) == {"POST /ships": ["body:name"]}


def test_a_deeper_heading_with_the_operation_once_more_is_within_its_part() -> None:
    page = (
        "<h2>GET /ships</h2><h3>GET /ships?deck=2</h3>"
        + FIELDS.format(name="deck")
        + "<h2>POST /ships</h2>"
        + FIELDS.format(name="name")
    )
    assert read(page) == {"GET /ships": ["query:deck"], "POST /ships": ["body:name"]}


def test_a_table_headed_parameter_right_below_an_operation_is_of_its_request() -> None:
    told = "<table><tr><th>{0}</th><th>Explanation</th></tr><tr><td>deck</td><td>Which one.</td></tr></table>"
    assert read("<h2>GET /ships</h2>" + told.format("Parameter")) == {"GET /ships": ["query:deck"]}
    assert read("<h2>GET /ships</h2>" + told.format("Word")) == {"GET /ships": []}


def test_parameters_below_a_sample_of_the_answer_are_of_the_answer() -> None:
    page = '<h2>POST /ships</h2><h3>Response</h3><pre>{"id": 7}</pre><h3>Parameters</h3>' + FIELDS.format(name="id")
    assert read(page) == {"POST /ships": ["2XX:id"]}


def test_attributes_above_the_answer_are_sent_and_their_headings_say_which_must_be() -> None:
    page = (
        "<h2>POST /ships</h2><h2>Attributes</h2><h3>{0}</h3>"
        + FIELDS.format(name="name")
        + "<h2>Response</h2>"
        + FIELDS.format(name="id")
    )
    found = tables.extract(html_document(page.format("Obrigatórios")), None).contracts[0].fields
    assert {key: field.facts.get("required") for key, field in found.items()} == {"body:name": True, "2XX:id": None}


def test_a_variable_for_the_server_is_no_part_of_the_path() -> None:
    fields = FIELDS.format(name="name")
    for server in ("{{BASE_URL}}", "{host}", "&lt;endpoint&gt;", "$API"):
        assert read(f"<p>POST {server}/v1/ships</p>{fields}") == {"POST /v1/ships": ["body:name"]}


def test_an_address_that_the_lone_entry_of_a_list_leads_to_as_a_sample_begins_nothing() -> None:
    text = "# Launch\n\n## URI\n\nPOST /ships\n\n## Request\n\n- Request example\n\n"
    text += "```\nPOST https://{Host}/ships\n```\n\n## Response\n"
    assert [str(found.operation) for found in stated_operations(blocks(text))] == ["POST /ships"]
