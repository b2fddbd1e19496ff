"""The neutraliser: nothing that hides, commands or marks up survives it."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from driftgate.report.neutral import HIDDEN, inert, markdown_text, neutral, neutral_lines

ANY_TEXT = st.text(alphabet=st.characters(), max_size=60)
TRICKS = st.lists(
    st.sampled_from(
        ["::", "##", "[", "\n", " ", "#", "@a", "_0_", "*", "`", "<b>", "&lt;", "|", "\x1b", "\u202e", "http://e", "a", "~", "-"]
    )
).map("".join)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain words, as they are", "plain words, as they are"),
        ("two\r\n  lines\tand a tab", "two lines and a tab"),
        ("a\x1b]8;;http://evil\x07b", "a\\u{1b}]8;;http://evil\\u{7}b"),
        ("\x9b31m", "\\u{9b}31m"),
        ("user\u202eresu", "user\\u{202e}resu"),
        ("mod\u200bel", "mod\\u{200b}el"),
        ("\ud800", "\\u{d800}"),
        ("a\u2028b", "a\\u{2028}b"),
        ("  ::add-mask::a", "\\u{3a}:add-mask::a"),
        ("x ##[error]y", "x \\u{23}#[error]y"),
        ("##vso[task.setvariable]", "\\u{23}#vso[task.setvariable]"),
        ("数据 mоdel é", "数据 mоdel é"),
    ],
)
def test_hidden_characters_and_commands_are_shown_and_the_rest_stays(text: str, shown: str) -> None:
    assert neutral(text) == shown


@given(ANY_TEXT | TRICKS)
def test_no_hidden_character_line_break_or_command_survives(text: str) -> None:
    shown = neutral(text)
    assert not [char for char in shown if unicodedata.category(char) in HIDDEN]
    assert not re.search(r"^\s*::|##\w*\[", shown)


@given(ANY_TEXT | TRICKS)
def test_neutralising_twice_is_neutralising_once(text: str) -> None:
    assert neutral(neutral(text)) == neutral(text)


@given(st.lists(ANY_TEXT | TRICKS, max_size=4))
def test_a_finished_text_holds_no_command_in_any_line(lines: list[str]) -> None:
    shown = inert("\n".join(lines))
    assert not re.search(r"(?m)^[^\S\n]*::|##\w{0,20}\[", shown)


def test_our_own_line_breaks_and_indentation_stay() -> None:
    assert neutral_lines("what\n  where: a\x1bb\n::error::c") == "what\n  where: a\\u{1b}b\n\\u{3a}:error::c"


@given(ANY_TEXT | TRICKS)
def test_markdown_shows_exactly_the_neutral_text_and_makes_no_element_of_it(text: str) -> None:
    rendered = MarkdownIt("commonmark").enable("table").enable("strikethrough").render(f"x {markdown_text(text)} x")
    assert re.findall(r"<[^>]*>", rendered) == ["<p>", "</p>"]


@pytest.mark.parametrize(
    "text", ["@octocat", "@org/team", "#123", "org/repo#1", "GH-12", "https://evil.example", "![b](http://e/p.png)"]
)
def test_what_github_would_link_is_parted_or_escaped(text: str) -> None:
    shown = markdown_text(text)
    assert not re.search(r"&#64;\w|&#35;\d|GH&#45;\d|://|!\[", shown)


def test_a_table_cell_cannot_end_its_cell() -> None:
    cell = markdown_text("x | y\n# H <script> ![b](http://e/p.png) @octocat")
    rendered = MarkdownIt("commonmark").enable("table").render(f"| a | b |\n| --- | --- |\n| {cell} | z |\n")
    assert rendered.count("<td>") == 2
    assert not re.search(r"<(?:h1|script|img|a)\b", rendered)
