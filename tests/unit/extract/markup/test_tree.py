"""The tree is whole, or the page is refused: nothing is ever lost in silence."""

from __future__ import annotations

import pytest

from driftgate.extract.markup import UnparsableError, parse, visible_text
from driftgate.extract.markup.tree import MAX_DEPTH, MAX_ROWS
from driftgate.extract.page import Unreadable

ROW = "<table><tr><td>limit</td></tr></table>"


def page(inside: str) -> str:
    return f"<html><body>{inside}<p id='end'>end</p></body></html>"


def tags(text: str, *wanted: str) -> list[str]:
    return [str(element.tag) for element in parse(text.encode(), text).iter(*wanted)]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (page("<div>" * (MAX_DEPTH + 1) + ROW), Unreadable.TOO_DEEP),
        (page("<div>" * 100_000 + ROW), Unreadable.TOO_DEEP),
        (page("<table><tr><td>" * 33), Unreadable.TOO_DEEP),
        (page("<table>" + "<tr><td>a" * (MAX_ROWS + 1) + "</table>"), Unreadable.TOO_MANY_ROWS),
    ],
    ids=["deeper-than-the-limit", "a-hundred-thousand-levels", "nine-nested-tables", "more-rows-than-the-limit"],
)
def test_a_page_beyond_the_limits_is_refused_with_its_reason(text: str, reason: Unreadable) -> None:
    with pytest.raises(UnparsableError) as refusal:
        parse(text.encode(), text)
    assert refusal.value.reason is reason


@pytest.mark.parametrize("levels", [200, 300, 3_000])
def test_nothing_below_deep_nesting_is_lost(levels: int) -> None:
    assert tags(page("<div>" * levels + ROW + "</div>" * levels), "td", "p") == ["td", "p"]


def test_nothing_after_a_huge_text_or_attribute_is_lost() -> None:
    huge = "a" * 11_000_000
    assert tags(page(f"<p>{huge}</p>" + ROW), "td", "p") == ["p", "td", "p"]
    assert tags(page(f"<p title='{huge}'></p>" + ROW), "td", "p") == ["p", "td", "p"]


def test_the_declared_charset_of_the_markup_is_not_guessed_again() -> None:
    text = '<html><head><meta charset="utf-7"></head><body><p>größer 名称</p></body></html>'
    assert visible_text(parse(text.encode(), text)) == "größer 名称"


def test_an_empty_page_is_an_empty_tree() -> None:
    assert len(parse(b"", "")) == 0


def test_anchor_marks_of_headings_are_no_words_of_theirs() -> None:
    text = page(
        '<h2>Create order <a class="headerlink" href="#c">¶</a></h2>'
        '<h3><a aria-label="Navigate to header">\u200b<i>#</i></a>Body</h3>'
    )
    tree = parse(text.encode(), text)
    assert [visible_text(heading) for heading in tree.iter("h2", "h3")] == ["Create order", "Body"]


def test_streamed_parts_stand_where_react_would_put_them() -> None:
    text = page(
        '<h2>Body</h2><template id="B:0"></template><h2>Response</h2>'
        '<div hidden id="S:0"><p>model</p></div><script>$RC("B:0","S:0")</script>'
    )
    assert [visible_text(element) for element in parse(text.encode(), text).iter("h2", "p")] == [
        "Body",
        "model",
        "Response",
        "end",
    ]
