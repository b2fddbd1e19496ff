"""API Blueprint: resources and actions in headings, members in lists, structures by name."""

from __future__ import annotations

from driftgate.contract import Contract
from driftgate.extract.document import Document
from driftgate.extract.page import Page
from driftgate.extract.platforms import api_blueprint

URL = "https://docs.example.test/ships.apib"

PAGE = """FORMAT: 1A
HOST: https://api.example.test

# Group Fleet

## Ship [/fleets/{fleet}/ships/{id}{?deep,page}]

+ Parameters
    + fleet (string, required) - The fleet.
    + id: `7` (number)

      The ship.
    + `deep`: true (optional, boolean)
        + Default: `false`
    + page (optional, enum[string])
        + Members
            + `first`
            + `last`

+ Attributes
    + name: Ada (string, required)
    + crew (array[Sailor], optional) - Who sails.

### Look [GET]

+ Response 200 (application/json)
    + Attributes (Ship)

    + Body

            {"name": "Ada"}

### Refit [PUT /refits/{id}]

+ Request (application/json)
    + Attributes
        + rig
            + mast: 2 (number, required)

+ Response 409 (application/json)
    + Attributes
        + error (string)

# GET /harbours

+ Response 200 (application/json)
    + Attributes (array[Harbour])

# Data Structures

## Sailor (object)
+ rank (number, required)

## Place (object)
+ latitude (number)

## Harbour (Place)
+ port (string, required)
"""


def read(text: str) -> dict[str, dict[str, tuple[str | None, object]]]:
    document = Document(Page(URL, URL, 200, "text/markdown", text.encode()), text, "markdown")
    assert api_blueprint.recognises(document)
    return {str(contract.operation): _facts(contract) for contract in api_blueprint.extract(document, None).contracts}


def _facts(contract: Contract) -> dict[str, tuple[str | None, object]]:
    return {key: (field.type, field.facts.get("required")) for key, field in contract.fields.items()}


def test_a_list_of_parameters_alone_makes_no_blueprint() -> None:
    text = "# Ships\n\nGET /ships\n\n* Parameters are few.\n"

    assert not api_blueprint.recognises(Document(Page(URL, URL, 200, "text/markdown", text.encode()), text, "markdown"))


def test_actions_have_the_resource_s_parameters_and_named_structures_are_unfolded() -> None:
    found = read(PAGE)

    assert found == {
        "GET /fleets/{fleet}/ships/{id}": {
            "path:fleet": ("string", True),
            "path:id": ("number", True),
            "query:deep": ("boolean", False),
            "query:page": ("string", False),
            "200:name": ("string", True),
            "200:crew": ("array", False),
            "200:crew[].rank": ("number", True),
        },
        "PUT /refits/{id}": {
            "body:rig": (None, None),
            "body:rig.mast": ("number", True),
            "409:error": ("string", None),
        },
        "GET /harbours": {"200:[].latitude": ("number", None), "200:[].port": ("string", True)},
    }
