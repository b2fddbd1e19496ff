"""A page as Chromium shows it: one process and one empty profile per page, without a network of its own."""

from __future__ import annotations

import asyncio
import json
import os
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from functools import cache
from importlib.resources import files
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any
from urllib.parse import urldefrag

from driftgate.adapters.chromium import arguments, environment, executable, has_sandbox
from driftgate.adapters.fetcher import utc_text
from driftgate.adapters.politeness import run_over
from driftgate.adapters.reach import Reach
from driftgate.adapters.refusal import Refused
from driftgate.adapters.traffic import Apis, Traffic
from driftgate.config.model import FetchLimits
from driftgate.contract import Operation
from driftgate.extract.page import Page, Unread, Unreadable
from driftgate.ports import Clock

if TYPE_CHECKING:
    from playwright.async_api import Browser, BrowserContext, CDPSession, Playwright
    from playwright.async_api import Page as Tab

#: Wide enough for no burger menu, and so tall that what is drawn when it comes into view is drawn.
VIEWPORT = {"width": 1440, "height": 9000}
#: A page has settled when no request is open and it has shown the same number of elements so often, at this distance.
SAMPLES, DISTANCE = 5, 0.12
#: Opening a part may show further closed parts. Where more are closed, only those about the operation are opened.
ROUNDS, CLICKS = 8, 60
GOODBYE = 5.0  # seconds for Chromium to end by itself
OPEN_SHADOWS = """{
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) { return attach.call(this, { ...init, mode: "open" }); };
}"""


class Chromium:
    """Renders pages, one at a time per call. Needs the ``browser`` extra and a Chromium of the system."""

    def __init__(self, limits: FetchLimits, reach: Reach, apis: Apis, clock: Clock) -> None:
        self._limits = limits
        self._reach = reach
        self._apis = apis
        self._clock = clock
        self._run_ends = time.monotonic() + limits.run_deadline

    def rendered(self, page: Page, operation: Operation) -> Page | Unread:
        """The page with its scripts run and its parts opened, as HTML without shadow roots; or why there is none.

        operation: whose parts are opened where the page has too many.
        """
        try:
            return asyncio.run(self._rendered(page, operation))
        except Refused as refusal:
            return refusal.unread(page.asked)
        except Exception:  # noqa: BLE001 - the edge: nothing that a page does to a browser may end a run, or pass for a page
            return Unread(page.asked, Unreadable.NETWORK, "the browser failed")

    async def _rendered(self, page: Page, operation: Operation) -> Page:
        until = min(time.monotonic() + self._limits.deadline, self._run_ends)
        if until <= time.monotonic():
            raise run_over()
        traffic = Traffic(page, self._reach, self._apis, self._limits, until)
        try:
            async with started() as browser:
                async with asyncio.timeout(until - time.monotonic()):
                    body = await self._drawn(browser, page, operation, traffic)
        except TimeoutError:
            raise Refused(Unreadable.TIMEOUT, "in a browser, it did not settle") from None
        finally:
            traffic.close()
        if traffic.lost:
            raise Refused(Unreadable.INCOMPLETE, f"in a browser, {traffic.lost} of its own requests could not be answered")
        fetched_at = utc_text(self._clock.now())
        return replace(page, body=body, media_type="text/html", charset="utf-8", etag="", last_modified="", fetched_at=fetched_at)

    async def _drawn(self, browser: Browser, page: Page, operation: Operation, traffic: Traffic) -> bytes:
        context = await fresh(browser)
        await context.route("**/*", traffic.answer)
        tab = await context.new_page()
        context.on("page", _closed)
        fragment = urldefrag(page.asked).fragment
        address = f"{urldefrag(page.reached).url}{f'#{fragment}' if fragment else ''}"
        await tab.goto(address, wait_until="commit", timeout=0)
        shown = await Shown.of(tab)
        await shown.settled(traffic)
        if traffic.departures or not tab.url.startswith(("http:", "https:")):
            raise Refused(Unreadable.REDIRECT, "its script leads elsewhere")
        for _ in range(ROUNDS):
            if not await shown.tell(f"driftgate.open({CLICKS}, {json.dumps(operation.path)})"):
                break
            await shown.settled(traffic)
        text = await shown.tell(f"driftgate.flat({self._limits.max_bytes})")
        body = text.encode("utf-8", "replace") if text is not None else b""
        if not body or len(body) > self._limits.max_bytes:
            raise Refused(Unreadable.TOO_LARGE, f"in a browser, more than {self._limits.max_bytes} bytes")
        return body


