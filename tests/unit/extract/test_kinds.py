"""What a page is written in: the bytes win over a media type, a type over an address, an address over a look at the lines."""

from __future__ import annotations

import pytest

from driftgate.extract.kinds import kind_of
from driftgate.extract.page import Page


def kind(text: str, *, path: str = "page", media_type: str = "") -> str:
    url = f"https://docs.example.test/{path}"
    return kind_of(Page(asked=url, reached=url, status=200, media_type=media_type, body=text.encode()), text)


@pytest.mark.parametrize(
    ("text", "path", "media_type", "expected"),
    [
        pytest.param("= Ships\n\nText", "ships", "", "markdown", id="a title alone is no proof"),
        pytest.param("# Ships\n\n== Crew\n", "ships", "", "markdown", id="sections below a title of Markdown"),
        pytest.param("= Ships\n\n== Crew\n", "ships.md", "text/markdown", "markdown", id="the media type is believed"),
        pytest.param("= Ships\n\n== Crew\n", "ships", "text/plain", "asciidoc", id="title and sections"),
        pytest.param(":toc:\n= Ships\n\n|===\n|a\n|===", "ships", "", "asciidoc", id="title and table"),
        pytest.param("Ships", "ships.adoc", "text/plain", "asciidoc", id="by its address"),
        pytest.param("Ships", "ships", "text/asciidoc", "asciidoc", id="by its media type"),
        pytest.param("<!doctype html><p>Ships", "ships.adoc", "text/asciidoc", "html", id="HTML whatever else is said"),
    ],
)
def test_the_kind_is_told_by_the_strongest_evidence(text: str, path: str, media_type: str, expected: str) -> None:
    assert kind(text, path=path, media_type=media_type) == expected
