"""The entry of a site's ``llms.txt`` that is a page's own: where the site keeps the page for machines."""

from __future__ import annotations

import re
from urllib.parse import unquote, urljoin, urlsplit

_LINK = re.compile(r"\[[^\]\n]{0,300}\]\(\s{0,3}<?([^)\s<>]{1,2000})")
_FORMS = re.compile(r"\.(?:md|mdx|markdown|txt)$", re.IGNORECASE)
_WEB = re.compile(r"(?:/index)?\.html?$|/index$", re.IGNORECASE)


def entry_of(text: str, base: str, own: str) -> str:
    """The absolute URL of the first entry whose address is the page's, apart from how it ends; ``""`` if there is none.

    text: of the index; base: where the index lies; own: the page's URL.
    """
    wanted = _stem(own)
    for link in _LINK.finditer(text):
        try:
            url: str = urljoin(base, link[1])
            is_own = bool(wanted) and _stem(url) == wanted and urlsplit(url).path != urlsplit(own).path
        except ValueError:
            continue
        if is_own:
            return url
    return ""


def _stem(url: str) -> str:
    """The path of an address without what names a form of the page."""
    path = _FORMS.sub("", unquote(urlsplit(url).path).rstrip("/"))
    return _WEB.sub("", path).rstrip("/")
