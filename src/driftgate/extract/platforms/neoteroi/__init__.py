"""neoteroi-mkdocs' OpenAPI pages: schemas as JSON beside the body, further ones as tables, parameters as one table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lxml.html import HtmlElement

from driftgate.contract import REQUEST_PLACES, Contract, Field, Operation, Source
from driftgate.extract.document import Document
from driftgate.extract.extraction import Extraction, Gap, GapKind
from driftgate.extract.openapi.load import Loaded
from driftgate.extract.openapi.read import read
from driftgate.extract.platforms.neoteroi import marks
from driftgate.extract.platforms.neoteroi.rebuilt import rebuilt
from driftgate.extract.rendered.dom import own_text
from driftgate.extract.rendered.fieldrows import seen_at
from driftgate.extract.template import template

NAME = "neoteroi"

_NAMED_SCHEMAS = "#/components/schemas/"


def recognises(document: Document) -> bool:
    """Whether the page has operations that neoteroi's template printed."""
    return document.kind == "html" and all(mark in document.text for mark in marks.MARKERS)


def extract(document: Document, wanted: Operation | None) -> Extraction:
    """The operations of the page, read as the OpenAPI document it prints; what the page does not tell is not stated."""
    page = rebuilt(document.tree)
    found = read(Loaded(page.data), wanted, NAME, document.page.reached)
    gaps = [Gap(gap.kind, _placed(document, page.places, gap.source)) for gap in found.gaps]
    gaps += [Gap(GapKind.SECTION, seen_at(document, element, NAME, own_text(element))) for element in page.unread]
    gaps += [Gap(GapKind.TYPE, seen_at(document, element, NAME, own_text(element))) for element in page.untyped]
    return replace(
        found,
        contracts=tuple(_as_printed(document, page.places, contract) for contract in found.contracts),
        gaps=tuple(gaps),
        machine_readable=False,
        template=template(document),
    )


def _as_printed(document: Document, places: Mapping[str, HtmlElement], contract: Contract) -> Contract:
    """The contract with sources on the page, and without what only OpenAPI's silence would mean."""
    fields = {key: _field(document, places, field) for key, field in contract.fields.items()}
    source = None if contract.source is None else _placed(document, places, contract.source)
    request = replace(contract.request, required=None)
    return replace(contract, fields=fields, request=request, security=None, source=source)


def _field(document: Document, places: Mapping[str, HtmlElement], field: Field) -> Field:
    """Parameters and the tables of schemas have no column that says what is required; schemas in JSON do say it."""
    facts = dict(field.facts)
    in_table = field.source is not None and field.source.element.startswith(_NAMED_SCHEMAS)
    if in_table or field.in_header or (field.place in REQUEST_PLACES and field.place != "body"):
        facts.pop("required", None)
    source = None if field.source is None else _placed(document, places, field.source)
    return replace(field, facts=facts, source=source, fact_sources={})


def _placed(document: Document, places: Mapping[str, HtmlElement], source: Source) -> Source:
    """The element of the page that states what stands at the pointer, or at the nearest one above it."""
    pointer = source.element.removeprefix("#")
    name = pointer.rpartition("/")[2]
    while pointer:
        if pointer in places:
            element = places[pointer]
            words = name if element.tag == "code" else own_text(element)
            return seen_at(document, element, NAME, words)
        pointer = pointer.rpartition("/")[0]
    return source
