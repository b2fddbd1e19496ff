"""openapi-generator's Markdown: an absent "[optional]" is required, "default to null" is none, models stand apart."""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from documents import facts_of, html_document
from driftgate.contract import Operation
from driftgate.extract.document import Document
from driftgate.extract.page import Page
from driftgate.extract.platforms import openapi_generator_markdown as reader

URL = "https://docs.example.test/README.md"

PAGE = """# FleetApi

All URIs are relative to *https://api.example.test*

| Method | HTTP request | Description |
|------------- | ------------- | -------------|
| [**launchShip**](FleetApi.md#launchShip) | **POST** /fleets/{fleet_id}/ships | Launch |


<a name="launchShip"></a>
# **launchShip**
> Ship launchShip(fleet\\_id, dry, Ship)

Launch

### Parameters

|Name | Type | Description  | Notes |
|------------- | ------------- | ------------- | -------------|
| **fleet\\_id** | **String**| The fleet | [default to null] |
| **dry** | **Boolean**| Only try | [optional] [default to false] |
| **Idempotency-Key** | **String**| Once | [optional] [default to null] |
| **Ship** | [**Ship**](../Models/Ship.md)|  | |

### Return type

[**List**](../Models/Ship.md)

### HTTP request headers

- **Content-Type**: application/json
- **Accept**: application/json

# Ship
## Properties

| Name | Type | Description | Notes |
|------------ | ------------- | ------------- | -------------|
| **name** | **String** |  | [default to null] |
| **hue** | **String** |  | [optional] [default to red] [enum: red, blue] |
| **crew** | [**List**](Sailor.md) |  | [optional] [default to null] |

[[Back to Model list]](../README.md#documentation-for-models)

# Sailor
## Properties

| Name | Type | Description | Notes |
|------------ | ------------- | ------------- | -------------|
| **tool\\_kit** | **Integer** |  | [default to null] |

[[Back to Model list]](../README.md#documentation-for-models)
"""


def test_a_page_is_read_whole() -> None:
    page = Document(Page(URL, URL, 200, "text/markdown", PAGE.encode()), PAGE, "markdown")
    assert reader.recognises(page)
    (contract,) = reader.extract(page, None).contracts
    assert contract.operation == Operation("POST", "/fleets/{fleet_id}/ships")
    assert contract.servers == ("https://api.example.test",)
    assert (contract.request.media_types, contract.request.required) == (("application/json",), True)
    assert {key: dict(field.facts) for key, field in contract.fields.items()} == {
        "path:fleet_id": {"type": "string", "required": True},
        "query:dry": {"type": "boolean", "required": False, "default": False},
        "header:Idempotency-Key": {"type": "string", "required": False},
        "body:name": {"type": "string", "required": True},
        "body:hue": {"type": "string", "required": False, "default": "red", "enum": ("red", "blue")},
        "body:crew": {"type": "array", "required": False},
        "body:crew[].tool_kit": {"type": "integer", "required": True},
        "2XX:[].name": {"type": "string", "required": True},
        "2XX:[].hue": {"type": "string", "required": False, "default": "red", "enum": ("red", "blue")},
        "2XX:[].crew": {"type": "array", "required": False},
        "2XX:[].crew[].tool_kit": {"type": "integer", "required": True},
    }


def test_a_page_without_the_generators_links_is_not_taken_for_one() -> None:
    text = "# Notes\n\n| Name | Notes |\n|---|---|\n| a | b |\n"
    assert not reader.recognises(Document(Page(URL, URL, 200, "text/markdown", text.encode()), text, "markdown"))


