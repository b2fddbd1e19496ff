"""Scalar's Markdown: parameters under headings, properties in lists, items, maps and unions by label, schemas shown once."""

from __future__ import annotations

from documents import facts_of, markdown_document
from driftgate.contract import Contract, Operation
from driftgate.extract.platforms import scalar_markdown

PAGE = """# Fleet

- **OpenAPI Version:**\u00a0`3.1.1`
- **API Version:**\u00a0`2`

## Servers

- **URL:**\u00a0`https://api.example.test`

## Operations

### Launch a ship

- **Method:**\u00a0`POST`
- **Path:**\u00a0`/fleets/{fleet.id}/ships`
- **Tags:**\u00a0ships

Puts a ship to sea.

### Before you do

#### Notes

- **`tide`**

  `string`

#### Parameters

##### `fleet.id` required

- **In:**\u00a0`path`

Whose ship.

`string`, minLength: `3`

##### `ids[]` deprecated

- **In:**\u00a0`query`
- **Explode:**\u00a0`true`

**Array of:**

`string`, possible values: `"a", "b, c"`

#### Request Body

**Required:**\u00a0`true`

##### Content-Type: application/json; charset=utf-8

schema: `Ship` — What floats.

- **`name` (required)**

  `string | null`, default: `""` — Painted on the bow
- **`cargo`**

  `array`

  **Items:**

  **Any of:**

  `string`

  `integer`
- **`flags`**

  `object`

  **Additional properties:**

  `boolean`
- **`masts`**

  `array`

  **Items:**

  schema: `Mast`
  - **`height`**

    `integer`, format: `int32`, exclusiveMinimum: `0`
  - **`stays`**

    `array`

    **Items:**

    *[Circular Reference]*
  * Min items: `1`
- **`rig`**

  `object`

  **One of:**

  schema: `Sloop`
  - **`kind` (required)**

    `object`, const: `"sloop"`

  schema: `Ketch`
  - **`kind` (required)**

    `object`, const: `"ketch"`
  - **`mizzen mast`**

    `boolean`, default: `false`

**Additional properties:**

never (false schema)

**Example:**

```json
{"name": ""}
```

#### Responses

##### Status: 201 Launched

**Headers:**

- **`X-Left`** (required)

  How many

  `integer`

###### Content-Type: application/json

**All of:**

*Schema `Mast` is shown above.*

- **`id` (required)**

  `integer`, readOnly

##### Status: 4XX Refused

###### Content-Type: application/json

**Array of:**

`string`

## Schemas

### Ship

- **Type:**`object`

*Schema `Ship` is shown above.*
"""

FACTS = {
    "path:fleet.id": {"type": "string", "min_length": 3, "required": True},
    "query:ids[]": {"type": "array<string>", "required": False, "deprecated": True, "enum": ("a", "b, c")},
    "query:ids[][]": {"type": "string", "enum": ("a", "b, c")},
    "body:name": {"type": "string", "nullable": True, "required": True, "default": ""},
    "body:cargo": {"type": "array<integer | string>", "required": False},
    "body:flags": {"type": "object", "required": False},
    "body:flags.*": {"type": "boolean"},
    "body:masts": {"type": "array", "required": False},
    "body:masts[].height": {"type": "integer", "required": False, "format": "int32", "exclusive_minimum": 0},
    "body:masts[].stays": {"type": "array", "required": False},
    "body:rig": {"type": "object", "required": False},
    "body:rig.kind": {"type": "string", "required": True, "enum": ("ketch", "sloop")},
    "body:rig.mizzen mast": {"type": "boolean", "required": False, "default": False},
    "201:height": {"type": "integer", "required": False, "format": "int32", "exclusive_minimum": 0},
    "201:stays": {"type": "array", "required": False},
    "201:id": {"type": "integer", "required": True, "read_only": True},
    "201.header:X-Left": {"type": "integer", "required": True},
    "4XX:$": {"type": "array<string>"},
}


def read(text: str = PAGE) -> Contract:
    document = markdown_document(text)
    assert scalar_markdown.recognises(document)
    extraction = scalar_markdown.extract(document, None)
    assert not extraction.machine_readable
    (contract,) = extraction.contracts
    return contract


def test_lists_alone_are_others() -> None:
    assert not scalar_markdown.recognises(markdown_document("- **Method:** `GET`\n- **Path:** `/ships`\n"))


def test_a_page_is_read_whole() -> None:
    contract = read()
    assert (contract.operation, contract.servers) == (
        Operation("POST", "/fleets/{fleet.id}/ships"),
        ("https://api.example.test",),
    )
    assert contract.request.required is True
    assert facts_of(contract) == FACTS


def test_a_field_is_quoted_where_it_stands() -> None:
    source = read().fields["body:masts[].height"].source
    assert source is not None
    assert (source.reader, source.quote.split("\n")[0]) == ("scalar-markdown", "height")
    assert PAGE.splitlines()[(source.line or 0) - 1].strip() == "- **`height`**"
