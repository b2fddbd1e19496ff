"""The fields of alternatives are united: what not all of them have is conditional, what differs is not stated."""

from __future__ import annotations

from driftgate.contract import FactValue, Source
from driftgate.extract.tables.placed import Placed, united
from driftgate.extract.tables.rows.nesting import Named
from driftgate.extract.tables.rows.row import Row
from driftgate.extract.tables.rows.rowfacts import Read


def placed(path: str, *, is_field: bool = True, **facts: FactValue) -> Placed:
    return Placed(path, Row(Named(path), {}, Source()), Read(facts, {}), is_field)


def facts(*alternatives: list[Placed]) -> dict[str, dict[str, FactValue]]:
    return {item.path: item.read.facts for item in united(alternatives)}


def test_a_field_of_every_alternative_is_not_conditional() -> None:
    stated = facts([placed("id", type="string")], [placed("id", type="integer", required=True)])
    assert stated == {"id": {"type": "integer | string", "varies": ('type="integer"', 'type="string"')}}


def test_a_field_of_one_alternative_is_conditional() -> None:
    assert facts([placed("id", type="string")], [placed("mast", type="integer", required=True)]) == {
        "id": {"type": "string", "conditional": True},
        "mast": {"type": "integer", "required": True, "conditional": True},
    }


def test_a_field_that_an_alternative_has_twice_counts_once() -> None:
    twice = [placed("id", type="string"), placed("id", type="string")]
    assert facts(twice, [placed("hull")]) == {"id": {"type": "string", "conditional": True}, "hull": {"conditional": True}}


def test_what_wraps_others_is_no_field() -> None:
    assert facts([placed("", is_field=False)], []) == {}
