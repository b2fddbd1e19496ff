"""Reads the blocks that GitBook's sources write operations in: ``{% swagger %}`` and, older, ``{% api-method %}``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from driftgate.contract import Operation
from driftgate.extract.blocks import Block, Heading
from driftgate.extract.document import Document
from driftgate.extract.extraction import Extraction
from driftgate.extract.markdown.blocks import blocks
from driftgate.extract.markdown.components import Tag, tags
from driftgate.extract.tables.assembly import read_blocks
from driftgate.extract.tables.rows.written import Written, drawn

NAME = "gitbook"

# Seen on pages of 2019 to 2025.
_TAG = re.compile(
    r"\{% (end|)(swagger[a-z-]{0,20}|api-method[a-z-]{0,40})((?:[^%{}\"]|\"[^\"]{0,2000}\"|\{[^{}]{0,100}\}){0,2000})%\}"
)
_OPERATIONS = ("swagger", "api-method")
_PARAMETERS = ("swagger-parameter", "api-method-parameter")
_ANSWERS = ("swagger-response", "api-method-response-example")
#: ``{% api-method-query-parameters %}`` and the like, around the parameters of one place
_PLACES = {
    "api-method-path-parameters": "path", "api-method-query-parameters": "query", "api-method-headers": "header",
    "api-method-body-parameters": "body", "api-method-form-data-parameters": "body",
}  # fmt: skip
_OPERATION_LEVEL, _SECTION_LEVEL = 6, 8


def recognises(document: Document) -> bool:
    """A block that states an operation."""
    return document.kind in ("markdown", "text") and ("{% swagger " in document.text or "{% api-method " in document.text)


def extract(document: Document, wanted: Operation | None) -> Extraction:
    """All operations of the page, the parameters of each block taken for the rows of a table."""
    return read_blocks(document, NAME, wanted, tuple(_blocks(document.text)))


def _blocks(text: str) -> Iterator[Block]:
    """Markdown outside of parameters, one table per run of parameters, a heading per operation and answer."""
    fields: list[Written] = []
    at, line, place, within = 0, 1, "", False
    for tag in tags(text, _TAG):
        between = text[at : tag.start]
        if within and fields:
            fields[-1] = replace(fields[-1], said=between.strip()[:2000])
        elif between.strip():
            yield from _table(fields)
            fields = []
            for block in blocks(between):
                yield replace(block, line=(block.line or 1) + line - 1)
        at, line = tag.end, tag.line + text.count("\n", tag.start, tag.end)
        within = tag.name in _PARAMETERS and not tag.closing
        if within:
            fields.append(_field(tag, place))
        elif tag.name in _PLACES:
            place = "" if tag.closing else _PLACES[tag.name]
        elif not tag.closing and tag.name in (*_OPERATIONS, *_ANSWERS):
            yield from _table(fields)
            fields = []
            yield _operation(tag) if tag.name in _OPERATIONS else _answer(tag)
    yield from _table(fields)
    for block in blocks(text[at:]):
        yield replace(block, line=(block.line or 1) + line - 1)


def _table(fields: list[Written]) -> Iterator[Block]:
    if fields:
        yield Heading(_SECTION_LEVEL, "Request parameters", fields[0].line)
        yield drawn(fields)


def _field(tag: Tag, place: str) -> Written:
    return Written(
        tag.get("name"),
        place=tag.get("in") or place,
        kind=tag.get("type"),
        required=tag.flag("required"),
        line=tag.line,
    )


def _operation(tag: Tag) -> Heading:
    """``POST https://host/path``; the base may be anything, and hold part of the path."""
    host = tag.get("baseUrl", "host").rstrip("/")
    path = tag.get("path")
    address = f"{host}/{path.lstrip('/')}" if urlsplit(host).scheme in ("http", "https") and "{" not in host else path
    if not path.strip("/") and "://" not in host:
        address = host
    return Heading(_OPERATION_LEVEL, f"{tag.get('method').upper()} {address.replace(' ', '')}", tag.line)


def _answer(tag: Tag) -> Heading:
    """The status of an answer: ``200: OK``."""
    status = re.match(r"\d{3}", tag.get("status", "httpCode"))
    return Heading(_SECTION_LEVEL, f"Response {status[0]}" if status else "Response", tag.line)
