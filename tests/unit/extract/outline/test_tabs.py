"""Tabs tell which part of a page is theirs by their order, and which of them is open by a state or a class."""

from __future__ import annotations

from lxml import html

from driftgate.extract.outline.tabs import chosen_of, panels_of

BAR = "<div><ul><li><button{}>200</button></li><li><button{}>404</button></li></ul>{}</div>"


def _read(page: str) -> tuple[int | None, dict[str, str]]:
    tree = html.fromstring(page)
    tabs = list(tree.iter("button"))
    panels = panels_of(tabs, ["200", "404"])
    return chosen_of(tabs, list(tree.iter("p"))[-1]), {str(panel.text_content()): told for panel, told in panels.items()}


def test_nothing_is_chosen_where_no_tab_says_that_it_is_open() -> None:
    assert _read(BAR.format("", "", "<div><b>x</b><p>a</p></div>")) == (None, {})


def test_a_state_or_a_class_says_which_tab_is_open() -> None:
    one = "<div><p>a</p></div>"
    assert _read(BAR.format(' aria-selected="false"', ' aria-selected="true"', one))[0] == 1
    assert _read(BAR.format(' class="btn active"', ' class="btn"', one))[0] == 0


def test_as_many_elements_behind_the_tabs_are_their_panels() -> None:
    assert _read(BAR.format("", "", "<section><div>a</div><div><p>b</p></div></section>"))[1] == {"a": "200", "b": "404"}


def test_several_elements_are_one_panel_only_where_all_others_are_hidden() -> None:
    parts = "<div{0}>a</div><div{0}>b</div><div>c</div><p>d</p>"
    assert _read(BAR.format("", "", parts.format("")))[1] == {}
    hidden = ' style="display: none"'
    assert _read(BAR.format("", "", parts.format(hidden)))[1] == {"a": "200", "b": "200", "c": "404", "d": "404"}


def test_a_status_that_opens_its_own_part_has_what_stands_in_it() -> None:
    tree = html.fromstring("<ul><li><button>200</button></li><li><button>404</button><p>a</p></li></ul>")
    assert chosen_of(list(tree.iter("button")), next(tree.iter("p"))) == 1
