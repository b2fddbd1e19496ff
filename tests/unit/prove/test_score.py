"""The mutation score."""

from __future__ import annotations

import pytest

from driftgate.prove.mutation import Kind, Mutation
from driftgate.prove.score import Judged, Score, score

FIELD = Mutation(Kind.TYPE, (), frozenset({"body:a.b"}))
PROSE = Mutation(Kind.PROSE, ())


def one(mutation: Mutation, judged: Judged) -> Score:
    return score([mutation], lambda _: judged)


def test_a_change_that_leaves_the_gate_open_is_a_miss() -> None:
    found = one(FIELD, Judged())
    assert (found.planted, found.caught, found.named, len(found.misses)) == (1, 0, 0, 1)


def test_a_drift_at_the_field_or_right_above_or_below_it_names_it() -> None:
    named = [one(FIELD, Judged(frozenset({key}))).named for key in ("body:a.b", "body:a", "body:a.b.c", "body:c", "200:a.b")]
    assert named == [1, 1, 1, 0, 0]


def test_a_reason_that_names_the_field_counts_as_named() -> None:
    assert one(FIELD, Judged(reasons=("body:a.b still stands on the page",))).named == 1
    assert one(FIELD, Judged(reasons=("the page shrank",))).named == 0


def test_any_word_about_a_harmless_change_is_a_false_alarm() -> None:
    assert (one(PROSE, Judged()).false_alarms, one(PROSE, Judged(reasons=("x",))).false_alarms) == (0, 1)


def test_with_nothing_planted_the_share_is_whole() -> None:
    assert (score([], lambda _: Judged()).share, one(PROSE, Judged()).planted) == (1.0, 0)


@pytest.mark.parametrize(
    ("subject", "named"), [("body", 1), ("body:$", 1), ("status:body", 1), ("status:200", 0), ("200:$", 0), ("bod", 0)]
)
def test_a_drift_at_the_whole_place_of_a_field_names_it(subject: str, named: int) -> None:
    assert one(FIELD, Judged(frozenset({subject}))).named == named
