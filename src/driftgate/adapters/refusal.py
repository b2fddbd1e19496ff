"""How a fetch stops early: the reason in fixed words. It never leaves the adapters; at their edge it becomes an ``Unread``."""

from __future__ import annotations

from driftgate.extract.page import Unread, Unreadable


class Refused(Exception):
    """A document that gives no evidence. detail: fixed words and numbers only, nothing a server wrote."""

    def __init__(self, reason: Unreadable, detail: str = "", status: int | None = None) -> None:
        self.reason = reason
        self.detail = detail
        self.status = status
        super().__init__(reason.value)

    def unread(self, url: str) -> Unread:
        """The same as a value, for the URL that was asked for."""
        return Unread(url, self.reason, self.detail, self.status)
