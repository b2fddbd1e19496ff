"""Rendered pages are rendered once per run and kept, so that a run can be repeated without a browser."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from driftgate.adapters.evidence import Evidence
from driftgate.adapters.records import Key
from driftgate.adapters.rendered import OfflineRendered, Rendered
from driftgate.contract import Operation
from driftgate.extract.page import Page, Unread, Unreadable

URL = "https://docs.acme.dev/notes#create"
NOTES = Operation("POST", "/v1/notes")
NOON = datetime(2026, 11, 22, 12, 0, 0, tzinfo=UTC)
SHELL = Page(asked=URL, reached=URL, status=200, media_type="text/html", body=b"<div id=app></div>")


@dataclass
class Renderer:
    """Draws what it is told, and counts."""

    failure: Unreadable | None = None
    drawn: list[str] = field(default_factory=list)

    def rendered(self, page: Page, operation: Operation) -> Page | Unread:
        self.drawn.append(page.asked)
        if self.failure:
            return Unread(page.asked, self.failure)
        return replace(page, body=b"<p>drawing %d" % len(self.drawn), charset="utf-8", fetched_at="2026-11-22T12:00:00Z")


def body(outcome: Page | Unread) -> bytes:
    assert isinstance(outcome, Page)
    return outcome.body


def test_a_page_is_rendered_once_and_once_more_for_the_second_look(tmp_path: Path) -> None:
    browser = Rendered(Renderer(), Evidence(tmp_path))
    looks = [browser.render(SHELL, NOTES, again=again) for again in (False, False, True, True)]
    assert [body(look) for look in looks] == [b"<p>drawing 1", b"<p>drawing 1", b"<p>drawing 2", b"<p>drawing 2"]


def test_another_operation_of_the_page_has_its_own_rendering(tmp_path: Path) -> None:
    browser = Rendered(Renderer(), Evidence(tmp_path))
    looks = [browser.render(SHELL, operation) for operation in (NOTES, Operation("GET", "/v1/notes"))]
    assert [body(look) for look in looks] == [b"<p>drawing 1", b"<p>drawing 2"]


def test_the_rendering_does_not_take_the_place_of_what_was_fetched(tmp_path: Path) -> None:
    evidence = Evidence(tmp_path)
    evidence.keep(Key(URL), SHELL, "")
    Rendered(Renderer(), evidence).render(SHELL, NOTES)
    fetched = evidence.again(Key(URL))
    assert fetched is not None
    assert fetched.body == SHELL.body


@pytest.mark.parametrize(("again", "drawing"), [(False, b"<p>drawing 1"), (True, b"<p>drawing 2")])
def test_offline_both_looks_of_the_last_run_are_repeated(tmp_path: Path, again: bool, drawing: bytes) -> None:
    evidence = Evidence(tmp_path)
    online = Rendered(Renderer(), evidence)
    online.render(SHELL, NOTES)
    online.render(SHELL, NOTES, again=True)
    evidence.finish("run-1", NOON)
    later = Evidence(tmp_path)
    assert body(OfflineRendered(later, later.runs).render(SHELL, NOTES, again=again)) == drawing


def test_offline_the_only_look_stands_for_the_second(tmp_path: Path) -> None:
    evidence = Evidence(tmp_path)
    Rendered(Renderer(), evidence).render(SHELL, NOTES)
    evidence.finish("run-1", NOON)
    later = Evidence(tmp_path)
    assert body(OfflineRendered(later, later.runs).render(SHELL, NOTES, again=True)) == b"<p>drawing 1"


def test_offline_a_failure_to_render_is_repeated_in_its_words(tmp_path: Path) -> None:
    evidence = Evidence(tmp_path)
    evidence.keep(Key(URL), SHELL, "")
    Rendered(Renderer(failure=Unreadable.NO_BROWSER), evidence).render(SHELL, NOTES)
    evidence.finish("run-1", NOON)
    later = Evidence(tmp_path)
    assert OfflineRendered(later, later.runs).render(SHELL, NOTES) == Unread(URL, Unreadable.NO_BROWSER)


def test_offline_a_page_that_was_never_rendered_is_missing_evidence(tmp_path: Path) -> None:
    evidence = Evidence(tmp_path)
    assert OfflineRendered(evidence, evidence.runs).render(SHELL, NOTES) == Unread(URL, Unreadable.OFFLINE)
