"""Which siblings of a page to try next."""

from __future__ import annotations

import pytest

from driftgate.extract.document import Document
from driftgate.extract.page import Page
from driftgate.extract.twins import MOST, Twin, twins
from specs import document

URL = "https://docs.example.com/api/notes"
GUESS = Twin("https://docs.example.com/api/notes.md", "markdown", "the page's address with .md")


def page(head: str = "", inner: str = "") -> str:
    return f"<!doctype html><html><head>{head}</head><body>{inner}</body></html>"


def found(text: str, url: str = URL) -> list[tuple[str, str]]:
    return [(twin.url, twin.kind) for twin in twins(document(text, "html", url))]


@pytest.mark.parametrize(
    "inner",
    [
        '<a href="javascript:openapi.json">x</a>',
        '<a href="data:text/plain,openapi.json">x</a>',
        '<a href="mailto:openapi.json">x</a>',
        '<a href="file:///etc/openapi.json">x</a>',
        '<a href="http://[bad/openapi.json">x</a>',
        '<a href="/blog/other.md">x</a>',
        '<a href="/openapi.json.zip">x</a>',
        '<script>fetch({url: "/telemetry"})</script>',
        '<script>SwaggerUIBundle({spec: {"openapi": "3.1.0", "servers": [{"url": "https://api.example.com"}]}})</script>',
        f'<link rel="alternate" type="text/markdown" href="{URL}#top">',
    ],
)
def test_what_is_no_twin(inner: str) -> None:
    """Only the usual guess remains."""
    assert found(page(inner=inner)) == [(GUESS.url, GUESS.kind)]


@pytest.mark.parametrize(
    ("url", "guess"),
    [
        ("https://docs.example.com/api/notes?v=2#top", "https://docs.example.com/api/notes.md?v=2"),
        ("https://docs.example.com/api/notes/", "https://docs.example.com/api/notes.md"),
        ("https://docs.example.com/api/notes.html", "https://docs.example.com/api/notes.md"),
        ("https://docs.example.com/api/v1.2/notes", "https://docs.example.com/api/v1.2/notes.md"),
    ],
)
def test_the_guess(url: str, guess: str) -> None:
    assert found(page(), url) == [(guess, "markdown")]


@pytest.mark.parametrize("url", ["https://docs.example.com/", "https://docs.example.com", "https://docs.example.com/notes.php"])
def test_no_guess_where_no_page_has_a_twin(url: str) -> None:
    assert found(page(), url) == []


@pytest.mark.parametrize(
    ("inner", "twin"),
    [
        pytest.param(
            "<redoc spec-url='../openapi/notes.yaml'></redoc>", "https://docs.example.com/openapi/notes.yaml", id="redoc"
        ),
        pytest.param('<script id="api-reference" data-url="/spec"></script>', "https://docs.example.com/spec", id="scalar"),
        pytest.param('<rapi-doc spec-url="https://h/x.json"></rapi-doc>', "https://h/x.json", id="rapidoc"),
        pytest.param(
            '<openapi-explorer spec-url="/x.json"></openapi-explorer>', "https://docs.example.com/x.json", id="explorer"
        ),
        pytest.param('<div data-api-url="https://h/x.json"></div>', "https://h/x.json", id="zudoku"),
        pytest.param(
            '<elements-api apiDescriptionUrl="/x.json"></elements-api>', "https://docs.example.com/x.json", id="elements"
        ),
        pytest.param(
            '<script>SwaggerUIBundle({ url: "/v3/api-docs", dom_id: "#a" })</script>',
            "https://docs.example.com/v3/api-docs",
            id="swagger-ui",
        ),
        pytest.param(
            '<script>SwaggerUIBundle({"urls": [{"url": "\\/v1.json"}]})</script>', "https://docs.example.com/v1.json", id="urls"
        ),
        pytest.param("<script>Redoc.init('/v1.yaml', {})</script>", "https://docs.example.com/v1.yaml", id="redoc-init"),
        pytest.param(
            "<script>Scalar.createApiReference('#a', { url: '/v1.json' })</script>",
            "https://docs.example.com/v1.json",
            id="scalar-call",
        ),
        pytest.param(
            '<a href="/files/openapi.yaml?download=1#x">Download</a>',
            "https://docs.example.com/files/openapi.yaml?download=1",
            id="a-link",
        ),
    ],
)
def test_documents_that_the_page_names(inner: str, twin: str) -> None:
    assert found(page(inner=inner)) == [(twin, "openapi"), (GUESS.url, GUESS.kind)]


def test_best_first_and_each_once() -> None:
    """What the page says of itself comes before what a viewer loads, and that before a guess."""
    text = page(
        '<link rel="alternate" type="text/markdown; charset=utf-8" href="/raw/notes.md"><link rel="service-desc" href="/desc">',
        '<redoc spec-url="/desc"></redoc><a href="/llms.txt">index</a><a href="notes.md">as Markdown</a>',
    )
    assert found(text) == [
        ("https://docs.example.com/raw/notes.md", "markdown"),
        ("https://docs.example.com/desc", "openapi"),
        ("https://docs.example.com/llms.txt", "index"),
        ("https://docs.example.com/api/notes.md", "markdown"),
    ]


def test_link_headers_come_first() -> None:
    links = (
        ("alternate", "text/markdown", "https://docs.example.com/n.md"),
        ("preload", "text/css", "https://docs.example.com/a.css"),
    )
    fetched = Page(URL, URL, 200, "text/html", b"", links=links)
    assert [twin.url for twin in twins(Document(fetched, page(), "html"))] == ["https://docs.example.com/n.md", GUESS.url]


def test_a_viewers_script_has_the_document_as_its_twin() -> None:
    text = page(inner='<script src="./swagger-initializer.js?v=1"></script>')
    assert found(text) == [("https://docs.example.com/api/swagger-initializer.js?v=1", "viewer"), (GUESS.url, GUESS.kind)]
    script = document('window.ui = SwaggerUIBundle({url: "https://h.example.com/v2/swagger.json"})', "script", f"{URL}/i.js")
    assert twins(script) == (Twin("https://h.example.com/v2/swagger.json", "openapi", "the viewer's script"),)


@pytest.mark.parametrize("kind", ["markdown", "json", "yaml", "text"])
def test_a_document_that_is_a_twin_itself_has_none(kind: str) -> None:
    assert twins(document("openapi: 3.1.0", kind)) == ()


def test_at_most_a_handful() -> None:
    links = "".join(f'<a href="/openapi-{n}.json">x</a>' for n in range(50))
    assert len(found(page(inner=links))) == MOST


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://documenter.getpostman.com/view/41/2sNotes", "documenter.gw.postman.com"),
        ("https://notes.example.com/", "notes.example.com"),
    ],
)
def test_a_published_postman_page_names_its_collection(url: str, host: str) -> None:
    """By two ids in its head; where one is missing it names none."""
    owner, published = '<meta name="ownerId" content="41">', '<meta name="publishedId" content="2sNotes">'
    address = f"https://{host}/api/collections/41/2sNotes?segregateAuth=true&versionTag=latest"
    assert (address, "postman") in found(page(owner + published), url)
    assert not [kind for _, kind in found(page(owner + '<meta name="publishedId">'), url) if kind == "postman"]
