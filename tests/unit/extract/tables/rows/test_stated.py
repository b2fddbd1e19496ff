"""Several statements in a row say of a name what each of them says; a sentence states nothing."""

from __future__ import annotations

import pytest

from driftgate.extract.tables.rows.stated import stated_by_spans, stated_line


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("integer", id="one-statement"),
        pytest.param("integer, optional", id="what-is-a-type-as-it-stands"),
        pytest.param("Oak, teak, and pine", id="no-type"),
        pytest.param("integer overflow, buffer overrun, and other words of old sailors", id="a-sentence"),
        pytest.param(f"integer, default {'9' * 100}", id="a-long-line"),
    ],
)
def test_a_line_of_anything_else_states_nothing(text: str) -> None:
    assert stated_line(text, ()) == {}


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("string, default red", {"type": "string", "default": "red", "description": "string, default red"}),
        (
            "integer (optional, default: 1)",
            {"type": "integer", "required": "optional", "description": "integer (optional, default: 1)"},
        ),
    ],
)
def test_a_line_of_several_statements_is_told_apart(text: str, cells: dict[str, str]) -> None:
    assert {role.value: cell.text for role, cell in stated_line(text, ()).items()} == cells


@pytest.mark.parametrize(
    ("rest", "code"),
    [
        pytest.param("of oak", (), id="no-span"),
        pytest.param("integer How many.", ("integer",), id="one-span"),
        pytest.param("oak teak", ("oak", "teak"), id="spans-that-are-no-types"),
        pytest.param("string object required", ("string", "object"), id="a-statement-that-is-no-code"),
    ],
)
def test_spans_of_anything_else_state_nothing(rest: str, code: tuple[str, ...]) -> None:
    assert stated_by_spans(rest, code) == {}


def test_spans_in_a_row_are_statements_and_the_words_behind_them_the_description() -> None:
    found = stated_by_spans("integer · optional · default: 1 – How many.", ("integer", "optional", "default: 1"))
    assert {role.value: cell.text for role, cell in found.items()} == {
        "type": "integer",
        "required": "optional",
        "default": "1",
        "description": "How many.",
    }
