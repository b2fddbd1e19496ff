"""Stainless' Markdown: entries that are wholly code, variants and values below them, optional as a word of the type."""

from __future__ import annotations

from driftgate.contract import Contract
from driftgate.extract.document import Document
from driftgate.extract.page import Page
from driftgate.extract.platforms import stainless

URL = "https://docs.example.test/ships.md"

PAGE = """## Launch a ship

**post** `/fleets/{fleet_id}/ships`

Puts a ship to sea.

### Path Parameters

- `fleet_id: string`

  The fleet.

### Header Parameters

- `"x-trace": optional array of string`

### Body Parameters

- `name: string`

  What is painted on the bow.

- `rig: optional "sloop" or "ketch" or 1 more`

  - `"sloop"`

  - `"ketch"`

  - `"yawl"`

- `crew: array of object { name, rank }`

  - `name: string`

    ```json
    {"name": "Ada"}
    ```

  - `rank: optional number`

- `cargo: string or array of CargoPart`

  - `UnionMember0 = string`

  - `UnionMember1 = array of CargoPart`

    - `Crate = object { weight, type }`

      - `weight: number`

      - `type: "crate"`

        - `"crate"`

    - `Barrel = object { litres }`

      - `litres: number`

- `papers: optional unknown`

- `flag: optional Flag`

  Deprecated. Say port instead.

  - `country: string`

### Returns

- `Ship = object { id, afloat }`

  - `id: string`

  - `afloat: true`

    - `true`

### Example

```http
curl https://api.example.test/fleets/$FLEET_ID/ships
```

# Domain Types

## Harbour

- `Harbour object { port }`

  - `port: string`
"""


def read(text: str) -> tuple[Contract, ...]:
    document = Document(Page(URL, URL, 200, "text/markdown", text.encode()), text, "markdown")
    assert stainless.recognises(document)
    return stainless.extract(document, None).contracts


def test_a_page_without_entries_that_are_wholly_code_is_another_reader_s() -> None:
    text = "**post** `/ships`\n\n- `name` (string): The name.\n"
    document = Document(Page(URL, URL, 200, "text/markdown", text.encode()), text, "markdown")

    assert not stainless.recognises(document)


def test_entries_are_fields_and_variants_and_values_are_none() -> None:
    (contract,) = read(PAGE)
    facts = {key: (field.type, field.facts.get("required")) for key, field in contract.fields.items()}

    assert str(contract.operation) == "POST /fleets/{fleet_id}/ships"
    assert facts == {
        "path:fleet_id": ("string", True),
        "header:x-trace": ("array<string>", False),
        "body:name": ("string", True),
        "body:rig": ("string", False),
        "body:crew": ("array", True),
        "body:crew[].name": ("string", True),
        "body:crew[].rank": ("number", False),
        "body:cargo": ("string | array", True),
        "body:cargo[].weight": ("number", True),
        "body:cargo[].type": ("string", True),
        "body:cargo[].litres": ("number", True),
        "body:papers": (None, False),
        "body:flag": ("object", False),
        "body:flag.country": ("string", True),
        "2XX:id": ("string", True),
        "2XX:afloat": ("boolean", True),
    }


def test_the_values_of_a_cut_off_union_are_those_listed_below_it() -> None:
    (contract,) = read(PAGE)

    assert contract.fields["body:rig"].facts["enum"] == ("sloop", "ketch", "yawl")
    assert contract.fields["body:flag"].facts["deprecated"] is True


def test_a_body_that_is_a_list_has_no_name() -> None:
    (contract,) = read("**put** `/ships`\n\n### Body Parameters\n\n- `body: array of Ship`\n\n  - `name: string`\n")

    assert list(contract.fields) == ["body:[].name"]
