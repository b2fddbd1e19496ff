"""One text is a name, a type or a sign by what it says alone."""

from __future__ import annotations

import pytest

from driftgate.extract.outline.shapes import is_likely_type, is_sign, is_type, name_in, type_in, worded_name


@pytest.mark.parametrize(
    "text",
    ["The name", "application/json", "https://a.test", "One of", "1st", "//", "", "x" * 200, "array[array]"],
    ids=["two words", "media type", "address", "word above variants", "digit first", "signs", "empty", "too long", "a type"],
)
def test_what_is_no_identifier_is_no_name(text: str) -> None:
    assert name_in(text) == ""


def test_signs_around_a_name_do_not_belong_to_it() -> None:
    assert [name_in(text) for text in ("id:", "id *", "`id`", "[any-key]:", "property name*", "illicit/violent", "X-Trace")] == [
        "id",
        "id",
        "id",
        "*",
        "*",
        "illicit/violent",
        "X-Trace",
    ]


def test_letters_of_any_script_make_a_name() -> None:
    assert [name_in(text) for text in ("备注:", "название", "$größe", "@type")] == ["备注", "название", "$größe", "@type"]


def test_a_few_words_are_a_name_only_where_names_stand() -> None:
    assert [worded_name(text) for text in ("display name:", "3 masts", "the name, if any")] == ["display name", "", ""]


def test_brackets_within_brackets_are_arrays_of_arrays() -> None:
    assert [type_in(text) for text in ("[[", "[[ number", "[[]]")] == ["array<array>", "array<array<number>>", "array<array>"]


@pytest.mark.parametrize("text", ["required", "id", "file name", "A string of pearls.", "Ship", "date", "name string"])
def test_words_that_are_more_often_something_else_are_no_type(text: str) -> None:
    assert not is_type(text)


@pytest.mark.parametrize(
    "text",
    [
        "string, [ 3 .. 9 ] characters",
        "Array of objects, = 1 items",
        "string",
        "array[object]",
        "integer<int64>",
        "[{",
        "string┃null",
        "any of: string",
        "uuid",
        "boolean required",
    ],
)
def test_words_and_brackets_that_can_hardly_be_anything_else_are_types(text: str) -> None:
    assert is_type(text)


def test_words_that_name_a_kind_of_value_are_likely_types() -> None:
    assert [is_likely_type(text) for text in ("date", "[enum]", "any", "ship")] == [True, True, True, False]


def test_a_bracket_is_no_sign() -> None:
    assert [is_sign(text) for text in ("*", "·", "{", "}]", "a")] == [True, True, False, False, False]
