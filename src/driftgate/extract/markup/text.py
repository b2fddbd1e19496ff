"""The visible text of an element: white space folded, line breaks kept, marks around words that nobody sees dropped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from lxml import etree
from lxml.html import HtmlElement

HIDDEN = frozenset({"script", "style", "noscript", "template", "svg", "head"})
LISTS = frozenset({"ul", "ol", "dl"})
CODE = frozenset({"code", "tt", "kbd", "samp"})
STRONG = frozenset({"strong", "b"})
#: Elements that stand on lines of their own.
BLOCK = frozenset(
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    }
)
_SPECIAL = BLOCK | HIDDEN | {"br"}
_ALL_TEXT = etree.XPath("string()", smart_strings=False)
#: Class words that style tools make up: of emotion, styled-components, JSS, Svelte.
_MADE_UP = re.compile(r"(?:css|sc|jss|makeStyles|svelte|chakra)-?[\da-zA-Z]{4,10}$")
_BREAK = "\u2028"
_SOFT_HYPHEN = "\u00ad"
_UNSEEN = "\u200b\u200c\u200d\u2060\ufeff"
#: Not between two letters: there an unseen character makes another name, and nobody would see that it does.
_AROUND_WORDS = re.compile(rf"(?<![^\W_])[{_UNSEEN}]+|[{_UNSEEN}]+(?![^\W_])")


def visible_text(element: HtmlElement) -> str:
    """What a reader sees of an element; ``<br>`` and block elements break lines, ``<wbr>`` breaks nothing. Linear."""
    if not len(element):
        text = element.text
        return fold(text) if text else ""
    return fold("".join(pieces(element)))


def on_one_line(element: HtmlElement, without: frozenset[str] = frozenset()) -> str:
    """What a reader sees of an element without these tags' subtrees, every run of white space and breaks one blank. Linear."""
    if not len(element):
        text = element.text
        return _line(text) if text else ""
    return _line("".join(pieces(element, block_break="\n", without=without)))


def raw_text(element: HtmlElement) -> str:
    """The text of a code sample, white space as it stands; ``<br>`` is a line break."""
    if next(element.iterdescendants("br", *HIDDEN), None) is None:
        return _seen(str(_ALL_TEXT(element)))
    return _seen("".join(pieces(element, block_break=""))).replace(_BREAK, "\n")


def fold(text: str) -> str:
    """Runs of white space as one blank, break marks as newlines without blanks around them, unseen characters dropped."""
    if _BREAK not in text:
        return _line(text)
    return "\n".join(line for part in text.split(_BREAK) if (line := _line(part)))


def _line(text: str) -> str:
    line = " ".join(text.split())
    if line.isascii() or line.isprintable():  # what shows nothing is not printable
        return line
    return " ".join(_seen(text).split())


def _seen(text: str) -> str:
    """The text without break hints and marks that show nothing, save those inside a word; most texts have none."""
    text = text.replace(_SOFT_HYPHEN, "")
    return _AROUND_WORDS.sub("", text) if any(unseen in text for unseen in _UNSEEN) else text


def pieces(element: HtmlElement, *, block_break: str = _BREAK, without: frozenset[str] = frozenset()) -> list[str]:
    """The text pieces below an element in order, break marks between them; subtrees named in ``without`` are left out."""
    found = [element.text or ""]
    special = _special(without) if without else _SPECIAL
    around: list[tuple[Iterator[HtmlElement], HtmlElement, str]] = []
    level = iter(element)
    while True:
        for node in level:
            end = ""
            if (tag := node.tag) in special:
                end = block_break if tag in BLOCK else ""
                if tag in without or (tag in HIDDEN and _is_hidden(node)):
                    found += (end, node.tail or "")
                    continue
                found.append(_BREAK if tag == "br" else end)
            if text := node.text:
                found.append(text)
            if len(node):
                around.append((level, node, end))
                level = iter(node)
                break
            found += (end, node.tail or "")
        else:
            if not around:
                return found
            level, node, end = around.pop()
            found += (end, node.tail or "")


@lru_cache(maxsize=64)
def _special(without: frozenset[str]) -> frozenset[str]:
    return _SPECIAL | without


def _is_hidden(node: HtmlElement) -> bool:
    """Whether one of the hidden tags really is: templates are unless they carry a shadow tree."""
    return node.tag != "template" or not (node.get("shadowrootmode") or node.get("shadowroot"))


def main_class(element: HtmlElement) -> str:
    """The first class word that somebody chose: one that a style tool made up says nothing, unless it stands alone."""
    words = element.get("class", "").split()
    return next((word for word in words if not _MADE_UP.match(word)), words[0] if words else "")


def classes(element: HtmlElement) -> frozenset[str]:
    """The class words of an element."""
    return frozenset(element.get("class", "").split())
