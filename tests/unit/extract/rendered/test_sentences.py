"""A row's description is the first paragraph that belongs to it, and never that of another row."""

from __future__ import annotations

import pytest
from lxml import html
from lxml.html import HtmlElement

from driftgate.extract.rendered.sentences import description_of


def rows(markup: str) -> list[HtmlElement]:
    """The elements that stand for rows."""
    return [node for node in html.fromstring(f"<main>{markup}</main>").iter() if node.get("class") == "name"]


BEHIND = """<div class="row"><div class="head"><span class="name">size</span><span>integer</span></div>
<div class="told"><p>At most <code>8</code> metres.</p><p>More.</p></div></div>"""
IN_CELL = """<table><tr><td class="name">size</td>
<td><div>integer</div><div><p>At most <code>8</code> metres.</p></div></td></tr></table>"""
BOX = """<li class="name"><b>size</b> integer <div><p>At most <code>8</code> metres.</p></div></li>"""
CELL = (
    """<table><tr><td><div class="name">size</div><div>integer</div></td><td>At most <code>8</code> metres.</td></tr></table>"""
)
LABELLED = """<div><span class="name">size</span><p><strong>Possible values:</strong> <code>8</code></p>
<p>At most <code>8</code> metres.</p></div>"""


@pytest.mark.parametrize(
    "markup", [BEHIND, IN_CELL, CELL, BOX, LABELLED], ids=["behind", "next-cell", "cell", "inside", "labels"]
)
def test_the_first_paragraph_is_the_description_with_its_code_in_backticks(markup: str) -> None:
    names = rows(markup)
    assert [description_of(name, frozenset(names)) for name in names] == ["At most `8` metres."]


NEXT = """<div><div><span class="name">size</span></div><div><span class="name">mast</span><p>How high.</p></div></div>"""
HEADING = """<div><div><span class="name">size</span></div><h3>Responses</h3><p>All went well.</p></div>"""
WHOLE = """<ul><li><span class="name">size</span></li></ul><p>Something else.</p>"""
NESTED = """<div class="name"><b>crew</b><div class="items"><div class="name2 box"></div></div></div>"""
ALIKE = """<article class="name">crew<article class="name">Items<p>Who sails.</p></article></article>"""


@pytest.mark.parametrize("markup", [NEXT, HEADING, WHOLE, NESTED], ids=["next-row", "next-section", "outside-the-item", "none"])
def test_what_is_said_of_something_else_is_no_description(markup: str) -> None:
    names = rows(markup)
    assert description_of(names[0], frozenset(names)) == ""


def test_a_box_of_the_same_kind_inside_a_box_is_another_row() -> None:
    boxes = rows(ALIKE)
    assert [description_of(box, frozenset(boxes[:1])) for box in boxes] == ["", "Who sails."]
