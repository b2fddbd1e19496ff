"""Reads Markdown's inline marks out of one piece of text: what a reader sees, and which words were code, bold or links.

Own code rather than the Markdown library's, which is quadratic on unclosed links; every pattern here runs in linear time.
"""

from __future__ import annotations

import html
import re

from driftgate.extract.blocks import Cell

_CODE = re.compile(r"(?<!\\)(`{1,3})(?!`)([^`\n]{1,2000}?)(?<!`)\1(?!`)")
_IMAGE = re.compile(r"!\[([^\[\]\n]{0,500})\]\([^()\n]{0,1000}\)")
_LINK = re.compile(r"(?<!\\)\[((?:[^\[\]\n\\]|\\.){0,500})\]\(((?:[^()\n\\]|\\.|\([^()\n]{0,200}\)){0,1000})\)")
_BREAK = re.compile(r"<br\s{0,3}/?>|</(?:p|div|li|tr|h[1-6])>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9.-]{0,40}(?:\s[^<>]{0,1000})?/?>|<!--[^<>]{0,1000}-->")
_ANCHORED = re.compile(r"<a\s[^<>]{0,500}href=[^<>]{0,500}>([^<>]{0,500})</a>", re.IGNORECASE)
_CODED = re.compile(r"<code(?:\s[^<>]{0,200})?>([^<>]{0,2000})</code>", re.IGNORECASE)
_STRONGED = re.compile(r"<(?:b|strong)(?:\s[^<>]{0,200})?>([^<>]{0,1000})</(?:b|strong)>", re.IGNORECASE)
_STRONG = re.compile(
    r"(?<!\\)(?:\*\*(?=\S)([^*\n]{1,1000}(?:\*(?!\*)[^*\n]{1,1000})?)\*\*|(?<!\w)__(?=\S)([^_\n]{1,1000})__(?!\w))"
)
_EMPHASIS = re.compile(
    r"(?<![\\*\w])\*(?=[^\s*])([^*\n]{1,1000}?)(?<=[^\s\\])\*(?!\*)|(?<![\\\w])_(?=[^\s_])([^_\n]{1,1000})_(?!\w)"
)
#: ``** [name](#x) **``: marks set apart from the link they enclose
_LOOSE_STRONG = re.compile(r"(?<![\\*])\*\* {1,2}(?=\[)([^*\n]{1,500}\)) {1,2}\*\*")
_STRUCK = re.compile(r"~~([^~\n]{1,1000})~~")
_NAME = re.compile(r"[^\W\d][\w.\-\[\]$]{0,100}")
_WORD = re.compile(r"[\w\x00]")
_GOING = "\x01"
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_METHOD = re.compile(r"\smethod=[\"'{]{1,2}([A-Za-z]{3,7})[\"'}]")
_PATH = re.compile(r"\s(?:path|url|endpoint)=[\"'{`]{1,2}((?:[^\"'{}<>\s`]|\{[\w.-]{1,60}\}){1,300})[\"'}`]")
#: what site generators take out of the text: ``{{<required>}}`` of Hugo, ``{.class}`` and ``{#id}`` of several
_SHORTCODE = re.compile(r"\{\{[<%]\s{0,3}([a-z]{1,30})\s{0,3}[%>]\}\}")
_ATTRIBUTES = re.compile(r"(?<![{\w/$])\s{0,3}\{[.#:][A-Za-z][^{}\n<>|]{0,200}\}|(?<=[_*`)\]])\{[.#][A-Za-z][^{}\n<>|]{0,200}\}")
_SPACES = re.compile(r"[ \t\r\f\v]+")
_HELD = re.compile(r"\x00(\d{1,6})\x00")
_LEADING = re.compile(r"^(?:&nbsp;|&emsp;|&ensp;|&#160;|&#xa0;|[ \u00a0\u2003\u3000])+", re.IGNORECASE)


