"""smart-doc's HTML: one page of ``URL:`` and ``Type:`` lines with labelled tables, nested by ``└─``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from driftgate.contract import Operation
from driftgate.extract.blocks import Block, Heading
from driftgate.extract.document import Document
from driftgate.extract.extraction import Extraction
from driftgate.extract.rendered.dom import public_servers
from driftgate.extract.tables.assembly import read_blocks

NAME = "smart-doc"

# Seen on pages of smart-doc 2 and 3 (2023 to 2025).
_GENERATOR = re.compile(r"""<meta\s[^<>]{0,80}(?:content=["']smart-doc["']|name=["']generator["']\s[^<>]{0,40}smart-doc)""")
#: ``Query-parameters:`` and the like; older versions and other languages write the words apart.
_LABEL = re.compile(r"^(Request|Response|Path|Query|Body|Form)-(headers?|parameters?|fields?|example)\b", re.IGNORECASE)


def recognises(document: Document) -> bool:
    """Whether the page names smart-doc as its generator."""
    return document.kind == "html" and _GENERATOR.search(document.text[:8000]) is not None


def extract(document: Document, wanted: Operation | None) -> Extraction:
    """All operations that the page states, the wanted one first."""
    found = read_blocks(document, NAME, wanted, tuple(_blocks(document)))
    contracts = tuple(replace(contract, servers=public_servers(contract.servers)) for contract in found.contracts)
    return replace(found, contracts=contracts)


def _blocks(document: Document) -> Iterator[Block]:
    """The page's blocks, the labels of its tables spelled as headings are elsewhere."""
    for block in document.blocks:
        if isinstance(block, Heading):
            yield replace(block, text=_LABEL.sub(r"\1 \2", block.text))
        else:
            yield block
