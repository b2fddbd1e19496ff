"""VitePress with vitepress-openapi: the server's HTML, with the schema view open."""

from __future__ import annotations

from lxml.html import HtmlElement

from driftgate.contract import Operation
from driftgate.contract.paths import METHODS, path_template
from driftgate.extract.document import Document
from driftgate.extract.draft import Draft, gathered
from driftgate.extract.extraction import Extraction
from driftgate.extract.markup import visible_text
from driftgate.extract.platforms.vitepress import marks
from driftgate.extract.platforms.vitepress.walk import Walk
from driftgate.extract.rendered.fieldrows import seen_at
from driftgate.extract.rendered.withdrawn import withdrawal_near

NAME = "vitepress-openapi"


def recognises(document: Document) -> bool:
    """Whether the page holds the plugin's operation element."""
    return document.kind == "html" and marks.MARKER in document.text


def extract(document: Document, wanted: Operation | None) -> Extraction:
    """Every operation of the page."""
    drafts: dict[Operation, Draft] = {}
    for box in marks.OPERATIONS(document.tree):
        found = next(filter(None, map(_operation, marks.ENDPOINT(box))), None)
        if found is None or found in drafts:
            continue
        drafts[found] = Draft(found, seen_at(document, box, NAME, str(found)))
        drafts[found].facts |= withdrawal_near(box.iter())
        Walk(drafts[found], document, NAME).run(box)
    return gathered(NAME, drafts.values(), wanted)


def _operation(button: HtmlElement) -> Operation | None:
    """The method badge and the path behind a copy button."""
    texts = ["".join(visible_text(part).split()) for part in button.itersiblings()]
    method = next((text.upper() for text in texts if text.upper() in METHODS), "")
    path = next((text for text in texts if "/" in text), "")
    return Operation(method, path_template(path)) if method and path else None
