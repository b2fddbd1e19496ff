"""A printed type names a model, or several as alternatives; words that are no names of models name none."""

from __future__ import annotations

import pytest

from driftgate.extract.tables.rows.modelnames import Member, is_linked, members_named, models_named

MODELS = frozenset(("ship", "port", "sea chart"))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ship", id="one model"),
        pytest.param("string or integer", id="no model"),
        pytest.param("Ship | Port[]", id="a list of either, or of the last"),
        pytest.param("Ship or " * 400 + "Port", id="too long to be a type"),
    ],
)
def test_what_is_no_union_of_models_has_no_members(text: str) -> None:
    assert members_named(text, MODELS) == ()


def test_the_members_of_a_union_are_its_models() -> None:
    assert members_named("(Ship or Port)[]", MODELS) == (Member("ship", False), Member("port", False))
    assert members_named("string | array of Port | Sea chart", MODELS) == (Member("port", True), Member("sea chart", False))


def test_a_union_refers_to_every_model_in_it() -> None:
    assert models_named("Ship or string or Port", MODELS) == {"ship", "port"}
    assert models_named("string", MODELS) == frozenset()


def test_a_type_is_linked_where_nothing_else_stands_in_it() -> None:
    assert not is_linked("the Ship that sails", ("Ship",))
    assert not is_linked("Ship or Galleon", ("Ship",))
    assert is_linked("Ship[]", ("Ship",))
    assert is_linked("(Ship or Port or string)[]", ("Ship", "Port"))
