"""A front matter ends at its second rule, and may state the page's operation."""

from __future__ import annotations

import pytest

from driftgate.extract.blocks import Paragraph
from driftgate.extract.markdown.front_matter import after_front_matter, operation_in


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param([""], id="nothing"),
        pytest.param(["# Ships", "---", "a: b", "---"], id="a rule below a title"),
        pytest.param(["---", "Ships sail", "---"], id="a sentence between rules"),
        pytest.param(["---", "title: Ships"], id="no second rule"),
        pytest.param(["---", "---"], id="two rules and nothing between"),
    ],
)
def test_a_page_without_a_front_matter_begins_at_its_first_line(lines: list[str]) -> None:
    assert after_front_matter(lines) == 0


def test_the_page_begins_behind_the_second_rule() -> None:
    assert after_front_matter(["", "---", "title: Ships", "tags:", "  - a", "...", "# Ships"]) == 6


@pytest.mark.parametrize("line", ["title: GET /ships", "api: ships", "openapi: ships.json", "api: PRAY /ships"])
def test_a_line_that_is_no_operation_states_none(line: str) -> None:
    assert list(operation_in([line])) == []


@pytest.mark.parametrize(
    ("line", "stated"),
    [
        ("api: GET https://api.example.test/ships", "GET https://api.example.test/ships"),
        ("openapi: ships.json post /ships/{id}", "POST /ships/{id}"),
        ('openapi: "delete /ships/{id}"', "DELETE /ships/{id}"),
    ],
)
def test_an_operation_is_a_paragraph_on_its_own_line(line: str, stated: str) -> None:
    assert list(operation_in(["---", line])) == [Paragraph(stated, 2)]
