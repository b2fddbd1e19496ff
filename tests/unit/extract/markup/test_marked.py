"""One look through a tree finds the elements of every class word, on the whole page or inside one element."""

from __future__ import annotations

import sys
from types import FrameType

import pytest
from lxml import html

from driftgate.extract.markup import Marked, children

TREE = html.document_fromstring(
    "<div id='top' class='box'><div id='deep' class='box'><p id='a' class=' kind\tname '>x</p></div>"
    "<p id='b' class='name'>y</p><p id='c' class='names'>z</p></div><p id='d' class='name kind'>end</p>"
)
BY_ID = {node.get("id"): node for node in TREE.iter() if node.get("id")}


def ids(nodes: list[html.HtmlElement]) -> list[str | None]:
    return [node.get("id") for node in nodes]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("nowhere",), []),
        (("nam",), []),
        (("names",), ["c"]),
        (("name",), ["a", "b", "d"]),
        (("names", "kind"), ["a", "c", "d"]),
        (("name", "kind"), ["a", "b", "d"]),
    ],
)
def test_whole_class_words_are_found_in_page_order_each_element_once(words: tuple[str, ...], found: list[str]) -> None:
    assert ids(Marked(TREE).everywhere(*words)) == found


@pytest.mark.parametrize(
    ("box", "words", "found"),
    [
        ("a", ("name",), []),
        ("top", ("name",), ["a", "b"]),
        ("deep", ("name", "names"), ["a"]),
        ("top", ("box",), ["deep"]),
        ("d", ("kind",), []),
    ],
)
def test_what_stands_behind_or_around_an_element_is_not_inside_it(box: str, words: tuple[str, ...], found: list[str]) -> None:
    assert ids(Marked(TREE).below(BY_ID[box], *words)) == found


def test_the_outermost_stand_in_no_other_of_their_kind() -> None:
    marked = Marked(TREE)
    assert ids(marked.outermost(TREE, "box", "name")) == ["top", "d"]
    assert ids(marked.outermost(BY_ID["top"], "box", "name")) == ["deep", "b"]


def test_boxes_that_all_end_together_cost_no_more_the_deeper_they_stand() -> None:
    def calls(depth: int) -> int:
        boxes = list(html.document_fromstring("<div class='box'>" * depth + "x").iter("div"))
        marked, count = Marked(boxes[0]), 0

        def note(_frame: FrameType, _event: str, _argument: object) -> None:
            nonlocal count
            count += 1

        sys.setprofile(note)
        found = [marked.outermost(box, "box") for box in boxes]
        sys.setprofile(None)
        assert found == [[inner] for inner in boxes[1:]] + [[]]
        return count

    assert calls(200) <= 2.2 * calls(100)


def test_a_tree_tells_its_elements_and_the_spellings_of_its_classes() -> None:
    marked = Marked(TREE)
    assert marked.tags == {"html", "body", "div", "p"}
    assert sorted(marked.spellings) == [" kind\tname ", "box", "name", "name kind", "names"]


def test_children_are_found_by_whole_class_words_and_no_deeper() -> None:
    assert ids(children(BY_ID["top"], "name")) == ["b"]
