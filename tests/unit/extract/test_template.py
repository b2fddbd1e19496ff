"""A page's form stays the same while its words change, and is another on another platform."""

from __future__ import annotations

import pytest

from documents import html_document
from driftgate.extract.document import Document
from driftgate.extract.page import Page
from driftgate.extract.template import likeness

ROW = '<div class="field my-2"><div class="param-head"><span class="name">{0}</span></div><p>{0} text</p></div>'
FIRST = html_document("<main>" + "".join(ROW.format(name) for name in "abc") + "</main>")


@pytest.mark.parametrize(
    "changed",
    [
        "<main>" + "".join(ROW.format(name) for name in "abcdefgh") + "</main>",
        "<main>"
        + "".join(ROW.format(name).replace("param-head", "param-head sc-1x2y3z css-9f8e7d") for name in "abc")
        + "</main>",
        "<main nonce='1' data-id='2'>" + "".join(ROW.format(name) for name in "xyz") + "</main>",
    ],
    ids=["more-rows", "hashed-class-names", "nonces-and-words"],
)
def test_content_and_noise_leave_the_form_as_it_was(changed: str) -> None:
    assert html_document(changed).template == FIRST.template


def test_a_page_that_a_reader_has_looked_through_has_the_same_form() -> None:
    page = html_document("<main>" + "".join(ROW.format(name) for name in "abc") + "</main>")
    page.marked.everywhere("field")
    assert (page.is_marked, FIRST.is_marked) == (True, False)
    assert page.template == FIRST.template


def test_another_platform_has_another_form() -> None:
    other = html_document('<table class="grid"><tr><td kind="field"><b class="property-name">a</b></td></tr></table>')
    assert likeness(FIRST.template, other.template) < 0.5


def test_a_small_redesign_stays_alike() -> None:
    page = "".join(f'<section class="part-{n} box-{n}"><i class="mark-{n}">x</i></section>' for n in range(40))
    before, after = html_document(page).template, html_document(page + '<em class="new other third">y</em><ol>').template
    assert before != after
    assert likeness(before, after) > 0.9


def test_likeness_of_a_form_with_itself_is_whole_and_with_none_is_nothing() -> None:
    assert likeness(FIRST.template, FIRST.template) == 1.0
    assert likeness(FIRST.template, "") == 0.0


def test_markdown_has_a_form_too() -> None:
    def markdown(text: str) -> str:
        page = Page(asked="https://d.test/a.md", reached="https://d.test/a.md", status=200, media_type="text/markdown", body=b"")
        return Document(page, text, "markdown").template

    assert markdown("# A\n\n- one\n") == markdown("# B\n\n- two\n- three\n")
    assert markdown("# A\n\n- one\n") != markdown("# A\n\n| a | b |\n")