def read_inline(source: str) -> Cell:
    """One cell, paragraph or heading as a reader sees it, with its code, bold and link texts.

    Code spans are taken out first, so that marks within them stay as they are. Zero-width characters stay where they stand."""
    indent = _indent(source)
    source = source.replace("\x00", "").replace(_GOING, "")
    held: list[str] = []
    links: list[str] = []

    def hold(text: str) -> str:
        held.append(text)
        return f"\x00{len(held) - 1}\x00"

    def link(text: str) -> str:
        links.append(text)
        return text

    text = _CODE.sub(lambda m: hold(m[2].strip()), source)
    if "{" in text:
        text = _ATTRIBUTES.sub("", _SHORTCODE.sub(r"(\1)", text))
    text = _CODED.sub(lambda m: hold(html.unescape(m[1]).strip()), text)
    text = _LOOSE_STRONG.sub(r"**\1**", _IMAGE.sub("", text))
    text = _LINK.sub(lambda m: link(m[1]) if m[1].strip("\u200b ") else "", text)
    text = _ANCHORED.sub(lambda m: link(m[1]), text)
    text = _TAG.sub(_tag, _STRONGED.sub(r"**\1**", _BREAK.sub("\n", text)))
    strong: list[str] = []

    def bold(match: re.Match[str]) -> str:
        strong.append(match[1] or match[2])
        return strong[-1]

    text = _EMPHASIS.sub(lambda m: m[1] or m[2], _without_struck(_STRONG.sub(bold, text), held))
    return Cell(
        text=_visible(text, held),
        code=tuple(part for part in held if part),
        strong=tuple(_visible(part, held) for part in strong),
        indent=indent,
        links=tuple(_visible(part, held) for part in links),
    )


def _without_struck(text: str, held: list[str]) -> str:
    """The text without what is struck out in it; a name that is struck at its start is that of a deprecated field."""

    def settled(match: re.Match[str]) -> str:
        before, after = text[: match.start()], text[match.end() :]
        if _WORD.search(before):
            return ""
        named = _NAME.fullmatch(_visible(match[1], held)) or match[1].lstrip().startswith("\x00")
        if named and not _NAME.fullmatch(_visible(after, held)):
            return f"{match[1]}{_GOING}"
        return "" if _WORD.search(after) else match[1]

    rest = _STRUCK.sub(settled, text)
    return rest.replace(_GOING, "") + " (deprecated)" if _GOING in rest else rest


def as_html(source: str) -> str:
    """A line of Markdown between tags as HTML: its code, links and bold, as far as they have no marks within."""
    text = _CODE.sub(lambda m: f"<code>{html.escape(m[2].strip())}</code>", source)
    text = _LINK.sub(r'<a href="#">\1</a>', text)
    return _ESCAPED.sub(r"\1", _STRONG.sub(lambda m: f"<strong>{m[1] or m[2]}</strong>", text))


def shown_of_component(tag: str) -> str:
    """The operation that a component shows of its attributes (``<Endpoint method="GET" path="/x" />``), else ""."""
    shown, path = _METHOD.search(tag), _PATH.search(tag)
    return f"{shown[1].upper()} {path[1]}" if shown and path else ""


def _tag(match: re.Match[str]) -> str:
    """Markup goes; what only looks like markup (``<string>`` in a type) is the page's own text, and so is what a component
    shows of its attributes (``<Route method="POST">``)."""
    shown = _METHOD.search(match[0])
    if shown:
        path = _PATH.search(match[0])
        return f"{shown[1]} {path[1] if path else ''}"
    name = match[0].strip("</> ").split()[0].split(".")[0].lower() if match[0].strip("</> ") else ""
    return "" if name in _HTML_NAMES or match[0].startswith("<!--") or " " in match[0] or "/" in match[0] else match[0]


def _visible(text: str, held: list[str]) -> str:
    text = html.unescape(_ESCAPED.sub(r"\1", text)).replace("\u00a0", " ")
    text = _HELD.sub(lambda m: held[int(m[1])] if int(m[1]) < len(held) else "", text)
    lines = (_SPACES.sub(" ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _indent(source: str) -> int:
    leading = _LEADING.match(source)
    if not leading or ("&" not in leading[0] and not any(c in leading[0] for c in "\u00a0\u2003\u3000")):
        return 0
    return len(html.unescape(leading[0]).strip(" ").replace("\u2003", "  ").replace("\u3000", "  "))


_HTML_NAMES = frozenset((
    "a", "abbr", "aside", "b", "big", "blockquote", "br", "button", "caption", "center", "code", "col", "dd", "del",
    "details", "div",
    "dl", "dt", "em", "figure", "font", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "input", "ins", "kbd", "label",
    "li",
    "mark", "ol", "p", "pre", "s", "section", "small", "span", "strike", "strong", "sub", "summary", "sup", "table", "tbody",
    "td",
    "tfoot", "th", "thead", "tr", "tt", "u", "ul", "var", "wbr", "nobr", "svg", "path",
))  # fmt: skip
