"""Labels of addresses and methods, alone or beside words that make them no other."""

from __future__ import annotations

import pytest

from driftgate.extract.blocks import Cell, Table
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
    return str(found.operation) if found else ""


def test_the_only_method_and_the_only_path_of_a_table_of_labels_are_the_operation_in_any_language() -> None:
    assert stated(("Gaia", "Balioa"), ("Bidea", "`/ships/{id}`"), ("Modua", "PATCH"), ("Itzulera", "application/json")) == (
        "PATCH /ships/{id}"
    )


def test_of_two_paths_or_two_methods_none_is_told() -> None:
    assert stated(("Gaia", "Balioa"), ("Bidea", "/ships"), ("Beste bat", "/ports"), ("Modua", "GET")) == ""
    assert stated(("Gaia", "Balioa"), ("Bidea", "/ships"), ("Modua", "GET"), ("Edo", "POST")) == ""


def test_words_with_a_slash_are_no_path() -> None:
    assert stated(("Gaia", "Balioa"), ("Bidea", "and/or"), ("Modua", "GET")) == ""
