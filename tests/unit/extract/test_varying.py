"""What single alternatives say: every statement that is not that of all of them, and no other."""

from __future__ import annotations

import pytest

from driftgate.contract import Facts
from driftgate.extract.varying import Said, standing, varying

TEXT, NUMBER = frozenset({"string"}), frozenset({"integer"})


@pytest.mark.parametrize(
    "said",
    [
        pytest.param([], id="nothing"),
        pytest.param([Said({"enum": ("a", "b")}), Said({"enum": ("b", "a")})], id="the-same-in-another-order"),
        pytest.param([Said({"enum": ("a",)}), Said({"enum": ("b",)})], id="one-value-each-which-marks-it"),
        pytest.param([Said({"max_length": 1}, TEXT), Said({}, NUMBER)], id="a-limit-that-cannot-hold-of-the-other"),
        pytest.param([Said({"required": False}), Said({})], id="not-required"),
        pytest.param([Said({"one_of": ("a", "b")}), Said({})], id="shapes"),
    ],
)
def test_what_all_say_or_only_one_can_say_is_no_line(said: list[Said]) -> None:
    assert varying(said) == ()


@pytest.mark.parametrize(
    ("first", "second", "lines"),
    [
        ({"enum": ("b", "a")}, {"enum": ("a",)}, ('card: enum=["a", "b"]', 'enum=["a"]')),
        ({"default": None}, {}, ("card: default=null",)),
        ({"required": True}, {"required": False}, ("card: required",)),
        ({"additional": False}, {}, ("card: additional=false",)),
        ({"varies": ("deprecated",)}, {}, ("card: deprecated",)),
    ],
)
def test_each_statement_stands_behind_its_label(first: Facts, second: Facts, lines: tuple[str, ...]) -> None:
    assert varying([Said(first, label="card"), Said(second)]) == lines


def test_statements_without_a_label_are_counted() -> None:
    said = [Said({"deprecated": True}, times=2), Said({}), Said({"deprecated": True})]
    assert varying(said) == varying(said[::-1]) == ("3 alternatives: deprecated",)


def test_an_alternative_that_may_be_printed_with_less_says_nothing_by_its_silence() -> None:
    assert varying([Said({"deprecated": True, "maximum": 1}), Said({"maximum": 2})], silence=False) == ("maximum=1", "maximum=2")


def test_one_that_has_a_field_alone_and_has_no_label_is_told_by_the_field() -> None:
    assert (list(standing([""])), list(standing(["a", ""])), len(list(standing(["", ""])))) == ([], [("a", "stated")], 2)
