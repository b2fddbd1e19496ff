"""Method and path of a Mintlify page: a pill, then the path with every segment in an element of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml.html import HtmlElement

from driftgate.contract import Operation
from driftgate.contract.paths import METHODS, path_template
from driftgate.extract.markup import visible_text
from driftgate.extract.platforms.mintlify.marks import METHOD_PILL

_SHORT = {"DEL": "DELETE", "OPT": "OPTIONS", "OPTS": "OPTIONS"}
_URL = re.compile(r"^(https?://[^/\s]{1,200})?(/[^\s?#]{0,500})")
_NEAR = 3

Endpoint = tuple[Operation, str, HtmlElement]  # the operation, its server or "", and where it stands


def endpoint(nodes: Iterable[HtmlElement]) -> Endpoint | None:
    """The operation that the page's method pill announces, ``None`` without one. nodes: the page's elements."""
    for pill in nodes:
        if METHOD_PILL not in (pill.get("class") or "").split():
            continue
        word = visible_text(pill).upper()
        method = _SHORT.get(word, word)
        found = _path_after(pill) if method in METHODS else None
        if found:
            return Operation(method, path_template(found[1])), found[0], pill
    return None


def _path_after(pill: HtmlElement) -> tuple[str, str] | None:
    """Server and path in the elements that follow the pill, or follow an element close around it."""
    at: HtmlElement | None = pill
    for _ in range(_NEAR):
        if at is None:
            return None
        for sibling in at.itersiblings():
            if sibling.tag == "button":
                continue
            match = _URL.match("".join(visible_text(sibling).split()))
            if match:
                return match[1] or "", match[2]
        at = at.getparent()
    return None
