"""Whether a rendered page says near the head of an operation that it is deprecated: in a badge, a note or a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from lxml.html import HtmlElement

from driftgate.contract import FactValue
from driftgate.extract.markup.text import HIDDEN, on_one_line
from driftgate.extract.prose.withdrawals import may_say_so, says_so, withdrawal
from driftgate.extract.tables.sections import section_of

#: How many elements below the head are looked at; parameters begin behind fewer.
_MOST = 120
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_WHOLE = _HEADINGS | {"p"}


def withdrawal_near(nodes: Iterable[HtmlElement]) -> dict[str, FactValue]:
    """The facts that the first of these elements state of an operation, up to the title of its first section."""
    texts = list(_saying_so(islice(nodes, _MOST)))
    return withdrawal(texts) if texts else {}


def _saying_so(nodes: Iterable[HtmlElement]) -> Iterator[str]:
    for node in nodes:
        if node.tag == "table":
            return
        text = on_one_line(node) if node.tag in _WHOLE else " ".join((node.text or "").split())
        if node.tag in _HEADINGS and section_of(text) is not None:
            return
        if node.tag not in HIDDEN and may_say_so(text) and says_so(text, is_title=node.tag in _HEADINGS):
            yield text
