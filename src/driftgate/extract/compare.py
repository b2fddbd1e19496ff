"""Where two readings of the same operation disagree: the docs contradict themselves.

Two sources rarely say equally much, so silence is never a disagreement; only two statements that cannot both be true are.
"""

from __future__ import annotations

from collections.abc import Iterator

from driftgate.contract import Contract, Field
from driftgate.contract.types import members_of
from driftgate.extract.extraction import Contradiction

#: Facts on which two sources may be held against each other. Prose-like facts (format, default spellings) are left out:
#: platforms print them differently without meaning anything else.
COMPARED = ("required", "type", "minimum", "maximum", "deprecated")


def disagreements(used: Contract, other: Contract) -> Iterator[Contradiction]:
    """Every fact that both state, of fields that both have, and state differently."""
    for key, field in used.fields.items():
        twin = other.fields.get(key)
        if twin is not None:
            yield from between(field, twin)


def between(used: Field, other: Field) -> Iterator[Contradiction]:
    """Every fact that two statements of one field state differently."""
    for fact in COMPARED:
        if fact not in used.facts or fact not in other.facts or _compatible(fact, used, other):
            continue
        yield Contradiction(
            used.key, fact, str(used.facts[fact]), str(other.facts[fact]), used.source or None, other.source or None
        )


def _compatible(fact: str, used: Field, other: Field) -> bool:
    if fact == "type":
        return bool(_bases(used.type) & _bases(other.type))
    if fact == "required" and (used.flag("conditional") or other.flag("conditional")):
        return True
    return used.facts[fact] == other.facts[fact]


def _bases(name: str | None) -> set[str]:
    return {member.split("<", 1)[0] for member in members_of(name or "")}
