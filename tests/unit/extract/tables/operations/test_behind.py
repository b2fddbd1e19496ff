"""Where an operation's part begins that is described before its address; what stands above the title of all is nobody's."""

from __future__ import annotations

from documents import facts_of, html_document, markdown_document
from driftgate.extract.platforms import tables

FIELDS = "<h3>Parameters</h3><table><tr><th>Name</th><th>Type</th></tr><tr><td>{}</td><td>string</td></tr></table>"


def read(body: str) -> dict[str, list[str]]:
    found = tables.extract(html_document(body), None)
    return {str(one.operation): sorted(one.fields) for one in found.contracts}


def test_fields_between_a_title_and_its_address_are_of_the_operation() -> None:
    page = f"<h2>Launch</h2>{FIELDS.format('name')}<p>GET /ships</p><h2>Look</h2>{FIELDS.format('port')}<p>GET /ports</p>"
    assert read(page) == {"GET /ships": ["query:name"], "GET /ports": ["query:port"]}


def test_fields_above_the_titles_of_several_operations_are_not_those_of_the_first() -> None:
    page = f"<h1>Ships</h1>{FIELDS.format('tonnage')}<h2>Look</h2><p>GET /ships</p><h2>Find one</h2><p>GET /ships/:id</p>"
    assert read(page) == {"GET /ships": [], "GET /ships/{id}": []}


def test_on_a_page_of_one_operation_they_are() -> None:
    assert read(f"<h1>Ships</h1>{FIELDS.format('tonnage')}<h2>Look</h2><p>GET /ships</p>") == {"GET /ships": ["query:tonnage"]}


SAMPLE = 'Response:\n\n```json\n{"mast": 3}\n```\n\n'
ADDRESS = "| Item | What |\n|---|---|\n| URL | https://h.example/ships/{id} |\n| HTTP Method | GET |\n"


def names(text: str) -> list[str]:
    (contract,) = tables.extract(markdown_document(text), None).contracts
    return sorted(facts_of(contract))


def test_a_sample_below_another_title_is_of_no_operation() -> None:
    assert names(f"# Ports\n\n{SAMPLE}# A ship\n\n{ADDRESS}") == []


def test_the_sample_above_the_address_is_that_of_its_title() -> None:
    assert names(f"# A ship\n\n{SAMPLE}{ADDRESS}") == ["2XX:mast"]
