"""Which values a fact speaks of."""

from __future__ import annotations

import pytest

from driftgate.contract import FACT_BY_NAME
from driftgate.contract.kinds import APPLIES, applies


@pytest.mark.parametrize(
    ("fact", "kinds", "speaks"),
    [
        ("max_length", frozenset({"integer"}), False),
        ("minimum", frozenset({"string"}), False),
        ("minimum", frozenset({"string", "integer"}), True),
        ("deprecated", frozenset({"integer"}), True),
        ("max_length", None, True),
    ],
)
def test_a_limit_speaks_of_its_own_kind_of_value_alone(fact: str, kinds: frozenset[str] | None, speaks: bool) -> None:
    assert applies(fact, kinds) is speaks


def test_every_fact_of_the_table_is_a_fact() -> None:
    assert APPLIES.keys() <= FACT_BY_NAME.keys()
