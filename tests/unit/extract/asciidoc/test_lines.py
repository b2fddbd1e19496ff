"""The lines of an AsciiDoc document that are shown keep their numbers; directives are carried out, not shown."""

from __future__ import annotations

import pytest

from driftgate.extract.asciidoc.lines import shown_lines


def shown(*lines: str) -> list[tuple[int, str]]:
    return [(line.number, line.text) for line in shown_lines("\n".join(lines))]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(["// said to nobody"], id="a remark"),
        pytest.param(["////", "said to nobody", "////"], id="a block of remarks"),
        pytest.param([":toc:", ":port: Bergen \\", "and Oslo"], id="attributes, one over two lines"),
        pytest.param(["ifdef::open[]", "hidden", "endif::[]"], id="what waits for an attribute"),
    ],
)
def test_what_steers_the_processor_is_not_shown(lines: list[str]) -> None:
    assert shown(*lines) == []


def test_an_attribute_is_put_in_until_it_is_unset() -> None:
    assert shown(":port: Bergen", "{port}", ":!port:", "{port}") == [(2, "Bergen"), (4, "{port}")]


def test_a_condition_within_one_that_does_not_hold_is_not_shown() -> None:
    page = (":a:", "ifdef::b[]", "ifdef::a[]", "no", "endif::[]", "endif::[]", "ifdef::a,b[]", "one of both", "endif::[]")
    assert shown(*page, "ifdef::a+b[]", "both", "endif::[]") == [(8, "one of both")]


def test_within_a_sample_all_lines_stand_as_they_are() -> None:
    assert shown(":a: 1", "----", "// {a}", ":b: 2", "----", "{a}") == [
        (2, "----"),
        (3, "// {a}"),
        (4, ":b: 2"),
        (5, "----"),
        (6, "1"),
    ]
