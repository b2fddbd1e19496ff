"""How far a page speaks of one field: where that is in doubt, there is no row, no cell and no mark."""

from __future__ import annotations

import pytest

from driftgate.prove.htmlrows import cell_below, is_in_sentence, is_pill, unit, untils
from driftgate.prove.htmltext import Markup, Words, markup


def at(page: Markup, name: str) -> Words:
    return next(words for words in page.words if page.text[words.start : words.end] == name)


def unit_of(text: str, *names: str) -> str | None:
    page = markup(text)
    starts = sorted(at(page, name).start for name in names)
    found = unit(page, starts, at(page, names[0]))
    return text[found.start : found.end] if found else None


SHARED = '<table><tr><td rowspan="2">Path</td><td>hull</td></tr><tr><td>mast</td></tr></table>'


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("<section><h4>hull</h4><p>Of wood.</p><h4>mast</h4><p>High.</p></section>", "hull"),
        ("<div><p>hull</p><div>Of wood.</div><p>mast</p><div>High.</div></div>", "hull"),
        (SHARED, "hull"),
        (SHARED, "mast"),
    ],
    ids=["a-heading-is-not-all", "what-is-said-has-its-own-box", "a-row-that-shares-its-cell", "a-row-below-a-shared-cell"],
)
def test_there_is_no_row_where_its_end_is_in_doubt(text: str, name: str) -> None:
    assert unit_of(text, name, "mast" if name == "hull" else "hull") is None


def test_a_term_ends_with_what_is_said_of_it() -> None:
    text = "<dl><dt>hull</dt><dd>string</dd><dd>Of wood.</dd><dt>mast</dt><dd>High.</dd></dl>"
    assert unit_of(text, "hull", "mast") == "<dt>hull</dt><dd>string</dd><dd>Of wood.</dd>"


def test_a_row_whose_cells_span_no_other_is_whole() -> None:
    text = '<table><tr><td rowspan="1">hull</td></tr><tr><td>mast</td></tr></table>'
    assert unit_of(text, "hull", "mast") == '<tr><td rowspan="1">hull</td></tr>'


def test_a_page_speaks_of_the_last_name_of_a_list_no_longer_than_the_list() -> None:
    text = "<div><p>hull</p><p>mast</p></div><p>Other things: required</p>"
    page = markup(text)
    names = [at(page, "hull"), at(page, "mast")]
    found = untils(page, [words.start for words in names], names)
    assert [text[words.start : found[words.start]] for words in names] == ["hull</p><p>", "mast</p></div>"]


def test_a_cell_is_found_by_its_header_alone() -> None:
    page = markup("<table><tr><th>Name</th><th><b>Type</b></th></tr><tr><td>hull</td><td>string</td></tr></table>")
    found = [cell_below(page, at(page, "hull"), {word}) for word in ("type", "required")]
    assert [cell and page.text[cell.inner : cell.end] for cell in found] == ["string</td>", None]


def test_a_type_behind_other_words_of_its_paragraph_is_part_of_a_sentence() -> None:
    page = markup("<div><p>A list of <code>String</code>s</p><p>Type: <code>Integer</code></p></div>")
    assert [is_in_sentence(page, at(page, word)) for word in ("String", "Integer")] == [True, False]


@pytest.mark.parametrize(
    ("text", "word", "left_out"),
    [
        ("<table><tr><td>required</td></tr></table>", "required", False),
        ("<p>a <em>optional</em></p>", "optional", False),
        ("<p>a, required</p>", "a, required", False),
        ("<p>a <em>required</em></p>", "required", True),
    ],
)
def test_only_a_word_of_its_own_element_that_says_required_can_be_left_out(text: str, word: str, *, left_out: bool) -> None:
    page = markup(text)
    assert (word in ("required", "optional") and is_pill(page, at(page, word))) is left_out
