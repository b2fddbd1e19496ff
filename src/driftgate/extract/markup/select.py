"""How readers find elements: compiled XPath selectors, written once as named constants, and children by their class words."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import cast

from lxml import etree
from lxml.html import HtmlElement

_ANYWHERE = re.compile(r"(?<!:)//")


def selector(xpath: str) -> Callable[..., list[HtmlElement]]:
    """A function from an element (and XPath variables by keyword) to the elements that the path selects, in page order.

    ``//`` is compiled as the descendant axis: the same elements, but libxml2 walks it in linear time. A number in
    brackets behind it would count otherwise, so do not write one there.
    """
    compiled = etree.XPath(_ANYWHERE.sub("/descendant::", xpath), regexp=False)

    def select(element: HtmlElement, **variables: str) -> list[HtmlElement]:
        return cast("list[HtmlElement]", compiled(element, **variables))

    return select


def first(xpath: str) -> Callable[..., list[HtmlElement]]:
    """The selector of one ``.//`` step narrowed to the first element that it selects, where the search ends."""
    return selector(f"{xpath}[1]")


def has_class(word: str) -> str:
    """An XPath test for one whole class word; most elements fail its first, cheap half."""
    return f"(contains(@class, '{word}') and contains(concat(' ', normalize-space(@class), ' '), ' {word} '))"


def children(element: HtmlElement, word: str) -> list[HtmlElement]:
    """The children with a class word: of a few elements a selector would cost twice as much."""
    return [child for child in element if word in (child.get("class") or "").split()]
