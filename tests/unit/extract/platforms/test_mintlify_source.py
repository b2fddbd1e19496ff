"""Mintlify's sources: fields as components, within one another, beside and behind groups, in any form of attribute."""

from __future__ import annotations

from driftgate.contract import Contract
from driftgate.extract.document import Document
from driftgate.extract.page import Page
from driftgate.extract.platforms import mintlify_source

URL = "https://docs.example.test/ships.md"

PAGE = """---
title: Launch
api: 'POST https://api.example.test/fleets/{fleet}/ships'
---

## Headers

<ParamField header="X-Trace" type="string" required={true}>
  For the log.
</ParamField>

## Path

<ParamField path="fleet" type="string" required />

## Body

<ParamField
  body="rig"
  type="enum<string>"
  default="sloop"
  required={false}
>
  Available options: `sloop`, `ketch`

  ```mdx
  <ParamField body="sample" type="string" />
  ```
</ParamField>

<ParamField body="crew" type="object[]" required>
  Who sails.

  <Expandable title="properties">
    <ParamField body="rank" type="integer">
      1. mate
      2. captain
    </ParamField>
  </Expandable>
</ParamField>

## Response

<ResponseField name="data" type="object" required />

<Expandable title="Data fields">
  <ResponseField name="id" type="string" />
</Expandable>

<ResponseField name="old" type="string" deprecated />
"""


def read(text: str) -> tuple[Contract, ...]:
    document = Document(Page(URL, URL, 200, "text/markdown", text.encode()), text, "markdown")
    assert mintlify_source.recognises(document)
    return mintlify_source.extract(document, None).contracts


def test_a_page_without_such_components_is_another_reader_s() -> None:
    text = "# Fields\n\n`ParamField` is a component.\n"

    assert not mintlify_source.recognises(Document(Page(URL, URL, 200, "text/markdown", text.encode()), text, "markdown"))


def test_components_are_fields_and_those_in_samples_are_none() -> None:
    (contract,) = read(PAGE)
    facts = {key: (field.type, field.facts.get("required")) for key, field in contract.fields.items()}

    assert str(contract.operation) == "POST /fleets/{fleet}/ships"
    assert contract.servers == ("https://api.example.test",)
    assert facts == {
        "header:X-Trace": ("string", True),
        "path:fleet": ("string", True),
        "body:rig": ("string", False),
        "body:crew": ("array", True),
        "body:crew[].rank": ("integer", None),
        "2XX:data": ("object", True),
        "2XX:data.id": ("string", None),
        "2XX:old": ("string", None),
    }


def test_attributes_and_words_state_further_facts() -> None:
    (contract,) = read(PAGE)
    rig = contract.fields["body:rig"]

    assert (rig.facts["default"], rig.facts["enum"]) == ("sloop", ("sloop", "ketch"))
    assert contract.fields["2XX:old"].facts["deprecated"] is True
    assert rig.source is not None
    assert rig.source.line == 18


def test_the_status_in_a_heading_is_the_answer_s() -> None:
    (contract,) = read(
        '<Endpoint method="GET" path="/ships" />\n\n## Response `404`\n\n<ResponseField name="error" type="string" required>\n\n'
        "None.\n\n</ResponseField>\n"
    )

    assert list(contract.fields) == ["404:error"]


def test_a_component_that_never_closes_is_read_in_a_moment() -> None:
    for endless in ('<ParamField query="' * 3000, "<ParamField " + 'a="x" ' * 200, "<ParamField " * 3000):
        text = "GET /ships\n\n## Query\n\n" + endless
        document = Document(Page(URL, URL, 200, "text/markdown", text.encode()), text, "markdown")
        assert not any(contract.fields for contract in mintlify_source.extract(document, None).contracts)
