"""The visible texts of a page, one by one, each with what it stands in."""

from __future__ import annotations

import pytest

from documents import html_document
from driftgate.extract.outline.runs import runs


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("<nav>Ships</nav>", id="navigation"),
        pytest.param("<pre>id string</pre>", id="a sample"),
        pytest.param('<span class="sr-only">id</span>', id="what only screen readers say"),
        pytest.param("<script>let id</script>", id="a script"),
    ],
)
def test_what_is_not_the_page_s_text_is_left_out(body: str) -> None:
    assert runs(html_document(body).tree) == []


def test_a_text_knows_what_it_stands_in() -> None:
    found = runs(html_document("<h2>Ships</h2><p>Sail <b>fast</b> now</p><button>Show</button>").tree)
    assert [(run.text, run.heading, run.in_prose, run.pressed, run.opens) for run in found] == [
        ("Ships", True, False, False, True),
        ("Sail", False, True, False, True),
        ("fast", False, True, False, True),
        ("now", False, True, False, False),
        ("Show", False, False, True, True),
    ]


@pytest.mark.parametrize("word", ["ship<wbr/>_<wbr/>id", "ship<wbr>_<wbr>id", "<wbr>ship_<wbr><wbr>id"])
def test_a_break_within_a_word_does_not_part_it(word: str) -> None:
    found = runs(html_document(f"<b>{word}</b><i>string</i>").tree)
    assert [(run.text, run.node.tag) for run in found] == [("ship_id", "b"), ("string", "i")]


@pytest.mark.parametrize("wbr", ["<wbr/>", "<wbr>"])
def test_a_text_behind_an_element_and_a_break_is_kept(wbr: str) -> None:
    assert [run.text for run in runs(html_document(f"<div><b>GET</b>{wbr}/ships{wbr}/all</div>").tree)] == ["GET", "/ships/all"]
