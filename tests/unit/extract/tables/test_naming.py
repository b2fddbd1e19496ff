"""Bodies told by the name of their model: in a line, in a cell, in a table of answers, behind a pointer, or as a declaration."""

from __future__ import annotations

import pytest

from documents import facts_of
from driftgate.contract import Contract, Operation
from driftgate.extract.document import Document
from driftgate.extract.page import Page
from driftgate.extract.platforms import tables
from driftgate.extract.tables.naming import model_wholly

URL = "https://docs.example.test/ships.md"
MODELS = """
## Schemas

### Ship

| Name | Type | Required |
| ---- | ---- | -------- |
| hull | string | Yes |
| hue | [Hue](#hue) | No |

### Hue

| Name | Type | Description | Required |
| ---- | ---- | ----------- | -------- |
| Hue | string | The colour | |
"""
SHIP = {"hull": {"type": "string", "required": True}, "hue": {"type": "string", "required": False}}


def read(text: str) -> Contract:
    page = Page(asked=URL, reached=URL, status=200, media_type="text/markdown", body=text.encode())
    (contract,) = tables.extract(Document(page, text, "markdown"), None).contracts
    return contract


@pytest.mark.parametrize("text", ["Returns ships that are left", "shipping", "Ship or boat", "", "A Ship that sails: Ship"])
def test_a_text_that_says_more_names_no_model(text: str) -> None:
    assert model_wholly(text, {"ship"}) == ("", False)


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("Ship", False),
        ("Schema: `Ship`", False),
        ("application/json: Ship", False),
        ("ref: #/components/schemas/Ship", False),
        ("array of Ship", True),
        ("[Ship]", True),
        ("Ship[]", True),
    ],
)
def test_a_text_that_is_nothing_but_a_name_names_the_model(text: str, listed: bool) -> None:
    assert model_wholly(text, {"ship"})[0] == "ship"
    assert model_wholly(text, {"ship"})[1] is listed


def test_a_line_below_the_request_body_names_its_model_and_parameters_are_then_of_the_query_or_headers() -> None:
    page = """# Launch

## POST /fleets/{fleet}/ships

### Parameters

| Name | Type | Required |
| ---- | ---- | -------- |
| fleet | string | True |
| decks | integer | False |
| X-Flag | string | False |

### Request Body

[Ship](#ship)

### Responses

#### 201

Launched

[Ship](#ship)
"""
    contract = read(page + MODELS)
    assert contract.operation == Operation("POST", "/fleets/{fleet}/ships")
    assert facts_of(contract) == {
        "path:fleet": {"type": "string", "required": True},
        "query:decks": {"type": "integer", "required": False},
        "header:X-Flag": {"type": "string", "required": False},
        **{f"body:{path}": facts for path, facts in SHIP.items()},
        **{f"201:{path}": facts for path, facts in SHIP.items()},
    }


def test_a_column_of_schemas_names_or_declares_the_body_and_the_answers() -> None:
    page = """# Launch

### [PUT] /ships

#### Request Body

| Required | Schema |
| -------- | ------ |
| Yes | **application/json**: [Ship](#ship)<br>**application/xml**: [Ship](#ship)<br> |

#### Responses

| Code | Description | Schema |
| ---- | ----------- | ------ |
| 200 | Launched | **application/json**: { **"ships"**: [ [Ship](#ship) ] }<br> |
| 409 | Sunk | **application/json**: { **"reason"**: string }<br> |
| default | Lost | |
"""
    contract = read(page + MODELS)
    assert facts_of(contract) == {
        **{f"body:{path}": facts for path, facts in SHIP.items()},
        "200:ships": {"type": "array"},
        **{f"200:ships[].{path}": facts for path, facts in SHIP.items()},
        "409:reason": {"type": "string"},
    }
    assert set(contract.responses) == {"200", "409", "default"}


def test_a_path_above_its_methods_is_the_path_of_each() -> None:
    page = """# Ships

### /ships/{id}

#### GET

##### Parameters

| Name | Located in | Description | Required | Schema |
| ---- | ---------- | ----------- | -------- | ------ |
| id | path | Which | Yes | long |

#### DELETE

##### Parameters

| Name | Located in | Description | Required | Schema |
| ---- | ---------- | ----------- | -------- | ------ |
| dry | query | Only try | No | boolean |

### Remarks

#### POST
"""
    page_ = Page(asked=URL, reached=URL, status=200, media_type="text/markdown", body=page.encode())
    found = tables.extract(Document(page_, page, "markdown"), None).contracts
    assert [str(contract.operation) for contract in found] == ["GET /ships/{id}", "DELETE /ships/{id}"]
    assert facts_of(found[0]) == {"path:id": {"type": "integer", "required": True}}
    assert facts_of(found[1]) == {"query:dry": {"type": "boolean", "required": False}}


def test_an_interface_below_the_request_body_declares_it() -> None:
    page = """# Launch

## POST /ships

### Request body

```ts
interface NewShip {
  hull: string
  crew?: { rank: number }[]
}
```
"""
    assert facts_of(read(page)) == {
        "body:hull": {"type": "string", "required": True},
        "body:crew": {"type": "array", "required": False},
        "body:crew[].rank": {"type": "number", "required": True},
    }
