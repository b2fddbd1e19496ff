"""What stands on an entry within that of a field belongs to the field; several names in one entry are several fields."""

from __future__ import annotations

import pytest

from driftgate.extract.blocks import Item
from driftgate.extract.tables.rows.remarks import one_field_each


def texts(*items: Item) -> list[str]:
    return [item.text for item in one_field_each(items)]


@pytest.mark.parametrize(
    "items",
    [
        pytest.param((Item(0, "hull - the wood"), Item(1, "Of oak")), id="words"),
        pytest.param((Item(0, "hull - the wood"), Item(1, "date", "date")), id="a name"),
        pytest.param((Item(0, "hull - the wood"), Item(0, "String")), id="no deeper"),
        pytest.param((Item(0, "Oak, teak: both are fine"),), id="words before a colon"),
    ],
)
def test_other_entries_stay_as_they_are(items: tuple[Item, ...]) -> None:
    assert texts(*items) == [item.text for item in items]


def test_facts_on_entries_within_follow_the_name() -> None:
    items = (Item(0, "hull - the wood", "hull"), Item(1, "String"), Item(1, "Required"))
    assert texts(*items) == ["hull (String, Required) - the wood"]


def test_each_of_several_names_is_a_field() -> None:
    assert texts(Item(0, "first_mate, second_mate: required")) == ["first_mate: required", "second_mate: required"]


def test_names_in_code_before_a_dash_are_fields_each() -> None:
    assert texts(Item(0, "hull, mast - of wood", "hull", code=("hull", "mast"))) == ["hull - of wood", "mast - of wood"]
    assert texts(Item(0, "hull, mast - of wood", "hull", code=("hull",))) == ["hull, mast - of wood"]
