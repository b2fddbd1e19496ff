"""Pages as documents, for tests of readers."""

from __future__ import annotations

from collections.abc import Mapping

from driftgate.contract import Contract, FactValue
from driftgate.extract.document import Document
from driftgate.extract.page import Page


def html_document(body: str, url: str = "https://docs.example.test/page") -> Document:
    """A whole page around this body, as it would have been fetched."""
    text = f"<!DOCTYPE html><html><head><title>Page</title></head><body>{body}</body></html>"
    page = Page(asked=url, reached=url, status=200, media_type="text/html", body=text.encode())
    return Document(page, text, "html")


def markdown_document(text: str, url: str = "https://docs.example.test/page.md") -> Document:
    """A Markdown page, as it would have been fetched."""
    return Document(Page(asked=url, reached=url, status=200, media_type="text/markdown", body=text.encode()), text, "markdown")


def facts_of(contract: Contract) -> dict[str, Mapping[str, FactValue]]:
    """The facts of every field by its key."""
    return {key: dict(field.facts) for key, field in contract.fields.items()}
