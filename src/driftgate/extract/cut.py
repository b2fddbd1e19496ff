"""Whether an HTML document stops before its end."""

from __future__ import annotations

import re

#: Elements that HTML never closes by itself; a generator that leaves out ``</html>`` and ``</body>`` still closes these.
_CLOSED_BY_HAND = ("table", "div", "main", "section", "article", "ul", "ol", "dl", "pre")
_END = re.compile(r"</(?:html|body)\b", re.IGNORECASE)
_START = re.compile(r"<html\b", re.IGNORECASE)
_HEAD, _TAIL = 4000, 400


def is_cut(text: str) -> bool:
    """Whether a whole document neither closes its body nor all that has to be closed: a server sent only its first part."""
    if _END.search(text, max(0, len(text) - _TAIL)) or not _START.search(text, 0, _HEAD) or _END.search(text):
        return False
    return any(_is_left_open(tag, text) for tag in _CLOSED_BY_HAND)


def _is_left_open(tag: str, text: str) -> bool:
    opened = sum(1 for _ in re.finditer(rf"<{tag}\b", text, re.IGNORECASE))
    closed = sum(1 for _ in re.finditer(rf"</{tag}\b", text, re.IGNORECASE))
    return opened > closed
