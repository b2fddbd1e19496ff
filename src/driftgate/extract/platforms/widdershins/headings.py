"""Headings that a line break tore: the generator puts an operation's whole title into the heading's id, unescaped, and a
Markdown library then takes the rest of the tag for text. A browser reads the next table as part of that id."""

from __future__ import annotations

import re

_TORN = "&quot;&gt;"
_REST = re.compile(r"&quot;&gt;([^<>&\"]{1,80})</(h[1-6])>(?:</p>)?")
_LONGEST = 4_000


def is_torn(text: str) -> bool:
    """Whether a page has such a heading: a quick look."""
    return _TORN in text


def mended(text: str) -> str:
    """The page with each torn heading whole again, without its id.

    >>> mended('<h3 id="a\\n<p>b-parameters&quot;&gt;Parameters</h3></p>')
    '<h3>Parameters</h3>'
    """
    built: list[str] = []
    end = 0
    for match in _REST.finditer(text):
        opening = f'<{match[2]} id="'
        start = text.rfind(opening, max(end, match.start() - _LONGEST), match.start())
        if start >= 0 and '"' not in text[start + len(opening) : match.start()]:
            built += [text[end:start], f"<{match[2]}>{match[1]}</{match[2]}>"]
            end = match.end()
    return "".join((*built, text[end:]))
