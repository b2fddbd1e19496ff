"""Samples speak where a page says nothing else of fields: of names, and of nothing more."""

from __future__ import annotations

import pytest

from documents import facts_of, markdown_document
from driftgate.contract import Certainty
from driftgate.extract.platforms import tables
from driftgate.extract.tables.shown.samples import body_in

REQUEST = '# Launch\n\nPOST /ships\n\nRequest:\n\n```json\n{"name": "Argo", "crew": [{"rank": 1}]}\n```\n\n'
ANSWER = 'Response:\n\n```json\n{"id": 7}\n```\n'
TABLE = "## Parameters\n\n| Name | Type |\n|---|---|\n| name | string |\n\n"


def read(text: str) -> dict[str, dict[str, object]]:
    (contract,) = tables.extract(markdown_document(text), None).contracts
    return {key: dict(facts) for key, facts in facts_of(contract).items()}


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        pytest.param(REQUEST + TABLE, ["body:name"], id="another part is described"),
        pytest.param(REQUEST + TABLE.replace("Name", "Gibberish").replace("Type", "Nonsense"), [], id="in a form not understood"),
        pytest.param('# Launch\n\nPOST /ships\n\n```json\n{"name": "Argo"}\n```\n', [], id="no label"),
        pytest.param('# Launch\n\nPOST /ships\n\nResponse 404:\n\n```json\n{"why": "x"}\n```\n', [], id="an error"),
        pytest.param(REQUEST.replace('"name"', '"the name"').replace('"crew"', '"7"'), [], id="keys that are no names"),
    ],
)
def test_samples_say_nothing_beside_other_words_or_without_a_label(text: str, fields: list[str]) -> None:
    assert sorted(read(text)) == fields


def test_the_names_of_labelled_samples_are_read_without_facts() -> None:
    assert read(REQUEST + ANSWER) == {"body:crew": {}, "body:crew[].rank": {}, "body:name": {}, "2XX:id": {}}


def test_they_are_marked_as_inferred() -> None:
    (contract,) = tables.extract(markdown_document(REQUEST), None).contracts
    assert {field.source and field.source.certainty for field in contract.fields.values()} == {Certainty.INFERRED}


def test_a_sample_below_a_heading_of_the_query_shows_parameters() -> None:
    assert read('# Ships\n\nGET /ships\n\n### Query params\n\n```js\n{"port": "Kiel"}\n```\n') == {"query:port": {}}


@pytest.mark.parametrize(
    "sample",
    [
        "curl -X POST https://x.example/ships \\\n  -H 'A: b' \\\n  --data '{\"name\": \"Argo\"}'",
        'POST /ships HTTP/1.1\nHost: x.example\n\n{"name": "Argo"}',
    ],
)
def test_a_command_shows_the_body_that_it_sends(sample: str) -> None:
    page = f"# Launch\n\n`POST /ships`\n\n```\n{sample}\n```\n"
    assert read(page) == {"body:name": {}}
    assert read(page + "\n" + TABLE.replace("name", "crew")) == {"body:crew": {"type": "string"}}


def test_what_has_no_body_shows_none() -> None:
    assert body_in("curl https://x.example/ships?x={1}") == ""
    assert body_in('GET /ships\n\n{"name": "Argo"}') == ""
