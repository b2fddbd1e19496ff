"""A page that is a discovery document: how Google describes its REST APIs to machines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from driftgate.contract import Contract, Field, Operation
from driftgate.extract.document import Document
from driftgate.extract.draft import with_facts
from driftgate.extract.extraction import Extraction
from driftgate.extract.markup import UnparsableError
from driftgate.extract.openapi.discovery import KIND, is_discovery, to_openapi
from driftgate.extract.openapi.load import Loaded, RefusedError, load
from driftgate.extract.openapi.read import read
from driftgate.extract.page import Unreadable

NAME = "google-discovery"

_PARAMETERS = ("path", "query")


def recognises(document: Document) -> bool:
    """A JSON text that names its kind."""
    return document.kind in ("json", "text") and KIND in document.text


def extract(document: Document, wanted: Operation | None) -> Extraction:
    """The contracts of the document. Raises UnparsableError where it is broken or refused."""
    try:
        data = load(document.text).data
    except RefusedError:
        raise UnparsableError(Unreadable.MALFORMED) from None
    if not isinstance(data, Mapping) or not is_discovery(data):
        return Extraction(platform=NAME, machine_readable=True)
    found = read(Loaded(to_openapi(data)), wanted, NAME, document.page.reached)
    return replace(found, contracts=tuple(map(_without_absent, found.contracts)))


def _without_absent(contract: Contract) -> Contract:
    """The contract without what these documents do not say: which properties of a body are required."""
    return replace(contract, fields={key: _unrequired(field) for key, field in contract.fields.items()})


def _unrequired(field: Field) -> Field:
    if field.place in _PARAMETERS or "required" not in field.facts:
        return field
    return with_facts(field, {name: value for name, value in field.facts.items() if name != "required"})
