"""What single alternatives of a union say: every statement that uniting them would lose is kept, and no other."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from specs import body_facts

TEXT = {"type": "string", "maxLength": 10}
DEEP = {"type": "object", "properties": {"x": {"type": "string"}}}


def alternative(kind: str, **more: Any) -> dict[str, Any]:
    properties = {"type": {"const": kind}, "note": TEXT, "deep": DEEP, **more}
    return {"type": "object", "required": ["type"], "properties": properties}


def varying(first: dict[str, Any], *others: dict[str, Any]) -> dict[str, Any]:
    """The fact \"varies\" of every field that has it."""
    facts = body_facts({"properties": {"source": {"oneOf": [first, *others]}}})
    return {path: found["varies"] for path, found in facts.items() if "varies" in found}


@pytest.mark.parametrize(
    ("first", "others"),
    [
        pytest.param(alternative("card"), [alternative("bank")], id="the-same-but-for-their-mark"),
        pytest.param(alternative("card", number=TEXT), [alternative("bank")], id="a-field-of-one-alternative"),
        pytest.param({"type": "string", "maxLength": 5}, [{"type": "integer"}, {"type": "null"}], id="scalars"),
        pytest.param({"type": "string", "format": "uuid"}, [TEXT], id="alternatives-of-the-field-itself"),
        pytest.param(alternative("card", as_={"enum": ["c"]}), [alternative("bank", as_={"enum": ["b"]})], id="values-that-mark"),
    ],
)
def test_what_the_united_fields_say_already_is_not_said_again(first: dict[str, Any], others: list[dict[str, Any]]) -> None:
    assert varying(first, *others) == {}


@pytest.mark.parametrize(
    ("path", "change", "lines"),
    [
        ("note", {"deprecated": True}, ('type="card": deprecated',)),
        ("note", {"maxLength": 5}, ('type="bank": max_length=10', 'type="card": max_length=5')),
        ("note", {"default": "a", "nullable": True}, ('type="card": default="a"', 'type="card": nullable')),
        ("deep.x", {"deprecated": True}, ('type="card": deprecated',)),
        ("deep.x", {"pattern": "^a"}, ('type="card": pattern="^a"',)),
        ("deep.x", {"type": "integer"}, ('type="bank": type="string"', 'type="card": type="integer"')),
        ("deep.x", {"enum": ["b", "a"]}, ('type="card": enum=["a", "b"]',)),
    ],
)
def test_a_statement_of_one_alternative_is_behind_its_mark(path: str, change: dict[str, Any], lines: tuple[str, ...]) -> None:
    """However deep below the union it stands."""
    first = alternative("card", deep=deepcopy(DEEP))
    found = first
    for name in path.split("."):
        found["properties"][name] = deepcopy(found["properties"][name])
        found = found["properties"][name]
    found.update(change)
    assert varying(first, alternative("bank")) == {f"source.{path}": lines}


def test_which_alternatives_require_a_field_is_told() -> None:
    first = {**alternative("card", deep={**DEEP, "required": ["x"]}), "required": ["type", "note"]}
    assert varying(first, alternative("bank")) == {
        "source.note": ('type="card": required',),
        "source.deep.x": ('type="card": required',),
    }


def test_which_alternatives_have_a_field_is_told_where_they_are_several() -> None:
    """One that has it alone is told by the field being there."""
    extra = {"extra": {"type": "boolean"}}
    assert varying(alternative("card", **extra), alternative("bank", **extra), alternative("cash")) == {
        "source.extra": ('type="bank": stated', 'type="card": stated')
    }


def test_alternatives_that_nothing_tells_apart_have_lines_without_a_mark() -> None:
    first, second = (
        {"properties": {"object": {"const": "source"}, "note": {**TEXT, "deprecated": flag}}} for flag in (True, False)
    )
    assert varying(first, second) == {"source.note": ("deprecated",)}


def test_of_alternatives_that_nothing_tells_apart_those_that_say_a_thing_are_counted() -> None:
    """Where one of two says it no more, the number changes, whatever their order."""
    limited, free = ({"properties": {"object": {"const": "source"}, "note": note}} for note in (TEXT, {"type": "string"}))
    assert varying(limited, free, {**limited, "title": "B"}) == {"source.note": ("2 alternatives: max_length=10",)}
    assert varying(free, {**free, "title": "B"}, limited) == {"source.note": ("max_length=10",)}
    assert varying(limited, {"properties": {"note": TEXT}}, {"properties": {"other": TEXT}}) == {
        "source.note": ("2 alternatives: stated",)
    }


def test_the_order_of_the_alternatives_means_nothing() -> None:
    first, second = alternative("card", note={**TEXT, "deprecated": True}), alternative("bank", note={**TEXT, "maxLength": 3})
    assert varying(first, second) == varying(second, first)
