"""Reads reStructuredText's inline marks out of one text: what a reader sees, and which words were code, bold or links."""

from __future__ import annotations

import re

from driftgate.extract.blocks import Cell

#: literal text, text with a role or a target, bold and leaning text: what opens a mark has no space behind it
_MARK = re.compile(
    r"``(?P<code>[^`]{1,2000}|[^`\n]{1,1000}`[^`\n]{1,1000})``"
    r"|(?::(?P<role>[\w:.+-]{1,60}):)?`(?P<text>[^`\s][^`]{0,1000})`(?P<ends>:[\w:.+-]{1,60}:|_{0,2})"
    r"|\*\*(?P<strong>[^*\s](?:[^*]{0,1000}[^*\s])?)\*\*"
    r"|(?<![\w*\\])\*(?P<leaning>[^*\s](?:[^*\n]{0,1000}[^*\s])?)\*(?![\w*])"
    r"|(?<![\w|])\|(?P<put>[\w][\w -]{0,60})\|(?!\w)"
    r"|\b(?P<named>[A-Za-z][\w-]{0,60})_(?=[\s.,;:)]|$)"
)
_TARGET = re.compile(r"^(.{0,900}?)\s{0,9}<[^<>]{1,900}>$", re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_SPACES = re.compile(r"[ \t\r\f\v]+")
#: roles whose text is set as code
_CODES = ("code", "literal", "samp", "kbd", "mailheader", "func", "class", "meth", "data", "option")


def read_inline(source: str) -> Cell:
    """One cell, paragraph or title as a reader sees it, with its code, bold and link texts; line breaks as ``\\n``."""
    if not any(mark in source for mark in "`*|_\\"):
        return Cell(_folded(source))
    code: list[str] = []
    strong: list[str] = []
    links: list[str] = []

    def shown(match: re.Match[str]) -> str:
        if match["code"]:
            code.append(match["code"].strip())
            return match["code"]
        if match["strong"]:
            strong.append(match["strong"])
            return match["strong"]
        if match["text"]:
            return _interpreted(match, code, links)
        return match["leaning"] or match["put"] or match["named"]

    text = _ESCAPED.sub(lambda m: "" if m[1].isspace() else m[1], _MARK.sub(shown, source))
    return Cell(_folded(text), tuple(code), tuple(strong), links=tuple(links))


def _interpreted(match: re.Match[str], code: list[str], links: list[str]) -> str:
    """The text of a role or a link, without its target."""
    target = _TARGET.match(match["text"])
    text = (target[1] or match["text"]) if target else match["text"]
    role = (match["role"] or match["ends"]).strip(":").rpartition(":")[2]
    if role in _CODES:
        code.append(text)
    elif match["ends"].startswith("_") or role in ("ref", "doc", "term", "any"):
        links.append(text)
    return text.lstrip("~!")


def _folded(text: str) -> str:
    return "\n".join(line for part in text.split("\n") if (line := _SPACES.sub(" ", part).strip()))
