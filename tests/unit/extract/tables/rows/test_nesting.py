"""A row's path follows from whatever marks its depth."""

from __future__ import annotations

import pytest

from driftgate.extract.tables.rows.nesting import Named, Place, named, paths, through_arrays


def tree(*rows: tuple[str, int] | tuple[str, int, bool]) -> list[str]:
    places = []
    for text, indent, *array in rows:
        name = named(text, indent)
        assert name is not None
        places.append(Place(name.level, name.name, bool(array), tag=name.tag))
    return [spot.path for spot in paths(places) if spot.path]


@pytest.mark.parametrize("text", ["", "»", "a name with spaces", "Total (USD)", "yes, no"])
def test_a_cell_without_one_name_is_not_read(text: str) -> None:
    assert named(text) is None


def test_repeated_markers_nest() -> None:
    assert tree(("a", 0, True), ("» b", 0), ("»» c", 0), ("d", 0)) == ["a", "a[].b", "a[].b.c", "d"]


def test_quote_marks_with_spaces_nest() -> None:
    assert tree(("a", 0), ("> b", 0), ("> > c", 0), ("> d", 0)) == ["a", "a.b", "a.b.c", "a.d"]


def test_corners_nest_by_their_indentation() -> None:
    assert tree(("a", 0), ("└─b", 2), ("└─c", 4), ("└─d", 2)) == ["a", "a.b", "a.b.c", "a.d"]


def test_pseudo_tags_open_and_close_an_object() -> None:
    assert tree(("<data>", 0), ("id", 0), ("</data>", 0), ("ok", 0)) == ["data", "data.id", "ok"]


def test_a_marked_row_with_nothing_above_it_is_under_the_body_itself() -> None:
    assert tree(("» id", 0), ("»» x", 0)) == ["id", "id.x"]


def test_a_wrapper_passes_its_place_on_to_what_it_holds() -> None:
    spots = paths([Place(0, "x"), Place(1, "any", is_array=True, transparent=True), Place(2, "y")])
    assert [(spot.path, spot.is_field) for spot in spots] == [("x", True), ("x", False), ("x[].y", True)]


def test_dots_pass_through_arrays_that_stand_above() -> None:
    assert through_arrays("choices.message.role", {"choices"}) == "choices[].message.role"


def test_marks_beside_a_name_are_read() -> None:
    read = [named(text) for text in ("id*", "id?", "id?*", "id required", "id\nrequired", "id (必填)", "old deprecated")]
    assert [(n.name, n.required, n.question, n.deprecated) for n in read if n] == [
        ("id", True, False, False),
        ("id", None, True, False),
        ("id", None, True, False),
        ("id", True, False, False),
        ("id", True, False, False),
        ("id", True, False, False),
        ("old", None, False, True),
    ]


def test_a_suspicious_name_is_kept_as_it_stands() -> None:
    name = named("mod\u200bel")
    assert name is not None
    assert name.name == "mod\u200bel"


def test_plus_signs_nest_but_a_signed_number_is_a_name() -> None:
    assert (named("++ average") or Named("")).level == 2
    assert (named("+1") or Named("")).name == "+1"


def test_brackets_around_a_whole_name_make_it_optional() -> None:
    assert named("[limit]") == Named("limit", required=False)
    assert (named("rows[]") or Named("")).required is None


@pytest.mark.parametrize("text", ["berth conditionally required", "berth (conditional)", "berth\nconditional"])
def test_what_is_required_on_a_condition_is_neither_required_nor_optional(text: str) -> None:
    assert named(text) == Named("berth", conditional=True)
