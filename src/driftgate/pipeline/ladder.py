"""The ladder: which documents of a target to fetch, the reference page first, and when to ask a browser."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence

from driftgate.config.model import Target
from driftgate.extract.extraction import GapKind
from driftgate.extract.page import Page, Unread, Unreadable
from driftgate.extract.reading import document_of, read, read_page, tree_of
from driftgate.extract.site_index import entry_of
from driftgate.extract.twins import Twin, twins
from driftgate.ports import Browser, Pages

#: Documents asked for besides the reference page; a page that links to more is not trying to help.
MOST_TWINS = 5

#: What is asked of twins, and at last of the reference page itself: whatever a machine reads best.
TWIN_ACCEPT = "text/markdown, application/json;q=0.9, application/yaml;q=0.9, */*;q=0.1"

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
    known = (fetch(openapi, accept=TWIN_ACCEPT),) if openapi else ()
    if not isinstance(reference, Page):
        return (reference, *known)
    return (reference, *known, *climbed(reference, lambda at: fetch(at, accept=TWIN_ACCEPT), {url, reference.reached, openapi}))


def climbed(reference: Page, fetch: Callable[[str], Page | Unread], tried: set[str]) -> Iterator[Page]:
    """The twins of a page, rung by rung; where there is none, what the server gives to one that prefers Markdown."""
    waiting, asked, found = deque(sorted(rungs(reference), key=lambda twin: twin.kind == "index")), 0, False
    while waiting and asked < MOST_TWINS:
        twin = waiting.popleft()
        if twin.url in tried or (twin.kind == "index" and found):
            continue
        tried.add(twin.url)
        asked += 1
        page = fetch(twin.url)
        if not isinstance(page, Page) or page.sha256 == reference.sha256:
            continue
        if twin.kind in ("viewer", "index"):
            waiting.extend(rungs(page) if twin.kind == "viewer" else entries(page, reference))
            continue
        found = True
        yield page
    if not found and "html" in reference.media_type:
        page = fetch(reference.asked)
        if isinstance(page, Page) and "markdown" in page.media_type and page.sha256 != reference.sha256:
            yield page


def entries(index: Page, reference: Page) -> tuple[Twin, ...]:
    """The entry of the site's index that is the reference page's own."""
    document = document_of(index)
    url = "" if isinstance(document, Unread) else entry_of(document.text, index.reached, reference.reached)
    return (Twin(url, "markdown", "its entry in llms.txt"),) if url else ()


def rungs(page: Page) -> tuple[Twin, ...]:
    """What a page or viewer script points at, best first; nothing where it cannot be parsed."""
    document = document_of(page)
    if isinstance(document, Unread) or (document.kind == "html" and tree_of(document) is None):
        return ()
    return twins(document)
