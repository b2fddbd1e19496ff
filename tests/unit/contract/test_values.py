"""A JSON value is of the type that its writer meant."""

from __future__ import annotations

import pytest

from driftgate.contract.values import CLASSES, fits_type, has_kind


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


@pytest.mark.parametrize(
    ("stated", "value", "fits"),
    [
        ("string", 1, False),
        ("integer", True, False),
        ("number", True, False),
        ("boolean", 1, False),
        ("integer", 1.5, False),
        ("array<string>", ["a", 1], False),
        ("array<integer>", "a", False),
        ("object", [], False),
        ("string | array", {}, False),
        ("string", None, False),
        ("string", "a", True),
        ("integer", 2.0, True),
        ("number", 1, True),
        ("array", [1, "a"], True),
        ("array<string>", [], True),
        ("array<array<integer>>", [[1], []], True),
        ("string | array", ["a"], True),
        ("null", None, True),
        ("file", 1, True),
        (None, object(), True),
    ],
)
def test_types_are_json_types_and_unions_of_them(stated: str | None, value: object, fits: bool) -> None:
    assert fits_type({"type": stated} if stated else {}, value) is fits


def test_a_stated_nullable_lets_null_in() -> None:
    assert fits_type({"type": "string", "nullable": True}, None)
