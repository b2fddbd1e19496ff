"""The lines of what single alternatives say: written and read back the same."""

from __future__ import annotations

import pytest

from driftgate.contract.varies import Line, is_number, labels_in, line_of, parsed


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param("type of card: deprecated", Line((), "type of card: deprecated"), id="no-label"),
        pytest.param('default="a: b"', Line((), 'default="a: b"'), id="a-colon-in-a-value"),
        pytest.param('type="card": deprecated', Line((('type="card"',),), "deprecated"), id="a-label"),
        pytest.param('a="x, y: z", b=1: required', Line((('a="x, y: z"', "b=1"),), "required"), id="labels-with-marks-inside"),
        pytest.param('a="x": 2 alternatives: stated', Line((('a="x"',), ("2 alternatives",)), "stated"), id="a-union-within"),
    ],
)
def test_a_line_is_taken_apart(text: str, line: Line) -> None:
    assert parsed(text) == line


@pytest.mark.parametrize(("statement", "fact"), [("deprecated", "deprecated"), ('enum=["a=b"]', "enum")])
def test_a_statement_is_about_one_fact(statement: str, fact: str) -> None:
    assert parsed(line_of('type="card"', statement)).fact == fact


def test_a_number_stands_only_before_what_several_say_without_a_label() -> None:
    assert [line_of("", "stated"), line_of("", "stated", 2), line_of("a=1", "stated", 2)] == [
        "stated",
        "2 alternatives: stated",
        "a=1: stated",
    ]
    assert [is_number(head) for head in parsed("a=1: 2 alternatives: stated").heads] == [False, True]


def test_a_shape_tells_the_properties_with_one_value() -> None:
    assert labels_in('{number, role?="user", type="card", note?: string}') == {'role="user"', 'type="card"'}
