"""Struck text: what is withdrawn is not read, and a struck name is that of a deprecated field."""

from __future__ import annotations

import time

import pytest

from driftgate.extract.markup import parse, visible_text


def shown(inside: str) -> str:
    text = f"<html><body>{inside}</body></html>"
    return visible_text(parse(text.encode(), text))


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        pytest.param("<p><del>All of it.</del></p>", "All of it.", id="a-whole-sentence"),
        pytest.param("<pre><del>- a</del>\n+ b</pre>", "- a + b", id="a-difference-in-code"),
        pytest.param("<p>Paid in <s class=icon></s> coins.</p>", "Paid in coins.", id="an-icon"),
        pytest.param("<table><tr><td>a</td><td><s>string</s></td></tr></table>", "a\nstring", id="a-cell-beside-the-name"),
    ],
)
def test_what_is_no_name_and_no_part_of_a_text_stays(inside: str, text: str) -> None:
    assert shown(inside) == text


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<p>One of a, <del>b</del>, c.</p>", "One of a, , c."),
        ("<p><s>old</s> new</p>", "new"),
        ("<td><strike>string</strike> integer</td>", "integer"),
        ("<li><b>a</b> <del>required</del> optional</li>", "a optional"),
    ],
)
def test_a_part_of_a_text_that_is_struck_is_withdrawn(inside: str, text: str) -> None:
    assert shown(inside) == text


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<table><tr><td><del><code>a_b</code></del></td><td>string</td></tr></table>", "a_b (deprecated)\nstring"),
        ("<ul><li><s>a</s> - a string, optional<ul><li>b</li></ul></li></ul>", "a - a string, optional (deprecated)\nb"),
        ("<ul><li><del><code>a</code> (string) The a.</del></li></ul>", "a (string) The a. (deprecated)"),
        ("<dl><dt><del>a.b[]</del></dt><dd>Them.</dd></dl>", "a.b[] (deprecated)\nThem."),
    ],
)
def test_behind_a_struck_name_stands_that_it_is_deprecated(inside: str, text: str) -> None:
    assert shown(inside) == text


@pytest.mark.parametrize("inside", ["<s>a" * 3000, "<div><s>a</s>" * 3000, f"<p>{'<s>a</s> b' * 20000}</p>", "<s>a</s>" * 50000])
def test_many_struck_texts_cost_no_more_than_others(inside: str) -> None:
    started = time.process_time()
    shown(inside)
    assert time.process_time() - started < 3
