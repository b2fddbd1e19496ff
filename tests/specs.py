"""OpenAPI documents made for tests, and what is read from them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from driftgate.contract import Contract
from driftgate.extract.document import Document
from driftgate.extract.extraction import Extraction
from driftgate.extract.openapi.load import Loaded
from driftgate.extract.openapi.read import read
from driftgate.extract.page import Page

Facts = dict[str, dict[str, Any]]


def spec(operation: Mapping[str, Any] | None = None, **rest: Any) -> dict[str, Any]:
    """A document with the operation ``POST /v1/notes``."""
    return {"openapi": "3.1.0", "paths": {"/v1/notes": {"post": dict(operation or {"responses": {}})}}, **rest}


def body(schema: Any, **rest: Any) -> dict[str, Any]:
    """A document whose operation takes a JSON body of this schema."""
    return spec({"requestBody": {"content": {"application/json": {"schema": schema}}}, "responses": {}}, **rest)


def reading(document: Any) -> Extraction:
    return read(Loaded(document), None, "test")


def contract(document: Any) -> Contract:
    """The only contract of a document."""
    (found,) = reading(document).contracts
    return found


def facts(found: Contract) -> Facts:
    """The facts of every field by key."""
    return {key: dict(field.facts) for key, field in found.fields.items()}


def body_facts(schema: Any, **rest: Any) -> Facts:
    """The facts of the fields of a request body of this schema, by path."""
    return {key.removeprefix("body:"): value for key, value in facts(contract(body(schema, **rest))).items()}


def document(text: str, kind: str, url: str = "https://docs.example.com/guide/notes") -> Document:
    """A fetched page of this text."""
    return Document(Page(url, url, 200, "", text.encode()), text, kind)
