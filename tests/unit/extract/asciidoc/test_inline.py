"""What a reader sees of a line of AsciiDoc, and which of its words are code, bold or links."""

from __future__ import annotations

import pytest

from driftgate.extract.asciidoc.inline import read_inline
from driftgate.extract.blocks import Cell


@pytest.mark.parametrize(
    ("source", "cell"),
    [
        pytest.param("snake_case_name and 2 * 3 * 4", Cell("snake_case_name and 2 * 3 * 4"), id="no marks within words"),
        pytest.param("`+id+`", Cell("id", code=("id",)), id="literal code"),
        pytest.param("`a_b_c` *bold* _it_", Cell("a_b_c bold it", code=("a_b_c",), strong=("bold",)), id="marks"),
        pytest.param("link:ship.html[A ship^]", Cell("A ship", links=("A ship",)), id="link"),
        pytest.param("https://example.test/x[Docs]", Cell("Docs", links=("Docs",)), id="address"),
        pytest.param("xref:models.adoc#Ship[]", Cell("Ship", links=("Ship",)), id="reference to another page"),
        pytest.param("<<>>", Cell(""), id="reference to nothing"),
        pytest.param("{nbsp}{nbsp}deck {two-colons} {id}", Cell("deck :: {id}", indent=2), id="named characters"),
        pytest.param("&#x60;x&#x60; \\*y*", Cell("`x` *y*"), id="entities and escapes"),
    ],
)
def test_inline_marks_are_read(source: str, cell: Cell) -> None:
    assert read_inline(source) == cell
