"""Reads AsciiDoc's inline marks out of one piece of text: what a reader sees, and which words were code, bold or links."""

from __future__ import annotations

import html
import re

from driftgate.extract.blocks import Cell

_LITERAL = re.compile(r"\+\+\+(.{0,2000}?)\+\+\+|pass:[a-z,]{0,20}\[([^\]\n]{0,2000})\]")
_CODE = re.compile(r"(?<!\\)(?:``([^`\n]{1,2000})``|(?<![\w`])`([^`\n]{1,2000})`(?![\w`]))")
_PLUS = re.compile(r"(?<![\w+\\])\+(?=\S)([^+\n]{1,1000})(?<=\S)\+(?![\w+])")
_REFERENCE = re.compile(r"<<#?([^<>,\n]{0,300})(?:,\s{0,4}([^<>\n]{0,500}))?>>|xref:([^\s\[\]]{1,300})\[([^\[\]\n]{0,500})\]")
_LINK = re.compile(r"(?:link:|(?=https?://|mailto:))([^\s\[\]<>\"]{1,1000})\[((?:[^\[\]\n]|\[[^\[\]\n]{0,200}\]){0,500})\]")
_DROPPED = re.compile(
    r"(?:image|icon|footnote|indexterm2?):[^\s\[\]]{0,300}\[[^\[\]\n]{0,500}\]|\[\[[^\[\]\n]{1,200}\]\]|\[#[\w.-]{1,100}\](?!#)"
)
_ROLE = re.compile(r"\[[.\w%#-]{1,100}\](?=[#*_`])")
_STRONG = re.compile(r"(?<!\\)(?:\*\*(?=\S)([^*\n]{1,1000})\*\*|(?<![\w*\\])\*(?=[^\s*])([^*\n]{1,1000})(?<=\S)\*(?![\w*]))")
_EMPHASIS = re.compile(r"(?<!\\)(?:__(?=\S)([^_\n]{1,1000})__|(?<![\w_\\])_(?=[^\s_])([^_\n]{1,1000})(?<=\S)_(?![\w_]))")
_MARKED = re.compile(r"(?<![\w#\\&])#(?=[^\s#])([^#\n]{1,1000})(?<=\S)#(?![\w#])")
_ESCAPED = re.compile(r"\\(?=[*_`#+{\[<|^~\\])")
_HELD = re.compile(r"\x00(\d{1,6})\x00")
_NAMED = re.compile(r"\{([a-z-]{2,20})\}")
_SPACES = re.compile(r"[ \t\r\f\v]+")
_WIDE = "\u00a0\u2002\u2003\u3000"
_CHARACTERS = {
    "nbsp": "\u00a0", "zwsp": "\u200b", "wj": "", "empty": "", "blank": "", "sp": " ", "vbar": "|", "plus": "+", "asterisk": "*",
    "backtick": "`", "startsb": "[", "endsb": "]", "lt": "<", "gt": ">", "amp": "&", "apos": "'", "quot": '"', "caret": "^",
    "tilde": "~", "backslash": "\\", "two-colons": "::", "two-semicolons": ";;", "cpp": "C++", "brvbar": "¦", "deg": "°",
    "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”",
}  # fmt: skip


def read_inline(source: str) -> Cell:
    """One cell, paragraph or heading as a reader sees it, with its code, bold and link texts; line breaks as ``\\n``.

    What is set as code or literal is taken out first, so that marks within it stay as they are."""
    held: list[str] = []
    code: list[str] = []
    links: list[str] = []
    strong: list[str] = []

    def hold(text: str) -> str:
        held.append(text)
        return f"\x00{len(held) - 1}\x00"

    def coded(match: re.Match[str]) -> str:
        text = html.unescape(_named(match[1] or match[2]).strip("+").strip())
        code.append(text)
        return hold(text)

    def reference(match: re.Match[str]) -> str:
        text = match[2] or match[1] if match[3] is None else match[4] or match[3].rpartition("#")[2]
        return _noted(text or "", links)

    def bold(match: re.Match[str]) -> str:
        strong.append(match[1] or match[2])
        return strong[-1]

    text = _LITERAL.sub(lambda m: hold(m[1] or m[2] or ""), source.replace("\x00", ""))
    text = _PLUS.sub(lambda m: hold(m[1]), _CODE.sub(coded, text))
    text = _LINK.sub(lambda m: _noted(m[2].split(",")[0].strip('^" ') or m[1], links), _DROPPED.sub("", text))
    text = _STRONG.sub(bold, _ROLE.sub("", _REFERENCE.sub(reference, text)))
    text = _MARKED.sub(r"\1", _EMPHASIS.sub(lambda m: m[1] or m[2], text))
    shown = _visible(text, held)
    return Cell(
        text="\n".join(line for part in shown.split("\n") if (line := part.strip())),
        code=tuple(part for part in code if part),
        strong=tuple(_visible(part, held).strip() for part in strong),
        indent=len(shown) - len(shown.lstrip(_WIDE)) if shown[:1] in _WIDE else 0,
        links=tuple(_visible(part, held).strip() for part in links),
    )


def _noted(text: str, links: list[str]) -> str:
    if text:
        links.append(text)
    return text


def _named(text: str) -> str:
    return _NAMED.sub(lambda m: _CHARACTERS.get(m[1], m[0]), text) if "{" in text else text


def _visible(text: str, held: list[str]) -> str:
    text = html.unescape(_ESCAPED.sub("", _named(text)))
    text = _HELD.sub(lambda m: held[int(m[1])] if int(m[1]) < len(held) else "", text)
    return _SPACES.sub(" ", text)
