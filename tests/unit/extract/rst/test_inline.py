"""Inline marks are taken off, and what was code, bold or a link is kept; what only looks like a mark stays."""

from __future__ import annotations

import pytest

from driftgate.extract.blocks import Cell
from driftgate.extract.rst.inline import read_inline


@pytest.mark.parametrize("text", ["plain", "a * b * c", "2 ** 3", "snake_case_name", "|", "`", "x|y"])
def test_signs_that_open_no_mark_stay(text: str) -> None:
    assert read_inline(text) == Cell(text)


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        pytest.param("a ``b`c`` d", Cell("a b`c d", code=("b`c",)), id="literal text"),
        pytest.param("**hull** of *oak*", Cell("hull of oak", strong=("hull",)), id="bold and leaning"),
        pytest.param("see `Ships <ships.html>`_ now", Cell("see Ships now", links=("Ships",)), id="a link"),
        pytest.param(":ref:`the Ship <ship>`", Cell("the Ship", links=("the Ship",)), id="a reference"),
        pytest.param(":mailheader:`Accept` header", Cell("Accept header", code=("Accept",)), id="a role of code"),
        pytest.param(":term:`ACLs <ACL>`", Cell("ACLs", links=("ACLs",)), id="a term"),
        pytest.param("|JSON| body", Cell("JSON body"), id="a text put in"),
        pytest.param(r"a\ b \*c", Cell("ab *c"), id="escaped"),
    ],
)
def test_marks_are_taken_off(text: str, cell: Cell) -> None:
    assert read_inline(text) == cell
