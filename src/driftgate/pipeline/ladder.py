"""The twin ladder: which documents of a target to fetch, the reference page first, and when to stop climbing."""

from __future__ import annotations

from driftgate.extract.twins import Twin, twins

from driftgate.config.model import Target
from driftgate.extract.page import Page, Unread
from driftgate.extract.reading import document_of
from driftgate.ports import Pages

#: Twins tried per target; a page that links to more is not trying to help.
MOST_TWINS = 4

ACCEPT = {
    "markdown": "text/markdown, text/plain;q=0.5",
    "openapi": "application/json, application/yaml;q=0.9, */*;q=0.1",
}


def evidence_of(target: Target, pages: Pages, *, again: bool = False) -> tuple[Page | Unread, ...]:
    """The pages that speak of a target. again: a second look past every cache, before drift is declared."""
    return evidence_at(target.reference, pages, openapi=target.openapi, again=again)


def evidence_at(url: str, pages: Pages, *, openapi: str = "", again: bool = False) -> tuple[Page | Unread, ...]:
    """The page at a URL and its twins. A twin that does not exist is no failure and is left out.

    openapi: an OpenAPI document that the user knows of; that one has to be there.
    """
    fetch = pages.fetch_again if again else pages.fetch
    reference = fetch(url)
    found: list[Page | Unread] = [reference]
    if openapi:
        found.append(fetch(openapi, accept=ACCEPT["openapi"]))
    if isinstance(reference, Page):
        tried = {url, reference.reached, openapi}
        for twin in rungs(reference):
            if twin.url in tried:
                continue
            tried.add(twin.url)
            page = fetch(twin.url, accept=ACCEPT.get(twin.kind, ""))
            if isinstance(page, Page) and page.sha256 != reference.sha256:
                found.append(page)
    return tuple(found)


def rungs(reference: Page) -> tuple[Twin, ...]:
    """The twins worth trying for this page, best first."""
    document = document_of(reference)
    return () if isinstance(document, Unread) else twins(document)[:MOST_TWINS]
