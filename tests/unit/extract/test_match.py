"""Which of the operations on a page was asked for."""

from __future__ import annotations

import pytest

from driftgate.contract import Contract, Field, Operation
from driftgate.extract.match import full_paths, is_wanted, pick

WANTED = Operation("GET", "/v1/ships/{id}")


def contract(method: str, path: str, *servers: str, fields: int = 0) -> Contract:
    names = [f"field{number}" for number in range(fields)]
    found = {field.key: field for field in (Field("query", name) for name in names)}
    return Contract(operation=Operation(method, path), servers=servers, fields=found)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(contract("POST", "/v1/ships/{id}"), id="another-method"),
        pytest.param(contract("GET", "/v1/ships"), id="the-path-above"),
        pytest.param(contract("GET", "/v1/ships/latest"), id="a-fixed-word-for-the-variable"),
        pytest.param(contract("GET", "/ships/{id}"), id="without-its-base-path"),
        pytest.param(contract("GET", "/ships/{id}", "https://api.example.test/v2"), id="below-another-base-path"),
    ],
)
def test_another_operation_is_not_the_wanted_one(other: Contract) -> None:
    assert not is_wanted(other, WANTED)
    assert pick([other], WANTED) is None


@pytest.mark.parametrize(
    "found",
    [
        pytest.param(contract("GET", "/v1/ships/{ship_id}"), id="the-variable-has-another-name"),
        pytest.param(contract("GET", "/ships/{id}", "https://api.example.test/v1/"), id="below-the-base-path-of-its-server"),
    ],
)
def test_the_wanted_operation_is_known_by_its_shape(found: Contract) -> None:
    assert is_wanted(found, WANTED)


def test_without_a_wish_only_the_sole_operation_of_a_page_is_picked() -> None:
    first, second = contract("GET", "/a"), contract("GET", "/b")
    assert (pick([], None), pick([first, second], None), pick([first, first], None)) == (None, None, first)


def test_of_two_contracts_of_the_wanted_operation_the_richest_is_picked() -> None:
    poor, rich = (contract("GET", "/v1/ships/{id}", fields=fields) for fields in (1, 3))
    assert pick([poor, rich, contract("GET", "/b", fields=9)], WANTED) is rich


def test_a_path_counts_alone_and_below_each_server() -> None:
    paths = full_paths(contract("GET", "/ships", "https://a.example.test/v1", "https://b.example.test"))
    assert paths == full_paths(contract("GET", "/ships")) | full_paths(contract("GET", "/v1/ships"))