class Shown:
    """The page in a tab, looked at from a world that its scripts cannot touch."""

    def __init__(self, session: CDPSession, world: int) -> None:
        self._session = session
        self._world = world

    @classmethod
    async def of(cls, tab: Tab) -> Shown:
        """The page that a tab shows now."""
        session = await tab.context.new_cdp_session(tab)
        tree = await session.send("Page.getFrameTree")
        frame = {"frameId": tree["frameTree"]["frame"]["id"], "worldName": "driftgate"}
        world = await session.send("Page.createIsolatedWorld", frame)
        shown = cls(session, world["executionContextId"])
        await shown.tell(_script())
        return shown

    async def tell(self, expression: str) -> Any:
        """The value of an expression in that world."""
        asked = {"expression": expression, "contextId": self._world, "awaitPromise": True, "returnByValue": True}
        answer = await self._session.send("Runtime.evaluate", asked)
        if "exceptionDetails" in answer:
            raise Refused(Unreadable.MALFORMED, "a browser cannot look at what its script has made")
        return answer["result"].get("value")

    async def settled(self, traffic: Traffic) -> None:
        """Returns when nothing is on its way and the page has not grown for a while."""
        last, same = None, 0
        while same < SAMPLES:
            await asyncio.sleep(DISTANCE)
            size = await self.tell("driftgate.size()")
            same = same + 1 if size == last and size is not None and not traffic.pending else 0
            last = size


@asynccontextmanager
async def started() -> AsyncIterator[Browser]:
    """A Chromium of its own, ended with the block. Raises Refused where it or the ``browser`` extra is not installed."""
    program = executable(os.environ)
    try:
        from playwright.async_api import Error, async_playwright
    except ImportError:
        raise Refused(Unreadable.NO_BROWSER, "pip install 'driftgate[browser]'") from None
    with TemporaryDirectory(prefix="driftgate-browser-", ignore_cleanup_errors=True) as home:
        async with async_playwright() as playwright:
            try:
                browser = await _launched(playwright, program, home)
            except Error:
                raise Refused(Unreadable.NO_BROWSER, "the installed Chromium does not start") from None
            try:
                yield browser
            finally:
                await _ended(browser)


async def _launched(playwright: Playwright, program: str, home: str) -> Browser:
    return await playwright.chromium.launch(
        executable_path=program,
        args=arguments(),
        env=environment(home),
        chromium_sandbox=has_sandbox(),
        headless=True,
    )


async def fresh(browser: Browser) -> BrowserContext:
    """An empty profile: it keeps nothing, may do nothing, and is the same on every machine."""
    context = await browser.new_context(
        accept_downloads=False,
        locale="en",
        permissions=[],
        reduced_motion="reduce",
        service_workers="block",
        timezone_id="UTC",
        viewport=VIEWPORT,  # type: ignore[arg-type]
    )
    await context.add_init_script(OPEN_SHADOWS)
    return context


async def _closed(tab: Tab) -> None:
    await tab.close()


async def _ended(browser: Browser) -> None:
    """Asks Chromium to end. One that cannot is ended by Playwright's driver, which ends next."""
    try:
        async with asyncio.timeout(GOODBYE):
            await browser.close()
    except Exception:  # noqa: BLE001, S110 - a browser that has died already has ended too
        pass


@cache
def _script() -> str:
    return files("driftgate.adapters").joinpath("flatten.js").read_text(encoding="utf-8")
