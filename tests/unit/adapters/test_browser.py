"""A browser that is not there is a reason in fixed words, never an exception and never a page."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from driftgate.adapters.browser import Chromium
from driftgate.adapters.reach import reach_of
from driftgate.adapters.traffic import Apis
from driftgate.config.model import FetchLimits
from driftgate.contract import Operation
from driftgate.extract.page import Page, Unread, Unreadable
from fetch_settings import Clock

URL = "https://docs.acme.dev/notes"
SHELL = Page(asked=URL, reached=URL, status=200, media_type="text/html", body=b"<div id=app></div>")


def rendered(limits: FetchLimits = FetchLimits()) -> Page | Unread:  # noqa: B008 - a frozen value
    return Chromium(limits, reach_of((), also=[URL]), Apis(), Clock()).rendered(SHELL, Operation("POST", "/v1/notes"))


def test_without_a_chromium_the_page_is_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRIFTGATE_BROWSER", "/nowhere/chromium")
    assert rendered() == Unread(URL, Unreadable.NO_BROWSER, "DRIFTGATE_BROWSER names no program")


def test_without_playwright_the_page_is_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRIFTGATE_BROWSER", sys.executable)
    monkeypatch.setitem(sys.modules, "playwright.async_api", None)
    assert rendered() == Unread(URL, Unreadable.NO_BROWSER, "pip install 'driftgate[browser]'")


def test_a_program_that_is_no_browser_is_said_not_to_start(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pytest.importorskip("playwright", reason="the browser extra is not installed")
    program = tmp_path / "chromium"
    program.write_text("#!/bin/sh\necho planted-words >&2\nexit 1\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("DRIFTGATE_BROWSER", str(program))
    assert rendered() == Unread(URL, Unreadable.NO_BROWSER, "the installed Chromium does not start")


def test_after_the_end_of_the_run_no_browser_is_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRIFTGATE_BROWSER", "/nowhere/chromium")
    outcome = rendered(FetchLimits(run_deadline=0.0))
    assert isinstance(outcome, Unread)
    assert outcome.reason is Unreadable.TIMEOUT
