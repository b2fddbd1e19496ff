"""What a page is written in, from its media type, its URL and a look at the first bytes."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from driftgate.extract.page import Page

_BY_MEDIA_TYPE = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/markdown": "markdown",
    "text/x-markdown": "markdown",
    "application/json": "json",
    "application/vnd.oai.openapi+json": "json",
    "application/vnd.oai.openapi": "yaml",
    "application/yaml": "yaml",
    "application/x-yaml": "yaml",
    "text/yaml": "yaml",
    "text/x-yaml": "yaml",
    "text/asciidoc": "asciidoc",
    "text/x-asciidoc": "asciidoc",
    "text/x-rst": "rst",
    "text/prs.fallenstein.rst": "rst",
    "application/javascript": "script",
    "text/javascript": "script",
}
_BY_SUFFIX = {
    "html": "html",
    "htm": "html",
    "md": "markdown",
    "mdx": "markdown",
    "markdown": "markdown",
    "adoc": "asciidoc",
    "asciidoc": "asciidoc",
    "asc": "asciidoc",
    "rst": "rst",
    "rest": "rst",
    "json": "json",
    "yaml": "yaml",
    "yml": "yaml",
    "js": "script",
}
_DIRECTIVE = re.compile(r"^\.\. (?:http:[a-z]{3,7}|list-table|csv-table|code-block|sourcecode|toctree|contents)::", re.MULTILINE)
_HTML_STARTS = ("<!doctype html", "<html", "<head", "<body", "<?xml")


def kind_of(page: Page, text: str) -> str:
    """``html markdown asciidoc rst json yaml script`` or ``text``. The bytes win over a media type they plainly contradict."""
    start = text[:2000].lstrip("\ufeff \t\r\n").lower()
    if start.startswith(_HTML_STARTS):
        return "html"
    if start.startswith("{"):
        return "json"
    if start.startswith(("openapi:", "swagger:")):
        return "yaml"
    suffix = urlsplit(page.reached).path.rsplit("/", 1)[-1].removesuffix(".txt").rpartition(".")[2].lower()
    by_url = _BY_SUFFIX.get(suffix)
    by_type = _BY_MEDIA_TYPE.get(page.media_type)
    if by_type == "html" and "<" not in start:
        by_type = None
    return by_type or by_url or ("html" if start.startswith("<") and "</" in text else _by_marks(start, text))


def _by_marks(start: str, text: str) -> str:
    """AsciiDoc where a title of its own form stands above a section or a table of its own form; reStructuredText where a
    directive does; else Markdown."""
    if "\n.. " in text and _DIRECTIVE.search(text) and "\n```" not in text:
        return "rst"
    titled = f"\n{start}".find("\n= ") >= 0
    return "asciidoc" if titled and ("\n== " in text or "\n|===" in text) else "markdown"
