"""Mintlify's own field markup in HTML: API pages made from OpenAPI, and hand-written ``<ParamField>`` pages."""

from __future__ import annotations

from itertools import dropwhile

from driftgate.contract import Operation
from driftgate.extract.document import Document
from driftgate.extract.draft import Draft, gathered
from driftgate.extract.extraction import Extraction, Gap, GapKind
from driftgate.extract.platforms.mintlify import marks
from driftgate.extract.platforms.mintlify.endpoint import endpoint
from driftgate.extract.platforms.mintlify.walk import Walk
from driftgate.extract.rendered.fieldrows import seen_at
from driftgate.extract.rendered.withdrawn import withdrawal_near

NAME = "mintlify"


def recognises(document: Document) -> bool:
    """Whether the page has Mintlify's field or section markup."""
    return document.kind == "html" and any(mark in document.text for mark in marks.MARKERS)


def extract(document: Document, wanted: Operation | None) -> Extraction:
    """The one operation of the page, if its method and path stand there; Mintlify writes one operation a page."""
    del wanted
    nodes = list(document.tree.iter())
    found = endpoint(nodes)
    if found is None:
        nothing = Gap(GapKind.SECTION, seen_at(document, document.tree, NAME, ""))
        return Extraction(platform=NAME, gaps=(nothing,))
    operation, server, pill = found
    draft = Draft(operation, seen_at(document, pill, NAME, str(operation)))
    draft.servers += [server] if server else []
    draft.facts = withdrawal_near(dropwhile(lambda node: node.tag != "h1", nodes))
    Walk(draft, document, NAME).run(nodes)
    return gathered(NAME, [draft])
