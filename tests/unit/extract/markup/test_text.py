"""Visible text is what a person sees, on the lines a person sees it on."""

from __future__ import annotations

import pytest
from lxml import html

from driftgate.extract.markup import main_class, visible_text
from driftgate.extract.markup.text import on_one_line, raw_text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<td> a\n  b&nbsp; c </td>", "a b c"),
        ("<td>prompt_<wbr>cache&shy;_key\u200b</td>", "prompt_cache_key"),
        ("<td>mod\u200bel \ufeffx_\u200by\u200d</td>", "mod\u200bel x_y"),
        ("<td>one<br>two</td>", "one\ntwo"),
        ("<td><p>one</p><p>two</p></td>", "one\ntwo"),
        ("<td>a<script>b()</script><style>.c{}</style><template>d</template>e</td>", "ae"),
        ('<td>a<template shadowrootmode="open">b</template></td>', "ab"),
        ("<td>a<span>b<b>c</b></span>d</td>", "abcd"),
        ("<td></td>", ""),
    ],
    ids=[
        "white-space-folds",
        "break-hints-are-not-seen",
        "an-unseen-mark-inside-a-word-makes-another-word",
        "br-breaks",
        "blocks-break",
        "scripts-styles-templates-are-hidden",
        "a-shadow-tree-is-seen",
        "inline-marks-do-not-break",
        "nothing",
    ],
)
def test_visible_text(markup: str, text: str) -> None:
    cell = html.fromstring(f"<table><tr>{markup}</tr></table>").find(".//td")
    assert cell is not None
    assert visible_text(cell) == text


def test_code_keeps_its_white_space() -> None:
    assert raw_text(html.fromstring("<pre>{\n  <b>1</b><br>}</pre>")) == "{\n  1\n}"


def test_text_of_ten_thousand_levels_needs_no_recursion() -> None:
    root = element = html.Element("div")
    for _ in range(10_000):
        child = html.Element("div")
        element.append(child)
        element = child
    element.text = "deep"
    assert visible_text(root) == "deep"


def test_on_one_line_every_break_is_a_blank_and_the_tags_left_out_say_nothing() -> None:
    element = html.fragment_fromstring("<div>a<br>b<p>c \u200bd</p><button>Copy</button><style>e</style> f</div>")
    assert on_one_line(element, frozenset({"button"})) == "a b c d f"


@pytest.mark.parametrize(
    ("words", "word"),
    [
        ("", ""),
        ("name wide", "name"),
        ("css-1x2y3z name", "name"),
        ("css-1x2y3z", "css-1x2y3z"),
        ("css-1x2y3z sc-bdVaJa name", "name"),
        ("css-layout-of-names wide", "css-layout-of-names"),
    ],
)
def test_the_main_class_is_the_first_that_somebody_chose(words: str, word: str) -> None:
    assert main_class(html.fromstring(f'<p class="{words}">a</p>')) == word
