"""The table of rules has no hole, no overlap, and every rule has its mirror or a written reason."""

from __future__ import annotations

import re
from itertools import product

import pytest

from driftgate.contract import FACT_BY_NAME, FactValue, Field, Operation
from driftgate.diff import changes as found
from driftgate.diff.changes import Change, FactChanged
from driftgate.diff.conflicts import (
    AuthenticatesOtherwise,
    CallsOtherOperation,
    CallsOtherServer,
    Conflict,
    OmitsRequired,
    ReadsOtherType,
    ReadsUndocumented,
    SendsOtherType,
    SendsOtherValue,
    SendsUndocumented,
)
from driftgate.diff.facts import DOCUMENTED
from driftgate.rules import RULES
from driftgate.rules.judge import judge
from shorthand import BEARER, KEY, OPERATION, field

VALUES: dict[str, tuple[FactValue, ...]] = {
    "type": ("string", "integer", "integer | string", "array<string>"),
    "flag": (True, False),
    "scalar": ("a", 1, None),
    "number": (1, 2.5),
    "count": (0, 7),
    "text": ("one", "two"),
    "set": (("a",), ("b",), ("a", "b")),
    "shape": ("{a}", "{b}"),
    "shapes": (("{a}",), ("{b}",), ("{a}", "{b}")),
}
PLACES = ("path:id", "query:a", "header:A", "body:a", "200:a", "2XX:a", "404:a", "default:a", "200.header:A", "404.header:A")
NATURES: tuple[dict[str, bool], ...] = (
    {},
    {"required": True},
    {"required": False},
    {"required": True, "conditional": True},
    {"read_only": True},
    {"write_only": True},
)


def fact_changes() -> list[FactChanged]:
    """Every fact, on every kind of place, for fields of every nature, moved between every two of its values or stated at all."""
    moved: list[FactChanged] = []
    for fact, place in product((FACT_BY_NAME[name] for name in DOCUMENTED), PLACES):
        values = [(value, True) for value in VALUES[fact.kind]] + [(None, False)]
        for (old, was), (new, now), nature in product(values, values, NATURES):
            if (old, was) != (new, now):
                before = Field(place.split(":")[0], "a", {**nature, **({fact.name: old} if was else {})})
                after = Field(place.split(":")[0], "a", {**nature, **({fact.name: new} if now else {})})
                moved.append(FactChanged(before, after, fact.name, old, new, was, now))
    return moved


def other_changes() -> list[Change | Conflict]:
    fields = [field(place, **nature) for place, nature in product(PLACES, NATURES)] + [
        field("body:m\u043edel"),
        field("200:a\u200b"),
    ]
    one, other = Operation("GET", "/a"), Operation("PUT", "/b")
    ways = (None, (), ((),), ((BEARER,),), ((KEY,),), ((BEARER,), (KEY,)), ((BEARER, KEY),), ((), (KEY,)))
    places = ("body", "200", "404", "default")
    return [
        *(found.FieldAdded(f) for f in fields),
        *(found.FieldRemoved(f) for f in fields),
        *(found.FieldRenamed(f, f) for f in fields),
        *(found.OperationMoved(a, b) for a, b in ((one, other), (one, Operation("GET", "/b")), (one, Operation("PUT", "/a")))),
        *(found.OperationRemoved(one, announced) for announced in (True, False)),
        found.OperationAdded(one),
        *(
            found.OperationFactChanged(one, fact, a, b)
            for fact, values in (
                ("deprecated", (True, False, None)),
                ("sunset", ("x", "y", None)),
                ("stability", ("beta", "odd", None)),
            )
            for a, b in product(values, values)
            if a != b
        ),
        *(found.ServersChanged(a, b) for a, b in product(((), ("https://a",), ("https://b", "https://a")), repeat=2) if a != b),
        *(found.SecurityChanged(a, b) for a, b in product(ways, ways) if a != b),
        *(found.MediaTypeAdded(place, "a/b") for place in places),
        *(found.MediaTypeRemoved(place, "a/b") for place in places),
        *(found.MediaTypeChanged(p, a, b) for p in places for a, b in (("a/json", "a/x+json"), ("a/x+json", "a/json"))),
        *(found.StatusAdded(status) for status in ("200", "2XX", "429", "default")),
        *(found.StatusRemoved(status) for status in ("200", "2XX", "429", "default")),
        *(found.BodyRequiredChanged(a, b) for a, b in product((True, False, None), repeat=2) if a != b),
        *(found.BodyAdded(required) for required in (True, False, None)),
        found.BodyRemoved(),
        *(found.PageMoved(role, "a", "b") for role in ("reference", "docs_home", "help_center")),
        *(found.PageGone(role, "a", "b") for role in ("docs_home", "help_center")),
        found.DocsContradict("body:a", "type", "x", "y"),
        SendsUndocumented(field("body:a")),
        OmitsRequired(field("body:a")),
        SendsOtherType(field("body:a"), field("body:a")),
        SendsOtherValue(field("body:a"), field("body:a"), ("x",)),
        ReadsUndocumented(field("200:a")),
        ReadsOtherType(field("200:a"), field("200:a")),
        CallsOtherOperation(one, OPERATION),
        CallsOtherServer("a", ("b",)),
        AuthenticatesOtherwise((), ()),
    ]


def test_every_fact_change_is_judged_by_exactly_one_rule() -> None:
    wrong = {(c.fact, c.before.place, c.old, c.new): ids for c in fact_changes() if len(ids := matching(c)) != 1}
    assert wrong == {}


@pytest.mark.parametrize("change", other_changes(), ids=repr)
def test_every_other_change_is_judged_by_exactly_one_rule(change: Change | Conflict) -> None:
    assert len(matching(change)) == 1


def matching(change: Change | Conflict) -> list[str]:
    return [rule.id for rule in RULES if rule.matches(change)]


@pytest.mark.parametrize("change", other_changes(), ids=repr)
def test_every_change_has_words_for_a_report(change: Change | Conflict) -> None:
    (drift,) = judge([change], operation="POST /v1/orders")
    assert drift.subject
    assert re.fullmatch(r"\S[^\n]+", drift.message)
    assert re.fullmatch(r"[0-9a-f]{12}", drift.fingerprint)


def test_every_fact_change_has_words_for_a_report() -> None:
    subjects = {drift.subject for change in fact_changes()[::97] for drift in judge([change], operation="POST /v1/orders")}
    assert {"body:a", "200:a", "query:a"} <= subjects
