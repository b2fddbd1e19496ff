"""Which response a field belongs to, as its own address tells: viewers that link to every field spell it in its id."""

from __future__ import annotations

import re
from itertools import islice

from lxml.html import HtmlElement

from driftgate.extract.rendered.dom import status_of

_ANSWER = re.compile(r"(?:^|[/.&#])(?:t=)?responses?[&./](?:c=)?([1-5](?:\d\d|xx)|default)(?:[&./]|$)", re.IGNORECASE)
#: How far above a field's name its address may stand.
_FARTHEST = 6


def status_in_address(name: HtmlElement) -> str:
    """The status in the id of the nearest element around a name that tells one, ``""`` where none does."""
    for node in (name, *islice(name.iterancestors(), _FARTHEST)):
        told = _ANSWER.search(node.get("id") or "")
        if told:
            return status_of(told[1]) or ""
    return ""
