"""A JSON value is of the type that its writer meant."""

from __future__ import annotations

import pytest

from driftgate.contract.values import CLASSES, has_kind


@pytest.mark.parametrize(
    ("value", "kinds"),
    [
        (True, {"boolean"}),
        (1, {"integer", "number"}),
        (1.0, {"integer", "number"}),
        (1.5, {"number"}),
        ("1", {"string"}),
        ([], {"array"}),
        ({}, {"object"}),
        (None, {"null"}),
    ],
)
def test_a_value_has_these_types_and_no_others(value: object, kinds: set[str]) -> None:
    assert {kind for kind in CLASSES if has_kind(value, kind)} == kinds
