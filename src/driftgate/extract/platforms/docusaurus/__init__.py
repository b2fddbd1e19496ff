"""Docusaurus with docusaurus-plugin-openapi-docs: rendered HTML, and the server's HTML whose fields are mostly skeletons."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from driftgate.contract import Operation
from driftgate.contract.paths import METHODS, path_template
from driftgate.extract.document import Document
from driftgate.extract.draft import Draft, gathered
from driftgate.extract.extraction import Extraction
from driftgate.extract.markup import visible_text
from driftgate.extract.platforms.docusaurus import marks
from driftgate.extract.platforms.docusaurus.security import requirement
from driftgate.extract.platforms.docusaurus.walk import Walk
from driftgate.extract.rendered.fieldrows import seen_at
from driftgate.extract.rendered.withdrawn import withdrawal_near

NAME = "docusaurus"


def recognises(document: Document) -> bool:
    """Whether the page has the plugin's endpoint line."""
    return document.kind == "html" and marks.MARKER in document.text


def extract(document: Document, wanted: Operation | None) -> Extraction:
    """The one operation of the page: the plugin writes one operation a page."""
    del wanted
    listed = marks.SERVERS(document.tree) if marks.SERVER_CLASS in document.text else []
    servers = [visible_text(server) for server in listed]
    for endpoint in marks.ENDPOINT(document.tree):
        found = _operation(endpoint, servers)
        if found is None:
            continue
        operation, server = found
        draft = Draft(operation, seen_at(document, endpoint, NAME, str(operation)))
        draft.servers += [server] if server else []
        draft.security = requirement(document.tree)
        draft.facts = withdrawal_near(_behind(endpoint))
        Walk(draft, document, NAME).run()
        return gathered(NAME, [draft])
    return gathered(NAME, [])


def _behind(endpoint: HtmlElement) -> Iterator[HtmlElement]:
    """The elements behind the method and address, which a note comes first of."""
    return (node for sibling in endpoint.itersiblings() for node in sibling.iter())


def _operation(endpoint: HtmlElement, servers: list[str]) -> tuple[Operation, str] | None:
    """Method badge and URL; the server is what the page lists as such, else scheme and host alone."""
    methods = [visible_text(badge).upper() for badge in marks.METHOD(endpoint)]
    urls = ["".join(visible_text(path).split()) for path in marks.PATH(endpoint)]
    if not methods or not urls or methods[0] not in METHODS:
        return None
    url = urls[0]
    server = next((known for known in servers if known and url.startswith(known.rstrip("/") + "/")), "")
    if not server and "://" in url:
        scheme, host, *_ = urlsplit(url)
        return Operation(methods[0], path_template(url)), f"{scheme}://{host}"
    return Operation(methods[0], path_template(url.removeprefix(server.rstrip("/")))), server
