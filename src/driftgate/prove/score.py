"""How many planted changes the gate catches, and how many harmless ones it would have cried about."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from driftgate.prove.mutation import Mutation

#: What the gate says of a mutated page: the subjects of its drifts, and whether it is clean.
Judgement = Callable[[str], tuple[frozenset[str], bool]]


@dataclass(frozen=True, slots=True)
class Attempt:
    """One mutation, and whether it was caught (harmful) or cried about (harmless); named: with the right field."""

    mutation: Mutation
    noticed: bool
    named: bool


@dataclass(frozen=True, slots=True)
class Score:
    """The mutation score of one target."""

    attempts: tuple[Attempt, ...]

    @property
    def planted(self) -> int:
        return sum(attempt.mutation.harmful for attempt in self.attempts)

    @property
    def caught(self) -> int:
        return sum(attempt.mutation.harmful and attempt.noticed for attempt in self.attempts)

    @property
    def named(self) -> int:
        return sum(attempt.mutation.harmful and attempt.named for attempt in self.attempts)

    @property
    def harmless(self) -> int:
        return len(self.attempts) - self.planted

    @property
    def false_alarms(self) -> int:
        return sum(not attempt.mutation.harmful and attempt.noticed for attempt in self.attempts)

    @property
    def misses(self) -> tuple[Attempt, ...]:
        """The attempts that did not go as they should, harmful ones first."""
        wrong = [attempt for attempt in self.attempts if attempt.mutation.harmful is not attempt.noticed]
        unnamed = [a for a in self.attempts if a.mutation.harmful and a.noticed and not a.named]
        return (*sorted(wrong, key=lambda attempt: not attempt.mutation.harmful), *unnamed)


def score(mutations: Iterable[Mutation], judge: Judgement) -> Score:
    """Puts every mutation before the gate."""
    return Score(tuple(_attempt(mutation, judge) for mutation in mutations))


def _attempt(mutation: Mutation, judge: Judgement) -> Attempt:
    subjects, clean = judge(mutation.text)
    return Attempt(mutation, noticed=not clean, named=not clean and is_named(mutation.subjects, subjects))


def is_named(wanted: frozenset[str], subjects: frozenset[str]) -> bool:
    """Whether a drift names one of the fields, or a field right above or below it."""
    return any(one == other or below(one, other) or below(other, one) for one in wanted for other in subjects)


def below(inner: str, outer: str) -> bool:
    """Whether a key is a descendant of another: ``body:a[].b`` is below ``body:a``."""
    return inner.startswith((f"{outer}.", f"{outer}[]"))
