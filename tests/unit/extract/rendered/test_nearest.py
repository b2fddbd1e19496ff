"""What stands nearest around an element, also where pages are nested deeply."""

from __future__ import annotations

from lxml.html import HtmlElement, fromstring

from driftgate.extract.rendered.nearest import Nearest

DEPTH = 100


def chain(depth: int) -> list[HtmlElement]:
    """Nested elements, outermost first."""
    return list(fromstring("<div>" * depth).iter())


def test_nothing_is_nearest_where_nothing_was_noted() -> None:
    assert Nearest[str]().around(chain(DEPTH)[-1]) is None


def test_an_element_does_not_stand_around_itself() -> None:
    nearest, inner = Nearest[str](), chain(3)[-1]
    nearest.put(inner, "inner")
    assert nearest.around(inner) is None


def test_the_innermost_noted_element_is_the_nearest() -> None:
    nearest, elements = Nearest[str](), chain(DEPTH)
    nearest.put(elements[0], "outer")
    nearest.put(elements[-2], "inner")
    assert (nearest.around(elements[-1]), nearest.around(elements[-2])) == ("inner", "outer")


def test_an_element_noted_after_it_was_passed_counts_from_then_on() -> None:
    nearest, elements = Nearest[str](), chain(DEPTH)
    answers = []
    for at in (None, 0, 20, 40):
        if at is not None:
            nearest.put(elements[at], f"box {at}")
        answers.append((nearest.around(elements[10]), nearest.around(elements[-1])))
    assert answers == [(None, None), ("box 0", "box 0"), ("box 0", "box 20"), ("box 0", "box 40")]


def test_noting_once_more_replaces() -> None:
    nearest, elements = Nearest[str](), chain(DEPTH)
    nearest.put(elements[0], "first")
    assert nearest.around(elements[-1]) == "first"
    nearest.put(elements[0], "second")
    assert nearest.around(elements[-1]) == "second"
