"""The Markdown source of Docusaurus OpenAPI pages: the operation stands packed (zlib, base64) in the front matter's ``api:``."""

from __future__ import annotations

import binascii
import json
import re
import zlib
from base64 import b64decode
from collections.abc import Mapping

from driftgate.contract import Operation
from driftgate.extract.document import Document
from driftgate.extract.extraction import Extraction
from driftgate.extract.markup import UnparsableError
from driftgate.extract.openapi.load import MAX_CHARACTERS, Loaded, RefusedError, load_json
from driftgate.extract.openapi.read import read
from driftgate.extract.page import Unreadable

NAME = "docusaurus-openapi-source"

_PACKED = re.compile(r"^api:[ \t]*[\"']?([A-Za-z0-9+/]{20,}={0,2})[\"']?[ \t]*$", re.MULTILINE)
_OPERATION_KEYS = ("parameters", "requestBody", "responses", "security", "servers", "deprecated", "description")


def recognises(document: Document) -> bool:
    """A Markdown page whose front matter has packed data."""
    return document.kind in ("markdown", "text") and document.text.startswith("---") and _packed(document) is not None


def extract(document: Document, wanted: Operation | None) -> Extraction:
    """The page's operation. Raises UnparsableError where the data is broken or larger than the limit."""
    packed = _packed(document)
    if packed is None:
        return Extraction(platform=NAME, machine_readable=True)
    line = document.text.count("\n", 0, packed.start()) + 1
    try:
        data = load_json(_unpacked(packed[1]))
    except (RefusedError, json.JSONDecodeError, binascii.Error, zlib.error, UnicodeDecodeError):
        raise UnparsableError(Unreadable.MALFORMED) from None
    document_data = _document(data) if isinstance(data, Mapping) else {}
    return read(Loaded(document_data, first_line=line), wanted, NAME, document.page.reached)


def _packed(document: Document) -> re.Match[str] | None:
    end = document.text.find("\n---", 3)
    return _PACKED.search(document.text, 0, end) if end > 0 else None


def _unpacked(text: str) -> str:
    """The data behind base64 and zlib, at most as large as any page may be. Raises RefusedError beyond that."""
    inflater = zlib.decompressobj()
    data = inflater.decompress(b64decode(text, validate=True), MAX_CHARACTERS)
    if inflater.unconsumed_tail or not inflater.eof:
        raise RefusedError("larger than the limit, or cut off")
    return data.decode("utf-8")


def _document(data: Mapping[str, object]) -> Mapping[str, object]:
    """The operation with its method and path as a document of its own; its references are resolved already."""
    path, method = data.get("path"), data.get("method")
    if not isinstance(path, str) or not isinstance(method, str):
        return {}
    operation = {key: data[key] for key in _OPERATION_KEYS if key in data}
    paths = {path: {method.lower(): operation}}
    components = {"securitySchemes": data.get("securitySchemes") or {}}
    return {"openapi": "3.0.0", "paths": paths, "components": components}
