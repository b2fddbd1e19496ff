"""Labels of addresses and methods, alone or beside words that make them no other."""

from __future__ import annotations

import pytest

from driftgate.extract.tables.operations.pairs import is_address_label, labelled_method


@pytest.mark.parametrize("label", ["Callback URL", "Base URL", "Documentation URL", "The address of the sender"])
def test_other_addresses_are_not_that_of_the_operation(label: str) -> None:
    assert not is_address_label(label)


@pytest.mark.parametrize("label", ["Relative URL", "Full endpoint path", "API request address", "1. Request URL (HTTPS)"])
def test_words_beside_a_label_make_it_no_other(label: str) -> None:
    assert is_address_label(label)


def test_the_same_holds_of_methods() -> None:
    assert (labelled_method("HTTP request method: PUT"), labelled_method("Payment method: GET")) == ("PUT", "")
