"""The mutation score."""

from __future__ import annotations

from driftgate.prove.mutation import Kind, Mutation
from driftgate.prove.score import Judged, Score, score

FIELD = Mutation(Kind.TYPE, (), frozenset({"body:a.b"}))
PROSE = Mutation(Kind.PROSE, ())


def one(mutation: Mutation, judged: Judged) -> Score:
    return score([mutation], lambda _: judged)


def test_a_change_that_leaves_the_gate_open_is_a_miss() -> None:
    found = one(FIELD, Judged())
    assert (found.planted, found.caught, found.named, len(found.misses)) == (1, 0, 0, 1)


def test_a_drift_by_the_right_rule_at_the_field_names_it() -> None:
    changed, renamed = ("request-type-changed", "body:a.b"), ("request-field-renamed", "body:a.b")
    assert [one(FIELD, Judged(frozenset({drift}))).named for drift in (changed, renamed)] == [1, 0]
    assert one(FIELD, Judged(frozenset({renamed, changed}))).misses == ()


def test_a_drift_at_a_harmless_change_names_nothing() -> None:
    assert one(PROSE, Judged(frozenset({("request-type-changed", "body:a.b")}))).named == 0


def test_a_reason_that_names_the_field_counts_as_named() -> None:
    assert one(FIELD, Judged(reasons=("body:a.b still stands on the page",))).named == 1
    assert one(FIELD, Judged(reasons=("the page shrank",))).named == 0
    whole = Mutation(Kind.REMOVE, (), frozenset({"body:a", "body"}))
    assert one(whole, Judged(reasons=("the body is smaller",))).named == 0


def test_any_word_about_a_harmless_change_is_a_false_alarm() -> None:
    assert (one(PROSE, Judged()).false_alarms, one(PROSE, Judged(reasons=("x",))).false_alarms) == (0, 1)


def test_with_nothing_planted_the_share_is_whole() -> None:
    assert (score([], lambda _: Judged()).share, one(PROSE, Judged()).planted) == (1.0, 0)
