"""The page that an empty shell carries as one text of its state, HTML or Markdown, for a script to draw."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from driftgate.extract.document import Document
from driftgate.extract.markup import UnparsableError
from driftgate.extract.openapi.load import RefusedError, load_json_at

if TYPE_CHECKING:
    from lxml.html import HtmlElement

#: a text that is shorter is no page; a page that shows more than half as much itself is no shell
_SHORTEST = 300
_MOST_VALUES = 50_000
_SILENT = frozenset(("script", "style", "template", "noscript", "head", "title", "svg"))
#: where a state begins in a script that is not data alone: ``window.__STATE__ = {``
_ASSIGNED = re.compile(r"[\w\])\"']\s{0,9}=\s{0,9}(?=[{\[])")
_MOST_PLACES = 8
_MARKUP = re.compile(r"<(h[1-6]|table|ul|p|div)\b[^<>]{0,500}>")
_HEADING = re.compile(r"^#{1,6} \S", re.MULTILINE)
_TITLES = ("title", "name", "heading")


def packed(document: Document) -> Document | None:
    """The same page as the text that its state holds, None where it shows a text of its own or holds none."""
    if document.kind != "html" or "<script" not in document.text:
        return None
    try:
        texts = list(_texts(document.tree))
    except UnparsableError:
        return None
    kind, text = max(texts, key=lambda found: len(found[1]), default=("", ""))
    return Document(document.page, text, kind) if len(text) > 2 * _shown(document.tree) else None


def _shown(tree: HtmlElement) -> int:
    """How much text a reader sees before any script has run."""
    size = 0
    for node in tree.iter():
        around = node.getparent()
        size += len((node.text or "").strip()) if node.tag not in _SILENT else 0
        size += len((node.tail or "").strip()) if around is not None and around.tag not in _SILENT else 0
    return size


def _texts(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    """Every text in the page's data that is a page itself, with its kind."""
    for script in tree.iter("script"):
        if script.text and len(script.text) >= _SHORTEST:
            for data in _data(script.text):
                yield from _pages(data)


def _data(script: str) -> Iterator[object]:
    """The data that a script is, or assigns."""
    whole = script.lstrip()[:1] in ("{", "[")
    starts = [len(script) - len(script.lstrip())] if whole else [found.end() for found in _ASSIGNED.finditer(script)]
    end = 0
    for start in starts[:_MOST_PLACES]:
        if start < end:
            continue
        try:
            data, end = load_json_at(script, start)
        except (json.JSONDecodeError, RefusedError):
            continue
        yield data


def _pages(data: object) -> Iterator[tuple[str, str]]:
    waiting, seen = [data], 0
    while waiting and seen < _MOST_VALUES:
        value = waiting.pop()
        below = list(value.values()) if isinstance(value, Mapping) else value if isinstance(value, list) else []
        seen += len(below)
        for text in below:
            if isinstance(text, str) and len(text) >= _SHORTEST and (kind := _kind(text)):
                yield kind, _titled(text, kind, value)
        waiting += [inner for inner in below if isinstance(inner, Mapping | list)]


def _kind(text: str) -> str:
    if _MARKUP.search(_unescaped(text)[:4_000]):
        return "html"
    return "markdown" if _HEADING.search(text) else ""


def _unescaped(text: str) -> str:
    """Markup that stands escaped once more within the data."""
    return html.unescape(text) if text.lstrip().startswith("&lt;") else text


def _titled(text: str, kind: str, around: object) -> str:
    """The text below the title that stands beside it, where it has none of its own."""
    text = _unescaped(text) if kind == "html" else text
    stated: list[object] = [around.get(name) for name in _TITLES] if isinstance(around, Mapping) else []
    titles = [each for each in stated if isinstance(each, str) and 0 < len(each) < _SHORTEST]
    if not titles or "<h1" in text or text.startswith("# "):
        return text
    return f"<h1>{html.escape(titles[0])}</h1>\n{text}" if kind == "html" else f"# {titles[0]}\n\n{text}"
