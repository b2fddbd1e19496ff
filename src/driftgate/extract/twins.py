"""Where a page's machine-readable siblings may be: candidates to fetch next, best first. Nothing is fetched here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from driftgate.extract.document import Document
from driftgate.extract.openapi.scan import has_version

#: How many candidates a page may have.
MOST = 6

_OPENAPI_TYPES = (
    "application/vnd.oai.openapi+json",
    "application/vnd.oai.openapi",
    "application/openapi+json",
    "application/openapi+yaml",
)
_MARKDOWN_TYPES = ("text/markdown", "text/x-markdown")

#: Elements whose attribute names the page's OpenAPI document.
_SPEC_ATTRIBUTES = (
    ("redoc", "spec-url", "Redoc's spec-url"),
    ("rapi-doc", "spec-url", "RapiDoc's spec-url"),
    ("rapi-doc-mini", "spec-url", "RapiDoc's spec-url"),
    ("openapi-explorer", "spec-url", "OpenAPI Explorer's spec-url"),
    ("div", "data-api-url", "Zudoku's data-api-url"),
    ("elements-api", "apidescriptionurl", "Elements' apiDescriptionUrl"),
    ("script", "data-url", "Scalar's data-url"),
    ("script", "data-spec-url", "a script's data-spec-url"),
)
_VIEWERS = re.compile(r"\b(?:SwaggerUIBundle|SwaggerUi|Redoc\.init|createApiReference)\s*\(")
_SCRIPT_URL = re.compile(
    r"""\b(?:url|specUrl|configUrl)["']?\s*:\s*["']([^"'\s<>]{1,500})["']|\bRedoc\.init\(\s*["']([^"'\s<>]{1,500})["']"""
)
_SCRIPT_FILE = re.compile(r"swagger-(?:initializer|ui-init)\.js$")
#: A published Postman page names its collection by two ids; Postman's own host answers for it on another one.
_COLLECTION_IDS = ("ownerId", "publishedId")
_COLLECTION_HOSTS = {"documenter.getpostman.com": "documenter.gw.postman.com"}
_EXTENSION = re.compile(r"\.(?:md|mdx|txt|json|ya?ml|js|php|aspx?|jsp|pdf)$", re.IGNORECASE)
_DOCUMENT_NAME = re.compile(r"(?:openapi|swagger|api-docs)[\w.-]{0,80}\.(?:json|ya?ml)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Twin:
    """A sibling that a page may have. kind: ``markdown``, ``openapi``, ``postman``, ``index`` (llms.txt) or ``viewer`` (a script
    that names or holds the document: look at its twins too); why: what points at it."""

    url: str
    kind: str
    why: str


def twins(document: Document) -> tuple[Twin, ...]:
    """The candidates of a page, best first, each URL once: http(s) only, without fragments, at most a handful."""
    own = _clean(document.page.reached, "")
    found: dict[str, Twin] = {}
    for twin in _candidates(document):
        url = _clean(document.page.reached, twin.url)
        if url and url != own:
            found.setdefault(url, Twin(url, twin.kind, twin.why))
    return tuple(found.values())[:MOST]


def _candidates(document: Document) -> Iterator[Twin]:
    """Stated links before guesses: what the page says of itself is better than what most platforms do."""
    yield from _headers(document)
    if document.kind == "script":
        yield from _in_script(document.text)
    if document.kind == "html":
        yield from _links(document)
        yield from _specs(document)
        yield from _collection(document)
        yield from _anchors(document)
        yield from _guesses(document)


def _headers(document: Document) -> Iterator[Twin]:
    for relation, media_type, url in document.page.links:
        if kind := _kind(relation, media_type):
            yield Twin(url, kind, "the server's Link header")


def _links(document: Document) -> Iterator[Twin]:
    for element in document.tree.iter("link"):
        kind = _kind(element.get("rel") or "", element.get("type") or "")
        if kind:
            yield Twin(element.get("href") or "", kind, "the page's <link>")


def _kind(relation: str, media_type: str) -> str:
    media_type = media_type.split(";")[0].strip().lower()
    relations = relation.lower().split()
    if "service-desc" in relations or ("alternate" in relations and media_type in _OPENAPI_TYPES):
        return "openapi"
    if "alternate" in relations and media_type in _MARKDOWN_TYPES:
        return "markdown"
    return "index" if "llms-txt" in relations else ""


def _specs(document: Document) -> Iterator[Twin]:
    """OpenAPI documents that the page's own viewer loads."""
    for name, attribute, why in _SPEC_ATTRIBUTES:
        for element in document.tree.iter(name):
            if url := element.get(attribute):
                yield Twin(url, "openapi", why)
    for element in document.tree.iter("script"):
        yield from _in_script(element.text or "")
        if _SCRIPT_FILE.search((element.get("src") or "").split("?")[0]):
            yield Twin(element.get("src") or "", "viewer", "the viewer's script")


def _collection(document: Document) -> Iterator[Twin]:
    """The collection that a page of Postman's documenter loads, from the host that serves the page."""
    if not all(name in document.text for name in _COLLECTION_IDS):
        return
    stated = {element.get("name"): element.get("content") or "" for element in document.tree.iter("meta")}
    owner, published = (quote(stated.get(name, ""), safe="") for name in _COLLECTION_IDS)
    if owner and published:
        tag = quote(stated.get("versionTagId") or "latest", safe="")
        host = urlsplit(document.page.reached).netloc
        path = f"/api/collections/{owner}/{published}?segregateAuth=true&versionTag={tag}"
        yield Twin(f"https://{_COLLECTION_HOSTS.get(host, host)}{path}", "postman", "Postman's collection")


def _in_script(text: str) -> Iterator[Twin]:
    """The document that a viewer is started with. One that stands in the script itself has URLs of its own: none is a twin."""
    viewer = None if has_version(text) else _VIEWERS.search(text)
    for match in _SCRIPT_URL.finditer(text, viewer.start()) if viewer else ():
        yield Twin(_unescaped(match[1] or match[2]), "openapi", "the viewer's script")


def _unescaped(url: str) -> str:
    return url.replace("\\/", "/").replace("\\u002F", "/").replace("\\u002f", "/")


def _anchors(document: Document) -> Iterator[Twin]:
    for element in document.tree.iter("a"):
        url = element.get("href") or ""
        path = url.split("#")[0].split("?")[0]
        if _DOCUMENT_NAME.search(path):
            yield Twin(url, "openapi", "a link to an OpenAPI document")
        elif path.endswith(".md") and _is_own_markdown(document.page.reached, url):
            yield Twin(url, "markdown", "a link to the page as Markdown")
        elif path.endswith("/llms.txt"):
            yield Twin(url, "index", "a link to llms.txt")


def _is_own_markdown(own: str, url: str) -> bool:
    """Whether a Markdown link is this page's, and not just any."""
    stem = urlsplit(own).path.rstrip("/").removesuffix(".html")
    return bool(stem) and urlsplit(urljoin(own, url)).path == f"{stem}.md"


def _guesses(document: Document) -> Iterator[Twin]:
    """Most platforms serve a page's Markdown beside it, and say so nowhere."""
    parts = urlsplit(document.page.reached)
    stem = parts.path.rstrip("/").removesuffix(".html")
    if stem and not _EXTENSION.search(stem):
        url = urlunsplit((parts.scheme, parts.netloc, f"{stem}.md", parts.query, ""))
        yield Twin(url, "markdown", "the page's address with .md")


def _clean(base: str, url: str) -> str:
    """An absolute http(s) URL without its fragment, else nothing."""
    try:
        parts = urlsplit(urljoin(base, url.strip()))
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.hostname or len(url) > 2_000:
        return ""
    return urlunsplit((parts.scheme, parts.netloc, parts.path, parts.query, ""))
