"""Labels of addresses and methods, alone or beside words that make them no other."""

from __future__ import annotations

import pytest

from driftgate.extract.blocks import Cell, Table
from driftgate.extract.markdown.blocks import blocks
from driftgate.extract.tables.operations.endpoints import stated_operations
from driftgate.extract.tables.operations.pairs import Pair, is_address_label, labelled_method


@pytest.mark.parametrize("label", ["Callback URL", "Base URL", "Documentation URL", "The address of the sender"])
def test_other_addresses_are_not_that_of_the_operation(label: str) -> None:
    assert not is_address_label(label)


@pytest.mark.parametrize("label", ["Relative URL", "Full endpoint path", "API request address", "1. Request URL (HTTPS)"])
def test_words_beside_a_label_make_it_no_other(label: str) -> None:
    assert is_address_label(label)


def test_the_same_holds_of_methods() -> None:
    assert (labelled_method("HTTP request method: PUT"), labelled_method("Payment method: GET")) == ("PUT", "")


def stated(*rows: tuple[str, str]) -> str:
    cells = [tuple(map(Cell, row)) for row in rows]
    found = Pair().with_block(0, Table(cells[0], tuple(cells[1:])))
    return " ".join(str(one.operation) for one in found)


def test_the_only_method_and_the_only_path_of_a_table_of_labels_are_the_operation_in_any_language() -> None:
    assert stated(("Gaia", "Balioa"), ("Bidea", "`/ships/{id}`"), ("Modua", "PATCH"), ("Itzulera", "application/json")) == (
        "PATCH /ships/{id}"
    )


def test_of_two_paths_or_two_methods_none_is_told() -> None:
    assert stated(("Gaia", "Balioa"), ("Bidea", "/ships"), ("Beste bat", "/ports"), ("Modua", "GET")) == ""
    assert stated(("Gaia", "Balioa"), ("Bidea", "/ships"), ("Modua", "GET"), ("Edo", "POST")) == ""


def test_words_with_a_slash_are_no_path() -> None:
    assert stated(("Gaia", "Balioa"), ("Bidea", "and/or"), ("Modua", "GET")) == ""


@pytest.mark.parametrize("label", ["短信平台接口地址", "一、请求地址", "Test environment URL"])
def test_a_label_may_have_words_or_a_number_before_it(label: str) -> None:
    assert is_address_label(label)


@pytest.mark.parametrize(
    "text",
    [
        "地址 https://h.example/ships\n\nmethod post",
        "## Request (POST)\n\nURL: https://h.example/ships",
        "HTTP METHOD\n\nPOST\n\nURL\n\nhttps://h.example/ships",
        "POST\n\nA ship is launched.\n\nRequest URL: https://h.example/ships",
    ],
)
def test_a_value_may_stand_behind_its_label_without_a_colon_and_a_badge_without_a_label(text: str) -> None:
    assert [str(found.operation) for found in stated_operations(blocks(text))] == ["POST /ships"]


def test_a_segment_that_may_be_left_out_is_left_out() -> None:
    (found,) = stated_operations(blocks("GET https://h.example/ships/{id}[/{deck}]"))
    assert str(found.operation) == "GET /ships/{id}"


def test_labels_in_a_sample_are_lines_whatever_its_fence_says() -> None:
    for page in ("```js\n  Method: GET\n  Endpoint: /ships\n```", "```json\nmethod: GET\nurl: /ships\n```"):
        assert [str(found.operation) for found in stated_operations(blocks(page))] == ["GET /ships"]
    assert stated_operations(blocks('```js\n{"Method": "GET",\n "Endpoint": "/ships"}\n```')) == []
