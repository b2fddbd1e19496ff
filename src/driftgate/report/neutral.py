"""Makes texts of others harmless before they reach any sink: no control characters, no workflow commands, no markup."""

from __future__ import annotations

import re
import unicodedata

#: Control, format, surrogate, private and unassigned characters, line and paragraph separators.
HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})

_WHITE_SPACE = re.compile(r"[\t\n\r\f\v ]+")
_LINE_COMMAND = re.compile(r"^([^\S\n]*):(?=:)", re.MULTILINE)
_COMMAND = re.compile(r"#(?=#\w{0,20}\[)")
_MARKDOWN = re.compile(r"[^A-Za-z0-9 /,;=\u00a0-\U0010ffff]")
_REFERENCE = re.compile(r"(?i)(GH)-(?=\d)")


def neutral(text: str) -> str:
    """One line of visible characters: others stand as ``\\u{1b}``, white space folded, workflow commands broken.

    >>> neutral("a\\x1b[31m\\n::error::b")
    'a\\\\u{1b}[31m ::error::b'
    """
    return inert(_visible(_WHITE_SPACE.sub(" ", text).strip()))


def neutral_lines(text: str) -> str:
    """The same for a text whose line breaks and spaces are ours, such as an error's message."""
    return inert("\n".join(_visible(line) for line in text.split("\n")))


def inert(text: str) -> str:
    """A finished text of any number of lines without anything that a CI runner takes for a command."""
    return _COMMAND.sub(r"\\u{23}", _LINE_COMMAND.sub(r"\1\\u{3a}", text))


def markdown_text(text: str) -> str:
    """Text of others for GitHub-flavoured Markdown and HTML: numeric entities for all that could be markup, and mentions and
    issue references parted by a zero-width space, because GitHub links them after it has read the entities."""
    parted = _REFERENCE.sub("\\1-\u200b", neutral(text)).replace("@", "@\u200b").replace("#", "#\u200b")
    return _MARKDOWN.sub(lambda match: f"&#{ord(match.group())};", parted).replace("\u200b", "&#8203;")


def short(text: str, longest: int) -> str:
    """The text, cut with an ellipsis where it is longer."""
    return text if len(text) <= longest else text[: longest - 1] + "…"


def _visible(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    return "".join(_escaped(char) if unicodedata.category(char) in HIDDEN else char for char in text)


def _escaped(char: str) -> str:
    return f"\\u{{{ord(char):x}}}"
