"""How many planted changes the gate catches, and how many harmless ones it would have cried about."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from driftgate.prove.family import Told, is_named
from driftgate.prove.mutation import Mutation


@dataclass(frozen=True, slots=True)
class Judged:
    """What the gate says of mutated pages. drifts: their rules and subjects; reasons: why it could not verify, if so."""

    drifts: frozenset[Told] = frozenset()
    reasons: tuple[str, ...] = ()

    @property
    def clean(self) -> bool:
        return not self.drifts and not self.reasons


#: A gate: takes a mutation, plants it wherever the docs say the same thing, and judges.
Gate = Callable[[Mutation], Judged]


@dataclass(frozen=True, slots=True)
class Attempt:
    """One mutation, and whether it was caught (harmful) or cried about (harmless); named: by the right rule and field."""

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
    def share(self) -> float:
        """The share of planted changes that were caught; 1 where none could be planted."""
        return self.caught / self.planted if self.planted else 1.0

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


def score(mutations: Iterable[Mutation], gate: Gate) -> Score:
    """Puts every mutation before the gate."""
    return Score(tuple(_attempt(mutation, gate(mutation)) for mutation in mutations))


def _attempt(mutation: Mutation, judged: Judged) -> Attempt:
    named = mutation.harmful and (
        is_named(mutation.kind, mutation.subjects, judged.drifts) or _is_told(mutation.subjects, judged.reasons)
    )
    return Attempt(mutation, noticed=not judged.clean, named=named)


def _is_told(wanted: frozenset[str], reasons: tuple[str, ...]) -> bool:
    """Whether a reason for not verifying names the field, or the operation that was not found."""
    return any(key in reason for key in wanted if ":" in key for reason in reasons) or ("operation" in wanted and bool(reasons))
