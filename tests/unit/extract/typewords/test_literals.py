"""A quoted word or a number in the place of a type is a value, and any other word is none."""

from __future__ import annotations

import pytest

from driftgate.extract.typewords.literals import enum_of, literal_facts, literal_value, only_value


@pytest.mark.parametrize("text", ["", "string", '"a', "1.", "1e3", "true", "a 'b'"])
def test_words_are_no_values(text: str) -> None:
    assert literal_value(text) is None


@pytest.mark.parametrize(("text", "value"), [('"a b"', "a b"), ("''", ""), ("-3", -3), ("0.5", 0.5)])
def test_quoted_words_and_numbers_are_values(text: str, value: object) -> None:
    assert literal_value(text) == (value,)


def test_a_number_alone_is_no_type_but_a_member_of_a_union_may_be_one() -> None:
    assert only_value("3") == {}
    assert only_value('"a"') == {"type": "string", "enum": ("a",)}
    assert literal_facts("3") == {"type": "integer", "enum": (3,)}
    assert literal_facts("True") == {"type": "boolean"}
    assert literal_facts("ship") == {}


def test_values_of_several_types_are_a_union() -> None:
    assert enum_of(["a", 1]) == {"type": "integer | string", "enum": ("a", 1)}
