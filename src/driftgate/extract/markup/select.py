"""Compiled XPath selectors that always give elements: written once as named constants, never inline."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from lxml import etree
from lxml.html import HtmlElement


def selector(xpath: str) -> Callable[..., list[HtmlElement]]:
    """A function from an element (and XPath variables by keyword) to the elements that the path selects, in page order."""
    compiled = etree.XPath(xpath)

    def select(element: HtmlElement, **variables: str) -> list[HtmlElement]:
        return cast("list[HtmlElement]", compiled(element, **variables))

    return select


def has_class(word: str) -> str:
    """An XPath test for one whole class word; most elements fail its first, cheap half."""
    return f"(contains(@class, '{word}') and contains(concat(' ', normalize-space(@class), ' '), ' {word} '))"
