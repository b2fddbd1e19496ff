"""HTML as text with offsets: elements, and the texts between tags, found without a parser so that edits keep every other byte."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

_TAG = re.compile(r"""<(?:!--|(?P<close>/?)(?P<tag>[a-zA-Z][\w-]*)(?P<rest>(?:[^<>"']|"[^"<]{0,4000}"|'[^'<]{0,4000}')*)>)""")
_CLASS = re.compile(r"""\bclass=["']([^"']*)["']""")
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "path", "use")
)
_IN_HEAD = frozenset(("script", "style", "title", "link", "meta", "base", "noscript", "template"))
_RAW = frozenset(("script", "style", "textarea", "title"))
#: What stands in these is no reference: navigation, and printed examples.
_ASIDE = frozenset(("nav", "header", "footer", "aside", "pre", "svg", "head", "option", "label", "form"))
#: Tags whose end many pages leave out.
_ENDS_BEFORE = {
    "li": ("li",),
    "tr": ("tr",),
    "td": ("td", "th"),
    "th": ("td", "th"),
    "p": ("p",),
    "dt": ("dt", "dd"),
    "dd": ("dt", "dd"),
}
INLINE = frozenset(
    ("a", "abbr", "b", "code", "em", "i", "kbd", "mark", "samp", "small", "span", "strong", "sub", "sup", "tt", "var")
)


@dataclass(slots=True)
class Element:
    """One element. start, end: with its tags; inner: where its content begins; up: the number of its parent, -1 for none."""

    tag: str
    signature: str
    start: int
    inner: int
    up: int
    end: int
    aside: bool


@dataclass(frozen=True, slots=True)
class Words:
    """A text between two tags, without the white space around it. at: the number of the element it stands in."""

    start: int
    end: int
    at: int


@dataclass(frozen=True, slots=True)
class Markup:
    """A page's elements in the order they open, and its texts in order. printed: the texts of navigation and examples."""

    text: str
    elements: list[Element]
    words: list[Words]
    printed: list[Words]

    def between(self, start: int, end: int) -> Iterator[tuple[str, Words]]:
        """The texts that begin in a stretch of the page."""
        first = bisect_right(self.words, start - 1, key=lambda words: words.start)
        for words in self.words[first:]:
            if words.start >= end:
                return
            yield self.text[words.start : words.end], words

    def opened(self, start: int, end: int) -> Iterator[Element]:
        """The elements that open in a stretch of the page, in order."""
        first = bisect_left(self.elements, start, key=lambda element: element.start)
        for element in self.elements[first:]:
            if element.start >= end:
                return
            yield element

    def leading(self) -> Iterator[Words]:
        """The texts that begin a block: a name in the middle of a sentence is none."""
        last, spoken = -2, False
        for words in self.words:
            at = words.at
            while at >= 0 and self.elements[at].tag in INLINE:
                at = self.elements[at].up
            spoken = spoken and at == last
            if not spoken:
                yield words
            last, spoken = at, spoken or any(map(str.isalnum, self.text[words.start : words.end]))

    def around(self, words: Words) -> Iterator[Element]:
        """The elements that a text stands in, innermost first."""
        at = words.at
        while at >= 0:
            yield self.elements[at]
            at = self.elements[at].up


def markup(text: str) -> Markup:
    """Scans a page once."""
    elements: list[Element] = []
    words: list[Words] = []
    printed: list[Words] = []
    stack: list[int] = []
    position = 0
    while found := _TAG.search(text, position):
        if stack:
            aside = elements[stack[-1]].aside
            _add_words(text, position, found.start(), stack[-1], printed if aside else words)
        position = found.end()
        if found["tag"] is None:
            end = text.find("-->", position)
            position = len(text) if end < 0 else end + 3
            continue
        tag = found["tag"].lower()
        if found["close"]:
            _close(tag, found.start(), found.end(), stack, elements)
            continue
        if stack and elements[stack[-1]].tag == "head" and tag not in _IN_HEAD:
            elements[stack.pop()].end = found.start()
        if stack and elements[stack[-1]].tag in _ENDS_BEFORE.get(tag, ()):
            elements[stack.pop()].end = found.start()
        if tag in _VOID or found["rest"].endswith("/"):
            continue
        if tag in _RAW:
            end = text.lower().find(f"</{tag}", position) if len(text) < 200_000 else _find(text, tag, position)
            position = len(text) if end < 0 else text.find(">", end) + 1 or len(text)
            continue
        above = elements[stack[-1]] if stack else None
        classes = _CLASS.search(found["rest"])
        signature = f"{tag}.{classes[1] if classes else ''}"
        aside = tag in _ASIDE or (above is not None and above.aside)
        elements.append(Element(tag, signature, found.start(), position, stack[-1] if stack else -1, len(text), aside))
        stack.append(len(elements) - 1)
    return Markup(text, elements, words, printed)


def _find(text: str, tag: str, position: int) -> int:
    match = re.compile(rf"</{tag}", re.IGNORECASE).search(text, position)
    return match.start() if match else -1


def _add_words(text: str, start: int, end: int, at: int, words: list[Words]) -> None:
    while start < end and (text[start].isspace() or text[start] in "\u200b"):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in "\u200b"):
        end -= 1
    if start < end:
        words.append(Words(start, end, at))


def _close(tag: str, start: int, end: int, stack: list[int], elements: list[Element]) -> None:
    """Ends the innermost open element of this name, and those left open inside it; a stray end tag is left alone."""
    for depth in range(len(stack) - 1, max(-1, len(stack) - 60), -1):
        if elements[stack[depth]].tag == tag:
            for number in stack[depth + 1 :]:
                elements[number].end = start
            elements[stack[depth]].end = end
            del stack[depth:]
            return
