"""What a page really is when it is no documentation: a login form, a bot check, a soft 404, an error message, an empty shell.

Judged by what the page mainly is: what its title and main heading say, and how little else it holds. A page that shows an
operation or a table of its own is never suspected, whatever forms, scripts or status words stand on it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from driftgate.extract import suspicious_words as words
from driftgate.extract.page import Page, Unread, Unreadable

if TYPE_CHECKING:
    from lxml.html import HtmlElement

#: A page with more visible text than this is no shell, no bot check and no login form, unless its headings say so.
BARE = 250
SHORT = 700
#: ... and with more than this it is what it holds, whatever its headings say.
LONG = 6000

_SILENT = frozenset(("script", "style", "template", "noscript", "svg", "head", "iframe", "object", "link", "meta"))
_CHROME = frozenset(("nav", "header", "footer", "aside"))
_OPERATION = re.compile(r"\b(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b\s{0,3}(?:https?://\w|/\s?[\w{:<(]|/?\{)", re.IGNORECASE)
_METHOD = re.compile(r"\b(?:GET|POST|PUT|PATCH|DELETE)\b")
_PATH = re.compile(r"https?://[^\s/]+/\w|(?<![\w/.])/(?:api|v\d)[\w./{}-]*")
_BARE_ERROR = re.compile(r"cannot (?:get|post|head) /\S*", re.IGNORECASE)
_EXCEPTION = re.compile(r"\b[a-z]\w{0,60}(?:error|exception)\b(?: at /| in |:|$)")
_SEGMENTS = re.compile(r"\s[|·•»«:/–—-]{1,2}\s|[|·•»]|:\s")
_ROWS = 3


@dataclass(frozen=True, slots=True)
class _Look:
    """What one bounded look at a page shows. text: the start of its visible text outside navigation, folded;
    headings: its title and main headings, folded; documents: whether an operation or a table stands on it."""

    tree: HtmlElement
    text: str
    headings: tuple[str, ...]
    documents: bool

    @property
    def size(self) -> int:
        return len(self.text)

    def has(self, *tags: str) -> bool:
        return next(self.tree.iter(*tags), None) is not None


def suspicion(page: Page, text: str, tree: HtmlElement | None) -> Unread | None:
    """Why the page is no documentation, or None. tree: of an HTML page, None for any other text.

    Ask the readers of embedded data first: a shell may carry its document or name its address.
    """
    if tree is None:
        return _of_plain_text(page, text)
    look = _look(tree)
    if _is_stack_trace(look, text):
        return Unread(page.reached, Unreadable.ERROR_PAGE)
    if look.documents or look.size > LONG:
        return None
    for reason, holds in (
        (Unreadable.BOT_WALL, _is_wall(look, text)),
        (Unreadable.SOFT_404, _is_soft_404(look)),
        (Unreadable.ERROR_PAGE, _is_error(look)),
        (Unreadable.LOGIN, _is_login(look)),
        (Unreadable.SHELL, look.size <= BARE and look.has("script")),
    ):
        if holds:
            return Unread(page.reached, reason, (_app(tree) or "") if reason is Unreadable.SHELL else "")
    return None


def _is_stack_trace(look: _Look, text: str) -> bool:
    """A framework's debug page: an exception for a heading, and its trace."""
    if not any(_EXCEPTION.search(heading) for heading in look.headings):
        return False
    markup = text.casefold()
    return any(trace in markup for trace in words.TRACES)


def _is_wall(look: _Look, text: str) -> bool:
    if _says(look.headings, words.WALL_IN, words.WALL_ALONE) and look.size <= 2 * SHORT:
        return True
    if look.size > SHORT:
        return False
    if any(phrase in look.text for phrase in words.WALL_TEXT):
        return True
    markup = text[: 20 * LONG].casefold()
    return look.size <= BARE and _app(look.tree) is None and any(mark in markup for mark in words.WALL_MARKUP)


def _is_soft_404(look: _Look) -> bool:
    said = sum(_says((heading,), words.NOT_FOUND_IN, words.NOT_FOUND_ALONE) for heading in look.headings)
    if not said:
        return _BARE_ERROR.fullmatch(look.text) is not None
    return said > 1 or look.size <= 2 * SHORT


def _is_error(look: _Look) -> bool:
    if not look.headings and any(trace in look.text[:SHORT] for trace in words.TRACES):
        return True
    said = look.headings or (look.text[:160],)
    return look.size <= 2 * SHORT and _says(said, words.ERROR_IN, words.ERROR_ALONE)


