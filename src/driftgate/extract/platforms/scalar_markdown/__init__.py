"""The Markdown that Scalar makes of an OpenAPI document, for machines to read: lists within lists, unions by label."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from driftgate.contract import Contract, Field, Operation, Source
from driftgate.extract.document import Document
from driftgate.extract.extraction import Extraction, Gap
from driftgate.extract.openapi.load import Loaded
from driftgate.extract.openapi.read import read
from driftgate.extract.platforms.scalar_markdown.rebuilt import rebuilt

NAME = "scalar-markdown"

#: read off pages of @scalar/openapi-to-markdown 0.3 and 1.3
_MARKS = ("- **OpenAPI Version:**", "- **Method:**", "- **Path:**")


def recognises(document: Document) -> bool:
    """Whether the page has the lists that open a document and an operation."""
    return document.kind == "markdown" and all(mark in document.text for mark in _MARKS)


def extract(document: Document, wanted: Operation | None) -> Extraction:
    """The operations of the page, read as the OpenAPI document that it prints; what the page does not tell is not stated."""
    page = rebuilt(document.blocks, Source(url=document.page.reached, reader=NAME))
    found = read(Loaded(page.data), wanted, NAME, document.page.reached)
    return replace(
        found,
        contracts=tuple(_as_printed(page.places, contract) for contract in found.contracts),
        gaps=tuple(Gap(gap.kind, _placed(page.places, gap.source)) for gap in found.gaps),
        machine_readable=False,
    )


def _as_printed(places: Mapping[str, Source], contract: Contract) -> Contract:
    """The contract with sources on the page, and without what only OpenAPI's silence would mean."""
    fields = {key: _field(places, field) for key, field in contract.fields.items()}
    source = None if contract.source is None else _placed(places, contract.source)
    return replace(contract, fields=fields, security=None, source=source)


def _field(places: Mapping[str, Source], field: Field) -> Field:
    source = None if field.source is None else _placed(places, field.source)
    return replace(field, source=source, fact_sources={})


def _placed(places: Mapping[str, Source], source: Source) -> Source:
    """Where the page states what stands at the pointer, or at the nearest one above it."""
    pointer = source.element.removeprefix("#")
    while pointer:
        if pointer in places:
            return replace(places[pointer], certainty=source.certainty)
        pointer = pointer.rpartition("/")[0]
    return source
