"""What a robots.txt, or its absence, allows."""

from __future__ import annotations

import httpx
import pytest

from driftgate.adapters.refusal import Refused
from driftgate.adapters.robots import Robots
from driftgate.extract.page import Page, Unreadable

NOTES = httpx.URL("https://docs.acme.dev/notes")


class Site:
    """A site with this robots.txt, or this refusal. asked: the URLs asked for."""

    def __init__(self, answer: bytes | Refused) -> None:
        self.answer = answer
        self.asked: list[str] = []

    def __call__(self, url: str) -> Page:
        self.asked.append(url)
        if isinstance(self.answer, Refused):
            raise self.answer
        return Page(asked=url, reached=url, status=200, media_type="text/plain", body=self.answer)


@pytest.mark.parametrize(
    ("answer", "reason", "detail"),
    [
        (b"User-agent: *\nDisallow: /n", Unreadable.ROBOTS, ""),
        (b"user-agent: DriftGate\ndisallow: *otes$", Unreadable.ROBOTS, ""),
        (Refused(Unreadable.STATUS, "status 502", 502), Unreadable.ROBOTS, "robots.txt was answered with status 502"),
        (Refused(Unreadable.TOO_LARGE), Unreadable.ROBOTS, "robots.txt could not be read"),
        (Refused(Unreadable.ENCODING), Unreadable.ROBOTS, "robots.txt could not be read"),
        (Refused(Unreadable.NETWORK, "no connection could be made"), Unreadable.NETWORK, "no connection could be made"),
        (Refused(Unreadable.TIMEOUT), Unreadable.TIMEOUT, "when its robots.txt was asked for"),
        (Refused(Unreadable.RATE_LIMITED, "try again after 90 s", 429), Unreadable.RATE_LIMITED, "try again after 90 s"),
        (Refused(Unreadable.BLOCKED_ADDRESS), Unreadable.BLOCKED_ADDRESS, "when its robots.txt was asked for"),
    ],
)
def test_a_page_is_refused(answer: bytes | Refused, reason: Unreadable, detail: str) -> None:
    robots = Robots(Site(answer))
    for _ in range(2):
        with pytest.raises(Refused) as caught:
            robots.require(NOTES)
        assert (caught.value.reason, caught.value.detail) == (reason, detail)


@pytest.mark.parametrize(
    ("answer", "delay"),
    [
        (b"", 0.0),
        (b"User-agent: *\nDisallow: /files\nCrawl-delay: 2.5", 2.5),
        (b"User-agent: *\nCrawl-delay: soon", 0.0),
        (b"User-agent: otherbot\nDisallow: /", 0.0),
        (Refused(Unreadable.MISSING, "", 404), 0.0),
        (Refused(Unreadable.STATUS, "status 403", 403), 0.0),
        (Refused(Unreadable.REDIRECT, "it leads to elsewhere"), 0.0),
    ],
)
def test_a_page_is_allowed_with_the_delay_that_is_asked_for(answer: bytes | Refused, delay: float) -> None:
    assert Robots(Site(answer)).require(NOTES) == delay


def test_each_origin_is_asked_once() -> None:
    site = Site(b"")
    robots = Robots(site)
    for url in ("https://docs.acme.dev/a", "https://docs.acme.dev/b?c", "http://docs.acme.dev/", "https://docs.acme.dev:8443/"):
        robots.require(httpx.URL(url))
    origins = ("https://docs.acme.dev", "http://docs.acme.dev", "https://docs.acme.dev:8443")
    assert site.asked == [f"{origin}/robots.txt" for origin in origins]
