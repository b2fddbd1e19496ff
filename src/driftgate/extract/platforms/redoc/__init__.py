"""Redoc's rendered page, where its embedded document is missing: parameters and what of the schemas is unfolded."""

from __future__ import annotations

from lxml.html import HtmlElement

from driftgate.contract import Operation
from driftgate.contract.paths import METHODS, path_template
from driftgate.extract.document import Document
from driftgate.extract.draft import Draft, gathered
from driftgate.extract.extraction import Extraction
from driftgate.extract.markup import visible_text
from driftgate.extract.platforms.redoc import marks
from driftgate.extract.platforms.redoc.walk import Walk
from driftgate.extract.rendered.fieldrows import seen_at

NAME = "redoc"


def recognises(document: Document) -> bool:
    """Whether the page holds Redoc's app with a rendered operation."""
    text = document.text
    return document.kind == "html" and marks.ROW_MARKER in text and any(mark in text for mark in marks.MARKERS)


def extract(document: Document, wanted: Operation | None) -> Extraction:
    """Every operation of the page; one that stands below several tags is read once."""
    drafts: dict[Operation, Draft] = {}
    read: set[HtmlElement] = set()
    for verb in marks.VERB(document.tree):
        operation = _operation(verb)
        section = next(iter(marks.SECTION(verb)), None)
        if operation is None or section is None or operation in drafts or section in read:
            continue
        read.add(section)
        draft = Draft(operation, seen_at(document, verb, NAME, str(operation)))
        draft.servers += [visible_text(server) for server in marks.SERVER(verb)]
        if any(visible_text(badge).lower() == marks.DEPRECATED for badge in marks.TITLE_BADGE(section)):
            draft.facts["deprecated"] = True
        Walk(draft, document, NAME).run(section)
        drafts[operation] = draft
    return gathered(NAME, drafts.values(), wanted)


def _operation(verb: HtmlElement) -> Operation | None:
    """The verb and the path beside it."""
    word = visible_text(verb).upper()
    method = "DELETE" if word == "DEL" else word
    path = verb.getnext()
    text = "".join(visible_text(path).split()) if path is not None else ""
    return Operation(method, path_template(text)) if method in METHODS and text.startswith("/") else None
