"""A field is below the nearest one before it that can hold it and stands higher on the page."""

from __future__ import annotations

from lxml import html

from driftgate.extract.outline.levels import parents


def _parents(body: str, *types: str | None) -> list[int | None]:
    heads = list(html.fromstring(f"<main>{body}</main>").iter("b"))
    return parents(heads, types, [None] * len(heads))


def test_a_field_of_a_scalar_type_holds_nothing() -> None:
    assert _parents("<li><b>a</b></li><li><div><b>b</b></div></li>", "string", "string") == [None, None]


def test_siblings_look_alike_however_deep_their_names_stand() -> None:
    assert _parents("<li><b>a</b></li><li><p><b>b</b></p></li>", "object", "object") == [None, None]


def test_what_stands_in_a_box_inside_or_behind_a_field_is_below_it() -> None:
    inside = "<li><b>a</b><ul><li><b>b</b></li><li><b>c</b></li></ul></li><li><b>d</b></li>"
    behind = "<p><b>a</b></p><div><p><b>b</b></p><p><b>c</b></p></div><p><b>d</b></p>"
    for body in (inside, behind):
        assert _parents(body, "array<object>", "string", None, "string") == [None, 0, 0, None]


def test_a_new_section_begins_with_no_field_around_it() -> None:
    heads = list(html.fromstring("<main><p><b>a</b></p><div><p><b>b</b></p></div></main>").iter("b"))
    assert parents(heads, ["object", "string"], ["one", "two"]) == [None, None]
