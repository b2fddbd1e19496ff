"""Pages that gave no contract: why, in words, and what a person does about each reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from driftgate.errors import Unverified
from driftgate.extract.page import Unread, Unreadable

#: What to do about a page that a browser has to draw, where the browser is kept out.
WITH_BROWSER = "with 'browser: true' for the target and pip install 'driftgate[browser]', driftgate reads it through Chromium"

NO_CONTRACT = "no contract could be read"

LOOK = "open the page in a browser: is it still the reference of this operation?"
_LATER = "run again later; if it stays so, open the page in a browser"
_OTHER_ADDRESS = "open it in a browser, find the reference under its present address, and give that one"
_PUBLIC = "give an address of the reference that anyone can read"
_NARROWER = "give the page, or the OpenAPI document, of this operation alone"

#: What to do next, by reason.
NEXT: Mapping[Unreadable, str] = {
    Unreadable.NETWORK: "look whether the address is right and this machine reaches it, then run again",
    Unreadable.TIMEOUT: "run again; where the site is slow, raise fetch.deadline in the configuration",
    Unreadable.TLS: "if you trust the authority that signed it, name its PEM file in fetch.ca_file of the configuration",
    Unreadable.STATUS: _LATER,
    Unreadable.MISSING: _OTHER_ADDRESS,
    Unreadable.RATE_LIMITED: "run again after that time",
    Unreadable.TOO_LARGE: "raise fetch.max_bytes in the configuration, or give the page of one operation",
    Unreadable.INCOMPLETE: _LATER,
    Unreadable.ENCODING: _LATER,
    Unreadable.CHARSET: LOOK,
    Unreadable.REDIRECT: "if it leads to the vendor's own place, give that address, or name its host under hosts of the vendor",
    Unreadable.BLOCKED_ADDRESS: "if the host is your own, name it in fetch.private_hosts of the configuration",
    Unreadable.ROBOTS: "ask the vendor; with fetch.robots: ignore in the configuration it is fetched nevertheless",
    Unreadable.OFFLINE: "run check without --offline first",
    Unreadable.LOGIN: _PUBLIC,
    Unreadable.BOT_WALL: "run it from a machine that the site lets in, or give the vendor's OpenAPI document",
    Unreadable.SOFT_404: _OTHER_ADDRESS,
    Unreadable.ERROR_PAGE: _LATER,
    Unreadable.SHELL: WITH_BROWSER,
    Unreadable.NO_BROWSER: "pip install 'driftgate[browser]' and install Chromium; 'driftgate doctor' says what is missing",
    Unreadable.NOT_TEXT: "give the reference as HTML or Markdown, or its OpenAPI document",
    Unreadable.TOO_DEEP: _NARROWER,
    Unreadable.TOO_MANY_ROWS: _NARROWER,
    Unreadable.MALFORMED: _LATER,
    Unreadable.NO_OPERATION: "'driftgate extract PAGE --list' shows the operations on it; give the page that has yours",
    Unreadable.OTHER_PAGE: "look whether it is the page that you meant; if so, name what you call: --operation 'POST /v1/chat'",
    Unreadable.NO_FIELDS: "'driftgate extract PAGE --explain' shows what was not understood; give the OpenAPI document, if any",
}


def reason(failure: Unread) -> str:
    """Why a page gave nothing, in words."""
    return f"{failure.reason}{f' ({failure.detail})' if failure.detail else ''}"


def located(failure: Unread) -> str:
    """The reason, with the address."""
    return f"{reason(failure)}: {failure.url}"


def nothing(what: str, failures: Sequence[Unread]) -> Unverified:
    """The error where none of several pages gave a contract. The first page is the one that was asked for."""
    if not failures:
        return Unverified(what, why="no operation was found", advice=LOOK)
    first, *others = failures
    why = "; ".join((reason(first), *unique(located(other) for other in others)))
    return Unverified(what, where=first.url, why=why, advice=NEXT[first.reason])


def unique(texts: Iterable[str]) -> tuple[str, ...]:
    """Each text once, in order."""
    return tuple(dict.fromkeys(texts))
