from __future__ import annotations

import pytest
from lxml import html

from driftgate.extract.markup import first, has_class, selector

TREE = html.document_fromstring(
    "<div id='top'><div id='deep'><p id='a' class='kind name'>x</p></div><p id='b' class='name'>y</p><p class='names'>z</p></div>"
)


@pytest.mark.parametrize(("word", "found"), [("nowhere", []), ("names", [None]), ("name", ["a"])])
def test_first_selects_the_one_that_stands_first_on_the_page_even_where_others_have_other_parents(
    word: str, found: list[str | None]
) -> None:
    assert [node.get("id") for node in first(f".//*[{has_class(word)}]")(TREE)] == found


def test_a_selector_gives_all_elements_with_the_whole_class_word_in_page_order() -> None:
    assert [node.get("id") for node in selector(f".//*[{has_class('name')}]")(TREE)] == ["a", "b"]
