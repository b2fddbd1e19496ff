"""Reads pages made by Widdershins (Markdown) and Shins or Slate (HTML): »-nesting, wrapper rows, unions over several tables,
enumerated values and models in tables of their own."""

from __future__ import annotations

from driftgate.contract import Operation
from driftgate.extract.document import Document
from driftgate.extract.extraction import Extraction
from driftgate.extract.markup import blocks as html_blocks
from driftgate.extract.markup import parse
from driftgate.extract.platforms.widdershins.headings import is_torn, mended
from driftgate.extract.platforms.widdershins.joining import joined
from driftgate.extract.platforms.widdershins.unnamed import ANONYMOUS
from driftgate.extract.tables.assembly import read_blocks

NAME = "widdershins"

#: read off pages of widdershins 4.0.1 and shins 2.6.0
_MARKS = ("<!-- Generator: Widdershins", "|Name|In|Type|Required|Description|", "|Name|Type|Required|Restrictions|Description|")
#: Plain words: a pattern without regard to case costs more than parsing the page.
_HTML_MARKS = (">Restrictions</th>", 'id="tocs_', 'id="tocS_', '-responseschema"', "Code samples</p>")


def recognises(document: Document) -> bool:
    """The generator's comment or the header rows of its tables."""
    if document.kind == "html":
        return any(mark in document.text for mark in _HTML_MARKS)
    return any(mark in document.text for mark in _MARKS)


def extract(document: Document, wanted: Operation | None) -> Extraction:
    """All operations of the page, its models unfolded."""
    blocks = document.blocks
    if document.kind == "html" and is_torn(document.text):
        text = mended(document.text)
        blocks = html_blocks(parse(text.encode("utf-8", "replace"), text))
    return read_blocks(document, NAME, wanted, tuple(joined(blocks)), pseudo=frozenset({ANONYMOUS}), samples_are_schemas=True)
