"""A page names a field where it prints its name as it prints its other names, and a sentence or a sample does not count."""

from __future__ import annotations

import pytest

from driftgate.contract import Certainty, Contract, Field, Operation, Source
from driftgate.prove.spots import bare, is_leaf, is_told, planned

HULL, MAST, HEIGHT = Field("body", "hull"), Field("body", "mast"), Field("body", "mast.height")
ROWS = """<table>
<tr><td>hull</td><td>Of wood.</td></tr>
<tr><td>mast</td><td>High.</td></tr>
<tr><td>height</td><td>In feet.</td></tr>
</table>"""


def contract(*fields: Field) -> Contract:
    return Contract(operation=Operation("POST", "/ships"), fields={field.key: field for field in fields})


@pytest.mark.parametrize(
    "field",
    [
        pytest.param(Field("body", "x y"), id="no plain name"),
        pytest.param(Field("body", "hull", source=Source(certainty=Certainty.INFERRED, line=1)), id="shown by an example"),
        pytest.param(Field("body", "hull", source=Source(element="#/properties/hull")), id="read from a schema"),
        pytest.param(Field("body", "hull", source=Source(quote="{hull: string}")), id="read from the words of a type"),
    ],
)
def test_rows_do_not_tell_of_every_field(field: Field) -> None:
    assert not is_told(field)


def test_rows_tell_of_a_field_with_a_place_on_the_page() -> None:
    assert is_told(HULL)
    assert is_told(Field("body", "hull", source=Source(line=3, quote="hull | string")))


def test_each_name_has_its_spot() -> None:
    plan = planned(ROWS, contract(HULL, MAST, HEIGHT))
    assert {spot.name: spot.keys for spot in plan.spots} == {
        "hull": {"body:hull"},
        "mast": {"body:mast"},
        "height": {"body:mast.height"},
    }
    assert [plan.page.text[start:][:4] for start in plan.starts] == ["hull", "mast", "heig"]


def test_fields_of_one_name_share_the_spot_of_a_page_that_prints_it_once() -> None:
    (spot,) = planned("<p><code>hull</code></p>", contract(HULL, Field("200", "hull"))).spots
    assert spot.keys == {"body:hull", "200:hull"}


def test_a_field_that_holds_another_is_no_leaf() -> None:
    plan = planned(ROWS, contract(HULL, MAST, HEIGHT))
    assert [is_leaf(field, plan) for field in (HULL, MAST, HEIGHT)] == [True, False, True]


@pytest.mark.parametrize("text", ["hull", "» hull", "&nbsp;└─ hull*", " hull? :"])
def test_marks_around_a_name_are_not_part_of_it(text: str) -> None:
    assert bare(text) == "hull"