def test_an_empty_model_has_the_type_that_its_values_or_variants_tell_and_no_other() -> None:
    """A model without properties may be a set of values, a union or a map; only values that are words say which."""
    fields = _fields(
        """
| **hue** | [**Hue**](Hue.md) |  | [default to null] |
| **size** | [**Size**](../Models/.md) |  | [optional] [default to null] [enum: small, large] |
| **depth** | [**Depth**](../Models/.md) |  | [optional] [default to null] [enum: 1, 2] |
| **extra** | [**Object**](.md) |  | [optional] [default to null] |
| **mast** | [**Mast**](Mast.md) |  | [optional] [default to tall] |
| **keel** | [**Mast**](Mast.md) |  | [optional] [default to 3] |
| **sail** | [**Mast**](Mast.md) | Can be a string or an array of numbers. | [optional] [default to null] |
| **cargo** | [**Ship_cargo**](Ship_cargo.md) |  | [optional] [default to null] |
""",
        {
            "Hue": "",
            "Mast": "",
            "Ship_cargo": "",
            "Ship_cargo_oneOf": "| **label** | **String** |  | [default to null] |\n",
            "Ship_cargo_oneOf_inner": "| **weight** | **Integer** |  | [default to null] |\n",
        },
    )
    assert fields == {
        "body:hue": {"required": True},
        "body:size": {"type": "string", "required": False, "enum": ("small", "large")},
        "body:depth": {"required": False, "enum": (1, 2)},
        "body:extra": {"type": "object", "required": False},
        "body:mast": {"type": "string", "required": False, "default": "tall"},
        "body:keel": {"required": False, "default": 3},
        "body:sail": {"type": "string | array<number>", "required": False},
        "body:cargo": {"required": False},
        "body:cargo.label": {"type": "string", "required": True},
        "body:cargo[].weight": {"type": "integer", "required": True},
    }


def test_what_stands_before_a_header_in_a_forms_parameters_is_no_field_of_the_form() -> None:
    rows = """
| **hull** | [**BuildRequest_hull**](../Models/BuildRequest_hull.md)|  | [default to null] |
| **plan** | **File**|  | [default to null] |
| **dry** | **Boolean**|  | [optional] [default to null] |
| **X-Crew** | **String**|  | [optional] [default to null] |
| **photo** | **File**|  | [optional] [default to null] |
"""
    page = PAGE.replace("application/json\n- **Accept", "multipart/form-data\n- **Accept")
    start, end = page.index("| **fleet"), page.index("### Return type")
    (contract,) = reader.extract(_document(f"{page[:start]}{rows.lstrip()}\n{page[end:]}"), None).contracts
    assert [key for key, field in contract.fields.items() if field.place != "2XX"] == [
        "body:hull",
        "body:plan",
        "query:dry",
        "header:X-Crew",
        "body:photo",
    ]


def test_a_name_is_printed_whole_whatever_signs_it_has() -> None:
    fields = _fields(
        """
| **hull length** | **Integer** |  | [default to null] |
| **a.b** | **Date** |  | [optional] [default to null] |
| **crew\\[\\]** | **byte[]** |  | [optional] [default to null] |
""",
        {},
    )
    assert fields == {
        "body:hull length": {"type": "integer", "required": True},
        "body:a.b": {"type": "string", "required": False},
        "body:crew[]": {"type": "string", "format": "byte", "required": False},
    }


