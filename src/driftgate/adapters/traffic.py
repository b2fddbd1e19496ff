"""What a page may ask for while a browser draws it. The browser has no network: each request is judged and answered here."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

import httpx

from driftgate.adapters.http import OK, Answer, Wire
from driftgate.adapters.reach import PORTS, Reach, port_of
from driftgate.adapters.refusal import Refused
from driftgate.config.model import FetchLimits, Vendor
from driftgate.extract.page import Page, Unreadable

if TYPE_CHECKING:
    from playwright.async_api import Request, Route

KINDS = frozenset({"document", "stylesheet", "script", "xhr", "fetch", "other"})
METHODS = frozenset({"GET", "HEAD"})
REDIRECTS = frozenset({301, 302, 303, 307, 308})
BROKEN = 500
#: Answer fields that a page's script depends on; cookies, policies and codings are not among them.
PASSED_ON = ("content-type", "access-control-allow-origin", "access-control-allow-credentials", "access-control-expose-headers")
#: Request fields that are passed on; never a cookie or a credential that a script makes up.
ASKED_WITH = ("accept", "origin")
MOST_REQUESTS = 400
MOST_TIMES_LARGER = 8  # all answers together, against the limit for one
PATIENCE = 10.0  # seconds for one request


@dataclass(frozen=True, slots=True)
class Apis:
    """The base URLs of the APIs that the configuration names: no page is let near them."""

    bases: tuple[httpx.URL, ...] = ()

    def hold(self, address: httpx.URL, page: httpx.URL) -> bool:
        """Whether an address belongs to one of them. Documentation on the API's own origin may ask for its neighbours."""
        return any(
            _origin(address) == _origin(base)
            and (_is_below(address, base) if base.path.strip("/") else _origin(page) != _origin(base))
            for base in self.bases
        )


def apis_of(vendors: Iterable[Vendor]) -> Apis:
    """The APIs of the configured vendors."""
    return Apis(tuple(httpx.URL(vendor.base_url) for vendor in vendors if vendor.base_url))


class Traffic:
    """The requests of one page. pending: those not answered yet; lost: how many of the vendor's own could not be answered;
    departures: how often the page was about to be left for another."""

    def __init__(self, page: Page, reach: Reach, apis: Apis, limits: FetchLimits, until: float) -> None:
        self._page = page
        self._address = httpx.URL(page.reached)
        self._reach = narrowed(reach, self._address.host)
        self._wire = Wire(self._reach, limits)
        self._apis = apis
        self._limits = limits
        self._until = until
        self._bytes_left = limits.max_bytes * MOST_TIMES_LARGER
        self._asked = 0
        self._is_open = False
        self.pending = 0
        self.lost = 0
        self.departures = 0

    def close(self) -> None:
        self._wire.close()

    async def answer(self, route: Route) -> None:
        """Answers one request of the browser, or aborts it."""
        self.pending += 1
        try:
            await self._answered(route)
        except Exception:  # noqa: BLE001 - whatever went wrong, the request is not made
            is_refused = True
        else:
            is_refused = False
        finally:
            self.pending -= 1
        if is_refused:
            with suppress(Exception):  # its page may be gone, and then this waits for ever
                await route.abort("aborted")

    async def _answered(self, route: Route) -> None:
        request = route.request
        if _opens_page(request):  # a window that a page opens has no frame yet, and fails here
            await self._opened(route)
            return
        address = self._judged(request)
        asked = {name: value for name, value in request.headers.items() if name in ASKED_WITH}
        try:
            answer = await asyncio.to_thread(self._fetched, address, asked)
        except Refused as failure:
            self._note(address, failure.reason is not Unreadable.BLOCKED_ADDRESS)
            raise
        self._note(address, answer.status >= BROKEN)
        passed_on = {name: answer.headers[name] for name in PASSED_ON if name in answer.headers}
        await route.fulfill(status=answer.status, headers=passed_on, body=answer.body)

    async def _opened(self, route: Route) -> None:
        """The page itself, as it was fetched before; it is opened once and never left."""
        if self._is_open:
            self.departures += 1
            raise refusal("the page may not be left")
        self._is_open = True
        charset = f"; charset={self._page.charset}" if self._page.charset else ""
        await route.fulfill(status=OK, headers={"content-type": f"text/html{charset}"}, body=self._page.body)

    def _judged(self, request: Request) -> httpx.URL:
        """The address of a request that may be made. Raises Refused."""
        if request.method not in METHODS or request.resource_type not in KINDS:
            raise refusal("only documents, scripts and data may be asked for")
        address = self._allowed(request.url)
        self._asked += 1
        if self._asked > MOST_REQUESTS:
            self._note(address, is_lost=True)
            raise refusal(f"more than {MOST_REQUESTS} requests")
        return address

    def _allowed(self, url: str, base: httpx.URL | None = None) -> httpx.URL:
        try:
            address = base.join(url) if base is not None else httpx.URL(url)
        except (httpx.InvalidURL, ValueError, TypeError):
            raise refusal("the address cannot be read") from None
        if address.scheme not in PORTS or not address.host or address.userinfo:
            raise refusal("the address is not a plain http or https address")
        if self._apis.hold(address, self._address):
            raise refusal("the address belongs to an API")
        return address.copy_with(fragment=None) if address.fragment else address

    def _fetched(self, address: httpx.URL, headers: dict[str, str]) -> Answer:
        """The answer at the end of the redirects. Runs in a thread; the wire's guard judges every address it connects to."""
        until = min(time.monotonic() + PATIENCE, self._until)
        for _ in range(self._limits.redirects + 1):
            answer = self._wire.get(address, headers, until=until, limit=min(self._limits.max_bytes, self._bytes_left))
            self._bytes_left = max(0, self._bytes_left - len(answer.body))
            if answer.status not in REDIRECTS:
                return answer
            address = self._allowed(answer.headers.get("location", ""), address)
        raise refusal("there are too many redirects")

    def _note(self, address: httpx.URL, is_lost: bool) -> None:
        """Counts what was lost: a page drawn without its own data must not be taken for a page that says less."""
        if is_lost and any(address.host in group for group in self._reach.hosts):
            self.lost += 1


def narrowed(reach: Reach, host: str) -> Reach:
    """The reach of one vendor's page: hosts that other vendors may have in private places are no concern of it."""
    groups = tuple(group for group in reach.hosts if host in group) or (frozenset({host}),)
    own = frozenset().union(*groups)
    return Reach(groups, frozenset(pair for pair in reach.trusted if pair[0] in own), reach.private_hosts & own)


def _opens_page(request: Request) -> bool:
    return request.is_navigation_request() and request.frame.parent_frame is None


def _origin(address: httpx.URL) -> tuple[str, str, int]:
    return address.scheme, address.host, port_of(address)


def _is_below(address: httpx.URL, base: httpx.URL) -> bool:
    return f"{address.path.rstrip('/')}/".startswith(f"{base.path.rstrip('/')}/")


def refusal(detail: str) -> Refused:
    """A request that is not made."""
    return Refused(Unreadable.BLOCKED_ADDRESS, detail)
