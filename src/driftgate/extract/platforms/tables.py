"""Reads pages that describe an operation in tables, lists or lines under headings, in HTML or any source of pages."""

from __future__ import annotations

from driftgate.contract import Operation
from driftgate.extract.document import Document
from driftgate.extract.extraction import Extraction
from driftgate.extract.tables.assembly import read_blocks

NAME = "tables"


def recognises(document: Document) -> bool:
    """Any document of running text: this reader takes what the others leave."""
    return document.kind in ("html", "markdown", "asciidoc", "rst", "text")


def extract(document: Document, wanted: Operation | None) -> Extraction:
    """All operations that the page states, the wanted one first."""
    return read_blocks(document, NAME, wanted)
