"""Whether a page is the one that its own address names: crawls and redirects put one page under another's name.

Asked only where nobody named an operation; a named operation proves a page by standing on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote, urlsplit

from driftgate.contract import Operation
from driftgate.extract.blocks import Heading
from driftgate.extract.document import Document

#: How copies of pages say where they were taken from.
_SAID = re.compile(
    r"^(?:source_url|canonical_url|canonical|page_url|original_url|url|source)[\"']?\s*:\s*[\"']?(https?://[^\s\"'<>]{1,500})",
    re.MULTILINE | re.IGNORECASE,
)
_HEAD = 2_000
_WORD = re.compile(r"[a-z]{3,}")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
#: Fewer words in an address are a category or a version as often as a name.
_LEAST = 2
#: Words are one that begin alike: ``tokens`` and ``token``, ``creating`` and ``create``.
_ALIKE = 4


def is_another(document: Document, operations: Iterable[Operation]) -> bool:
    """Whether a page with one operation says nothing of any word that its address ends in.

    Says no wherever that can have another cause: an address without words, several operations, headings in another script.
    """
    found = set(operations)
    named = _words(_last_segment(_address(document)))
    if len(found) != 1 or len(named) < _LEAST:
        return False
    titles = list(_titles(document))
    told = _words(" ".join([*titles, *(operation.path for operation in found)]))
    if not any(map(_words, titles)):
        return False
    together = "".join(told)
    return not any(word in together or any(word[:_ALIKE] == other[:_ALIKE] for other in told) for word in named)


def _address(document: Document) -> str:
    """Where the page says that it belongs, else where it was reached."""
    if document.kind == "html":
        for link in document.tree.iter("link"):
            if (link.get("rel") or "").lower() == "canonical":
                return link.get("href") or ""
    elif said := _SAID.search(document.text[:_HEAD]):
        return said[1]
    return document.page.reached if document.page.reached.startswith("http") else ""


def _last_segment(url: str) -> str:
    try:
        path = unquote(urlsplit(url).path)
    except ValueError:
        return ""
    return re.sub(r"\.\w{1,5}$", "", path.rstrip("/").rpartition("/")[2])


def _titles(document: Document) -> Iterator[str]:
    if document.kind == "html":
        yield from (title.text or "" for title in document.tree.iter("title"))
    yield from (block.text for block in document.blocks if isinstance(block, Heading))


def _words(text: str) -> list[str]:
    """The words of a name or title in Latin letters; an address with digits in it names nothing."""
    return _WORD.findall(_CAMEL.sub(" ", text).lower())
