"""What a site's robots.txt asks of driftgate: asked once per run and origin, under the limits of any other fetch."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import httpx
from protego import Protego

from driftgate.adapters.once import Once
from driftgate.adapters.refusal import Refused
from driftgate.extract.page import Page, Unreadable

AGENT = "driftgate"
LONGEST = 512 * 1024
LONGEST_LINE = 2048
MOST_WORK = 1_000_000  # agents named, times other lines: the parser may file every line under every agent
SERVER_ERROR = 500


@dataclass(frozen=True, slots=True)
class Rules:
    """A robots.txt that was read, or ``None`` for a site that has none."""

    text: Protego | None

    def require(self, address: httpx.URL) -> float:
        """The delay in seconds that the site asks for between requests. Raises Refused where it asks not to fetch."""
        if self.text is None:
            return 0.0
        if not self.text.can_fetch(str(address), AGENT):
            raise Refused(Unreadable.ROBOTS)
        return float(self.text.crawl_delay(AGENT) or 0.0)


class Robots:
    """The rules of each origin. fetch: gets a robots.txt by URL, or raises Refused."""

    def __init__(self, fetch: Callable[[str], Page]) -> None:
        self._fetch = fetch
        self._rules: Once[str, Rules] = Once()

    def require(self, address: httpx.URL) -> float:
        """As Rules.require, for any URL."""
        origin = f"{address.scheme}://{address.netloc.decode('ascii')}"
        return self._rules.get(origin, lambda: self._asked(f"{origin}/robots.txt")).require(address)

    def _asked(self, url: str) -> Rules:
        try:
            body = self._fetch(url).body
        except Refused as refusal:
            return _without(refusal)
        return Rules(_parsed(body.decode("utf-8", errors="replace")))


def _parsed(text: str) -> Protego:
    lines = [line.strip()[:LONGEST_LINE] for line in text.splitlines()]
    agents = sum(line[:4].lower() == "user" for line in lines)
    if agents * (len(lines) - agents) > MOST_WORK:
        raise Refused(Unreadable.ROBOTS, "robots.txt is too long to be read")
    return Protego.parse("\n".join(lines))


def _without(refusal: Refused) -> Rules:
    """No robots.txt is leave to fetch; one that cannot be had is not. Raises Refused for the latter."""
    reason, status = refusal.reason, refusal.status or 0
    answered = reason in (Unreadable.MISSING, Unreadable.STATUS) and status < SERVER_ERROR
    if answered or reason is Unreadable.REDIRECT:  # it leads away from the vendor's hosts, where nothing binds these
        return Rules(None)
    if reason is Unreadable.STATUS:
        raise Refused(Unreadable.ROBOTS, f"robots.txt was answered with status {status}", status)
    if reason in (Unreadable.TOO_LARGE, Unreadable.ENCODING, Unreadable.INCOMPLETE):
        raise Refused(Unreadable.ROBOTS, "robots.txt could not be read")
    raise Refused(reason, refusal.detail or "when its robots.txt was asked for", refusal.status)
