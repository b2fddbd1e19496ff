"""Alternatives stated together have what stands below them in common."""

from __future__ import annotations

import pytest

from documents import facts_of, markdown_document
from driftgate.extract.platforms import tables

BODY = "\n## Request body\n\n| Name | Type |\n|---|---|\n| mast | string |\n"


def read(statement: str) -> dict[str, list[str]]:
    contracts = tables.extract(markdown_document(f"# Copy a ship\n\n{statement}\n{BODY}"), None).contracts
    return {str(contract.operation): sorted(facts_of(contract)) for contract in contracts}


@pytest.mark.parametrize(
    "statement",
    ["```http\nPOST /ships/{id}/copy\nPOST /ports/{id}/close\n```", "```http\nPOST /ships/{id}\nPOST /ports/{id}\n```"],
)
def test_addresses_that_end_otherwise_are_an_index(statement: str) -> None:
    assert read(statement) == {}


def test_addresses_that_end_alike_are_operations_with_the_same_fields() -> None:
    assert read("```http\nPOST /ships/{id}/copy\nPOST /ports/{port}/ships/{id}/copy\n```") == {
        "POST /ships/{id}/copy": ["body:mast"],
        "POST /ports/{port}/ships/{id}/copy": ["body:mast"],
    }


def test_so_are_methods_of_one_address_one_below_the_other_or_beside_each_other() -> None:
    both = {"POST /ships": ["body:mast"], "PUT /ships": ["body:mast"]}
    assert read("`POST /ships`\n\n`PUT /ships`") == both
    assert read("URL: `/ships`\n\nMethod: `POST` | `PUT`") == both


def test_one_shown_again_in_an_example_is_not_told_twice() -> None:
    page = f"```http\nPOST /ships/{{id}}/copy\nPOST /me/ships/{{id}}/copy\n```\n{BODY}"
    page += "\n## Example\n\n```http\nPOST /ships/{id}/copy\n```\n"
    assert list(read(page)) == ["POST /ships/{id}/copy", "POST /me/ships/{id}/copy"]
