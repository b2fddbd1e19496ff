"""Markdown twins that carry an OpenAPI document in a fenced block: Mintlify, Apidog, ReadMe and whoever does the like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from driftgate.contract import Operation
from driftgate.extract.document import Document
from driftgate.extract.extraction import Extraction
from driftgate.extract.markup import UnparsableError
from driftgate.extract.openapi.fences import Fenced, fenced_blocks
from driftgate.extract.openapi.load import Loaded, RefusedError, load
from driftgate.extract.openapi.mintlify import is_mintlify, to_openapi
from driftgate.extract.openapi.operations import is_openapi
from driftgate.extract.openapi.read import joined, read
from driftgate.extract.page import Unreadable

NAME = "markdown-twin"

_LANGUAGES = frozenset(("yaml", "yml", "json"))
_VERSION = re.compile(r"""^[ \t{]*["']?(?:openapi|swagger)["']?[ \t]*:[ \t]*["']?[23]\.""", re.MULTILINE)
_INTERNAL = re.compile(r"^paths:[ \t]*\n[ \t]+(?:path|method):", re.MULTILINE)


def recognises(document: Document) -> bool:
    """A Markdown page with the start of an OpenAPI document in it."""
    return document.kind in ("markdown", "text") and _is_document(document.text)


def extract(document: Document, wanted: Operation | None) -> Extraction:
    """The contracts of every OpenAPI block on the page. Raises UnparsableError where a block is broken or never ends."""
    found = [read(loaded, wanted, NAME, document.page.reached) for loaded in _documents(document.text)]
    return joined(NAME, found)


def _documents(text: str) -> Iterator[Loaded]:
    for block in fenced_blocks(text):
        language = block.info.split(maxsplit=1)[0].lower() if block.info else ""
        if language in _LANGUAGES and _is_document(block.text):
            loaded = _loaded(block)
            if is_mintlify(loaded.data) and isinstance(loaded.data, dict):
                yield replace(loaded, data=to_openapi(loaded.data), text="", lines={})
            elif is_openapi(loaded.data):
                yield loaded


def _loaded(block: Fenced) -> Loaded:
    if not block.closed:
        raise UnparsableError(Unreadable.INCOMPLETE)
    try:
        return load(block.text, block.line)
    except RefusedError:
        raise UnparsableError(Unreadable.MALFORMED) from None


def _is_document(text: str) -> bool:
    return _VERSION.search(text) is not None or _INTERNAL.search(text) is not None
