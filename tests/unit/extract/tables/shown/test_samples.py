"""Which requests of samples are operations of an API."""

from __future__ import annotations

import pytest

from driftgate.extract.blocks import Code
from driftgate.extract.tables.shown.samples import sampled_operations, value_of


@pytest.mark.parametrize(
    "command",
    [
        "curl -L https://example.test/ships/commit/a51f.patch",
        "curl -fsSL https://example.test/setup | sudo -E bash -",
        "curl https://example.test/compare/1...2 | git apply",
    ],
)
def test_what_is_fetched_to_be_installed_or_applied_is_no_operation(command: str) -> None:
    assert sampled_operations([Code(command)]) == []


def test_an_answer_may_be_piped_to_a_reader() -> None:
    (found,) = sampled_operations([Code("curl https://example.test/ships | jq .")])
    assert str(found.operation) == "GET /ships"


def test_dots_for_what_is_left_out_are_forgiven() -> None:
    assert value_of('{"masts": [1, 2, ..., 9], "crew": {"rank": 1, ...}, "log": [...]}') == {
        "masts": [1, 2, 9],
        "crew": {"rank": 1},
        "log": [],
    }