def test_the_values_of_a_map_are_fields_where_their_model_is_told() -> None:
    fields = _fields(
        """
| **holds** | [**Map**](Hold.md) |  | [default to null] |
| **notes** | [**Map**](AnyType.md) |  | [optional] [default to null] |
| **lists** | [**Map**](array.md) |  | [optional] [default to null] |
""",
        {"Hold": "| **depth** | **Integer** |  | [default to null] |\n"},
    )
    assert fields == {
        "body:holds": {"type": "object", "required": True},
        "body:holds.*": {"type": "object"},
        "body:holds.*.depth": {"type": "integer", "required": True},
        "body:notes": {"type": "object", "required": False},
        "body:lists": {"type": "object", "required": False},
    }


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        pytest.param("| **Ship** | [**List**](../Models/Ship.md)|  | |", {"body:[].name", "body:[].hue"}, id="a list of models"),
        pytest.param("| **Ship** | [**Map**](../Models/Ship.md)|  | |", {"body:*.name", "body:*.hue"}, id="a map of models"),
        pytest.param("| **body** | **File**|  | |", {"body:$"}, id="bytes"),
        pytest.param("| **request\\_body** | **String**|  | [optional] |", {"body:$"}, id="a scalar"),
        pytest.param("| **Ship** | **Integer**|  | [default to null] |", {"query:Ship"}, id="a note on its default: no body"),
    ],
)
def test_the_one_parameter_without_a_note_on_its_default_is_the_whole_body(row: str, expected: set[str]) -> None:
    page = PAGE.replace("| **Ship** | [**Ship**](../Models/Ship.md)|  | |", row).replace(
        "| **crew** | [**List**](Sailor.md)", "| **crew** | **List**"
    )
    (contract,) = reader.extract(_document(page), None).contracts
    apart = {"path:fleet_id", "query:dry", "header:Idempotency-Key", "body:crew", "body:[].crew", "body:*.crew"}
    assert {key for key, field in contract.fields.items() if field.place != "2XX"} - apart == expected


def test_a_form_may_be_deleted_with_and_its_fields_are_no_query() -> None:
    label = "| **label** | **String**|  | [default to null] |"
    page = PAGE.replace("| **Ship** | [**Ship**](../Models/Ship.md)|  | |", label).replace("**POST**", "**DELETE**")
    page = page.replace("application/json\n- **Accept", "application/x-www-form-urlencoded\n- **Accept")
    (contract,) = reader.extract(_document(page), None).contracts
    assert [key for key, field in contract.fields.items() if field.place != "2XX"] == [
        "path:fleet_id",
        "query:dry",
        "header:Idempotency-Key",
        "body:label",
    ]


def _fields(rows: str, models: dict[str, str]) -> dict[str, dict[str, object]]:
    """The fields of a body with these rows, on a page with these further models."""
    header = "| Name | Type | Description | Notes |\n|------------ | ------------- | ------------- | -------------|\n"
    start, end = PAGE.index("| **name**"), PAGE.index("\n[[Back to Model list]]")
    further = "".join(f"\n# {name}\n## Properties\n\n{header}{table}" for name, table in models.items())
    page = f"{PAGE[:start]}{rows.lstrip()}{PAGE[end:]}{further}"
    (contract,) = reader.extract(_document(page), None).contracts
    return {key: dict(field.facts) for key, field in contract.fields.items() if field.place == "body"}


def _document(text: str) -> Document:
    return Document(Page(URL, URL, 200, "text/markdown", text.encode()), text, "markdown")


def test_a_page_made_into_html_reads_the_same() -> None:
    text = html_document(MarkdownIt("commonmark").enable("table").render(PAGE)).text
    markdown = Document(Page(URL, URL, 200, "text/markdown", PAGE.encode()), PAGE, "markdown")
    page = Document(Page(URL, URL, 200, "text/html", text.encode()), text, "html")
    assert reader.recognises(page)
    assert not reader.recognises(html_document("<p>All URIs are relative to <em>x</em></p><table><th>Name</th></table>"))
    (read,), (expected,) = reader.extract(page, None).contracts, reader.extract(markdown, None).contracts
    assert facts_of(read) == facts_of(expected)
    assert read.operation == expected.operation


def test_a_returned_model_may_be_printed_without_a_link() -> None:
    bold = PAGE.replace("[**List**](../Models/Ship.md)", "**Ship**")
    (contract,) = reader.extract(_document(bold), None).contracts
    (linked,) = reader.extract(_document(PAGE), None).contracts
    told = {field.path.removeprefix("[].") for field in linked.fields.values() if field.place == "2XX"}
    assert told
    assert {field.path for field in contract.fields.values() if field.place == "2XX"} == told
