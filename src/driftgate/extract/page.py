"""One fetched document, as a value. The adapters make it; everything pure takes it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property


@dataclass(frozen=True)
class Page:
    """A document and how it was reached.

    asked and reached: absolute URLs (a file read from disk has a ``file:`` URL); media_type: lower case without parameters;
    charset: as declared by the Content-Type header, else ``""``; body: decoded of any transfer or content coding, complete;
    fetched_at: ISO 8601 in UTC; links: targets of ``Link`` headers by relation and media type.
    """

    asked: str
    reached: str
    status: int
    media_type: str
    body: bytes
    charset: str = ""
    etag: str = ""
    last_modified: str = ""
    fetched_at: str = ""
    moved_permanently: bool = False
    links: tuple[tuple[str, str, str], ...] = field(default=())  # (rel, media type, absolute URL)

    @cached_property
    def sha256(self) -> str:
        return hashlib.sha256(self.body).hexdigest()


class Unreadable(StrEnum):
    """Why a page is no evidence. The words are fixed: they go into reports and exit 3."""

    NETWORK = "the page could not be fetched"
    TIMEOUT = "the page did not arrive in time"
    TLS = "the server's certificate was not accepted"
    STATUS = "the server answered with an error status"
    MISSING = "the page is gone (404 or 410)"
    RATE_LIMITED = "the server asked to come back later"
    TOO_LARGE = "the page is larger than the limit"
    INCOMPLETE = "only part of the page arrived"
    ENCODING = "the page's content coding is not supported"
    CHARSET = "the page's bytes do not match its declared character set"
    REDIRECT = "the page redirects to where driftgate may not follow"
    BLOCKED_ADDRESS = "the page's address is not a public one"
    ROBOTS = "the site's robots.txt asks not to fetch the page"
    OFFLINE = "there is no stored evidence to repeat the run from"
    LOGIN = "the page is a login form"
    BOT_WALL = "the page is a bot check"
    SOFT_404 = "the page says that it was not found, with a success status"
    ERROR_PAGE = "the page is an error message, with a success status"
    SHELL = "the page is an empty shell that a browser fills by script"
    NO_BROWSER = "the page needs a browser, and none could be started"
    NOT_TEXT = "the page is no text document"
    TOO_DEEP = "the page is nested deeper than the limit"
    TOO_MANY_ROWS = "the page has more table rows than the limit"
    MALFORMED = "the document cannot be parsed"
    NO_OPERATION = "the operation does not stand on the page"
    OTHER_PAGE = "the page is another one than its address names"
    NO_FIELDS = "the operation stands on the page without fields that could be read"


@dataclass(frozen=True)
class Unread:
    """A page that gave no contract, and why. detail: fixed words, numbers, or the user's own configuration; no page text."""

    url: str
    reason: Unreadable
    detail: str = ""
    status: int | None = None
