"""The ladder: which documents of a target to fetch, the reference page first, and when to ask a browser."""

from __future__ import annotations

from collections.abc import Sequence

from driftgate.config.model import Target
from driftgate.extract.extraction import GapKind
from driftgate.extract.page import Page, Unread, Unreadable
from driftgate.extract.reading import document_of, read, read_page
from driftgate.extract.twins import Twin, twins
from driftgate.ports import Browser, Pages

#: Twins tried per target; a page that links to more is not trying to help.
MOST_TWINS = 4

ACCEPT = {
    "markdown": "text/markdown, text/plain;q=0.5",
    "openapi": "application/json, application/yaml;q=0.9, */*;q=0.1",
}

#: What a page is that a browser might fill. A login form or a bot check is none: it stays shut.
UNDRAWN = frozenset({Unreadable.SHELL, Unreadable.NO_OPERATION, Unreadable.NO_FIELDS})


def evidence_of(
    target: Target, pages: Pages, browser: Browser | None = None, *, again: bool = False
) -> tuple[Page | Unread, ...]:
    """The pages that speak of a target; its reference page from a browser where the target allows one and nothing less will do.

    again: a second look past every cache, before drift is declared.
    """
    found = evidence_at(target.reference, pages, openapi=target.openapi, again=again)
    reference = found[0]
    if browser is None or not target.browser or not isinstance(reference, Page) or not is_undrawn(reference, found, target):
        return found
    # In its place even where it failed: a page that is only half there must not be compared with what a browser showed.
    return (browser.render(reference, target.operation, again=again), *found[1:])


def is_undrawn(reference: Page, found: Sequence[Page | Unread], target: Target) -> bool:
    """Whether a browser could show what is missing: the operation, its fields, or parts that stand closed."""
    best = read(found, target.operation).best
    if best is None:
        result = read_page(reference, target.operation)
        return isinstance(result, Unread) and result.reason in UNDRAWN
    closed = any(gap.kind is GapKind.COLLAPSED for gap in best.extraction.gaps)
    return not best.extraction.machine_readable and (closed or not best.contract.fields)


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
