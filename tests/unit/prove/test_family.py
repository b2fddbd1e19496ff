"""A planted change is told of by the rules of its own kind, at its own field."""

from __future__ import annotations

import pytest

from driftgate.prove.family import is_named
from driftgate.prove.mutation import HARMLESS, Kind
from driftgate.rules import RULES

FIELD = frozenset({"body:a.b"})


@pytest.mark.parametrize("subject", ["body:c", "200:a.b", "body", "status:body", "body:$", "body:a.bc"])
def test_a_drift_elsewhere_or_of_a_whole_part_does_not_name_a_field(subject: str) -> None:
    assert not is_named(Kind.TYPE, FIELD, frozenset({("request-type-changed", subject)}))


@pytest.mark.parametrize("subject", ["body:a.b", "body:a", "body:a.b.c", "body:a.b[].c"])
def test_a_drift_at_the_field_or_right_above_or_below_it_names_it(subject: str) -> None:
    assert is_named(Kind.TYPE, FIELD, frozenset({("request-type-changed", subject)}))


@pytest.mark.parametrize(
    ("kind", "rule"),
    [
        (Kind.RENAME, "request-type-changed"),
        (Kind.REMOVE, "request-enum-lifted"),
        (Kind.ADD_REQUIRED, "request-field-removed"),
        (Kind.REQUIRED, "request-type-unstated"),
        (Kind.TYPE, "request-field-requiredness-stated"),
        (Kind.ENUM, "request-type-widened"),
        (Kind.DEPRECATE, "response-type-unstated"),
        (Kind.PATH, "operation-method-changed"),
        (Kind.METHOD, "operation-path-changed"),
    ],
)
def test_another_fault_at_the_same_field_is_not_what_was_planted(kind: Kind, rule: str) -> None:
    assert not is_named(kind, FIELD, frozenset({(rule, "body:a.b")}))


def test_what_moves_in_a_schema_inside_a_field_is_told_of_the_field() -> None:
    assert is_named(Kind.REQUIRED, FIELD, frozenset({("request-alternative-changed", "body:a")}))


def test_a_part_that_a_removal_emptied_is_named_where_it_is_a_subject() -> None:
    gone = frozenset({("error-status-removed", "status:429")})
    assert is_named(Kind.REMOVE, frozenset({"429:error", "status:429"}), gone)
    assert not is_named(Kind.REMOVE, frozenset({"429:error"}), gone)


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in HARMLESS])
def test_every_planted_kind_has_rules_in_the_table(kind: Kind) -> None:
    assert any(is_named(kind, FIELD, frozenset({(rule.id, "body:a.b")})) for rule in RULES if "-alternative-" not in rule.id)