def _is_login(look: _Look) -> bool:
    says = _says(look.headings, words.LOGIN_IN, words.LOGIN_ALONE)
    if any((control.get("type") or "").lower() == "password" for control in look.tree.iter("input")):
        return look.size <= (2 * SHORT if says else SHORT)
    return says and look.size <= SHORT and look.has("input", "button", "form")


def _says(headings: Sequence[str], anywhere: Sequence[str], alone: Sequence[str]) -> bool:
    """Whether a title or main heading holds one of the phrases, or is one of the words."""
    return any(
        any(phrase in heading for phrase in anywhere) or any(segment in alone for segment in _segments(heading))
        for heading in headings
        if len(heading) <= 160
    )


def _segments(heading: str) -> Iterator[str]:
    for segment in (heading, *_SEGMENTS.split(heading)):
        yield segment.strip(" .!?…:'\"")


def _fold(text: str) -> str:
    return " ".join(text.replace("’", "'").casefold().split())


def _look(tree: HtmlElement) -> _Look:
    """Looks at the page in one pass, which ends as soon as it holds too much for any suspicion."""
    parts: list[str] = []
    size, tables = 0, False
    for item in _visible(tree):
        if isinstance(item, str):
            parts.append(item)
            size += len(item)
        else:
            tables = tables or (item.tag == "table" and _is_content_table(item))
        if tables or size > 2 * LONG:
            break
    text = " ".join(parts)
    return _Look(tree, _fold(text), _headings(tree), tables or _shows_operation(text))


def _shows_operation(text: str) -> bool:
    if _BARE_ERROR.fullmatch(text.strip().casefold()):
        return False
    return _OPERATION.search(text) is not None or (_METHOD.search(text) is not None and _PATH.search(text) is not None)


def _headings(tree: HtmlElement) -> tuple[str, ...]:
    """The page's title and its first main headings, folded, without empty ones."""
    title = tree.find("head/title")
    found = [] if title is None else [title.text or ""]
    found += ["".join(heading.itertext())[:400] for heading in islice(tree.iter("h1"), 3)]
    return tuple(folded for folded in map(_fold, found) if folded)


def _visible(tree: HtmlElement) -> Iterator[HtmlElement | str]:
    """The page's elements and texts in order, without what shows nothing and without navigation."""
    stack: list[HtmlElement | str] = [tree]
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            yield item
            continue
        if not isinstance(item.tag, str) or item.tag in _SILENT or item.tag in _CHROME:
            continue
        yield item
        for child in reversed(item):
            if child.tail and not child.tail.isspace():
                stack.append(child.tail)
            stack.append(child)
        if item.text and not item.text.isspace():
            stack.append(item.text)


def _is_content_table(table: HtmlElement) -> bool:
    """Whether it holds rows of text rather than the controls of a form."""
    return sum(1 for _ in islice(table.iter("tr"), _ROWS)) == _ROWS and next(table.iter("input"), None) is None


def _app(tree: HtmlElement) -> str | None:
    """The name of the app that would fill the page, ``""`` for one without a known name, None if there is no container."""
    for tag, name in words.APP_TAGS.items():
        if next(tree.iter(tag), None) is not None:
            return name
    for meta in tree.iter("meta"):
        if (meta.get("name") or "").casefold() == "generator" and (meta.get("content") or "").casefold() in words.APP_GENERATORS:
            return words.APP_GENERATORS[(meta.get("content") or "").casefold()]
    sources = [(script.get("src") or "").casefold() for script in tree.iter("script")]
    for mark, name in words.APP_SCRIPTS.items():
        if any(mark in source for source in sources):
            return name
    ids = ((element.get("id") or "").casefold() for element in tree.iter("div", "main", "section"))
    return next((words.APP_IDS[name] for name in ids if name in words.APP_IDS), None)


def _of_plain_text(page: Page, text: str) -> Unread | None:
    """A short text or JSON answer that says nothing but that something is missing or broken."""
    if len(text) > SHORT or _OPERATION.search(text):
        return None
    said = tuple(map(_fold, _statements(text)))
    if _says(said, words.NOT_FOUND_IN, words.NOT_FOUND_ALONE):
        return Unread(page.reached, Unreadable.SOFT_404)
    if _says(said, words.ERROR_IN, words.ERROR_ALONE):
        return Unread(page.reached, Unreadable.ERROR_PAGE)
    return None


def _statements(text: str) -> Iterator[str]:
    """The first line of a text, or the strings at the top of a JSON answer."""
    try:
        value = json.loads(text) if text.lstrip()[:1] == "{" else None
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, dict):
        yield text.strip().partition("\n")[0].lstrip("# ")
        return
    inner = value.get("error")
    for item in (*value.values(), *(inner.values() if isinstance(inner, dict) else ())):
        if isinstance(item, str):
            yield item
