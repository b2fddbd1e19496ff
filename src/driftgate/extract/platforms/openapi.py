"""A page that is itself an OpenAPI document, in JSON or YAML."""

from __future__ import annotations

import re

from driftgate.contract import Operation
from driftgate.extract.document import Document
from driftgate.extract.extraction import Extraction
from driftgate.extract.markup import UnparsableError
from driftgate.extract.openapi.load import RefusedError, load
from driftgate.extract.openapi.read import read
from driftgate.extract.page import Unreadable

NAME = "openapi"

_MARK = re.compile(r"""["']?(?:openapi|swagger)["']?\s*:\s*["']?[23]\.""")


def recognises(document: Document) -> bool:
    """A JSON or YAML text with a version of OpenAPI in it."""
    return document.kind in ("json", "yaml", "text") and _MARK.search(document.text) is not None


def extract(document: Document, wanted: Operation | None) -> Extraction:
    """The contracts of the document. Raises UnparsableError where it is broken or refused."""
    try:
        loaded = load(document.text)
    except RefusedError:
        raise UnparsableError(Unreadable.MALFORMED) from None
    return read(loaded, wanted, NAME, document.page.reached)
