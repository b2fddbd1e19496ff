"""A row becomes the field that its name, its type and the place of its section say together."""

from __future__ import annotations

import pytest

from documents import facts_of, markdown_document
from driftgate.extract.platforms import tables

PAGE = """# Ships

`POST /ships`

### {heading}

| Name | Type |
| ---- | ---- |
{rows}
"""


def told(heading: str, *rows: str) -> dict[str, dict[str, object]]:
    page = PAGE.format(heading=heading, rows="\n".join(f"| {row} |" for row in rows))
    (contract,) = tables.extract(markdown_document(page), None).contracts
    return {name: dict(facts) for name, facts in facts_of(contract).items()}


def test_brackets_behind_the_name_of_a_query_parameter_are_part_of_it() -> None:
    assert told("Query parameters", "`lamps[]` | string") == {"query:lamps[]": {"type": "string"}}


@pytest.mark.parametrize("kind", ["string[]", "string or array"])
def test_a_type_that_is_already_that_of_a_list_leaves_the_name_as_it_is(kind: str) -> None:
    assert list(told("Request body", f"`lamps[]` | {kind}")) == ["body:lamps[]"]


def test_the_items_of_a_list_with_a_row_of_its_own_stay_beside_it() -> None:
    stated = {"body:lamps": {"type": "array"}, "body:lamps[]": {"type": "object"}, "body:lamps[].oil": {"type": "string"}}
    assert told("Request body", "`lamps` | array", "`lamps[]` | object", "`lamps[].oil` | string") == stated


def test_brackets_behind_a_name_make_a_list_of_what_its_type_says() -> None:
    assert told("Response 200", "`lamps[]` | object", "`lamps[].oil` | string", "`masts[]` | integer", "`grid[][]` | number") == {
        "200:lamps": {"type": "array"},
        "200:lamps[].oil": {"type": "string"},
        "200:masts": {"type": "array<integer>"},
        "200:grid": {"type": "array<array<number>>"},
    }


def test_what_is_sent_is_a_list_where_the_sample_above_is_one() -> None:
    text = '# Launch\n\nPOST /ships\n\n## Request\n\n```json\n[{"mast": 3, "keel": "oak"}]\n```\n\n'
    text += "| Field | Type |\n|---|---|\n| mast | integer |\n| keel | string |\n"
    (contract,) = tables.extract(markdown_document(text), None).contracts
    assert sorted(facts_of(contract)) == ["body:[].keel", "body:[].mast"]


def test_a_variable_of_the_address_may_be_printed_with_its_sign() -> None:
    text = "# A ship\n\nGET /ships/$shipId\n\n## Parameters\n\n| Parameter | Type |\n|---|---|\n| $shipId | string |\n"
    (contract,) = tables.extract(markdown_document(text), None).contracts
    assert (str(contract.operation), sorted(facts_of(contract))) == ("GET /ships/{shipId}", ["path:shipId"])


def test_a_header_over_the_names_announces_the_answer_below_any_title() -> None:
    text = "# A ship\n\nGET /ships\n\n## What a ship has\n\n| Response object | Description |\n|---|---|\n"
    text += "| mast | How many |\n| `deck`->`wood` | Oak |\n"
    (contract,) = tables.extract(markdown_document(text), None).contracts
    assert sorted(facts_of(contract)) == ["2XX:deck.wood", "2XX:mast"]
