"""Suspects renames: a field went and a like one came, in the same place under the same parent."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from driftgate.contract import Field
from driftgate.contract.paths import parent_path

#: How alike two names must be, 0 to 1.
ALIKE = 0.6
#: More candidates than this under one parent is a rewrite, not a rename, and would cost quadratic time.
MOST_CANDIDATES = 30
#: Longer names are compared as they are: likeness costs the product of their lengths.
LONGEST_NAME = 100
#: Facts that say what a field holds; a rename keeps them.
_IDENTITY = ("type", "format", "enum", "const")

Pair = tuple[Field, Field]


def renames(removed: Iterable[Field], added: Iterable[Field]) -> tuple[Pair, ...]:
    """The pairs (before, after) that look like one field under two names; each field is in one pair at most."""
    gone, come = _by_parent(removed), _by_parent(added)
    pairs: list[Pair] = []
    for where in gone.keys() & come.keys():
        pairs += _best_pairs(gone[where], come[where])
    return tuple(pairs)


def likeness(before: str, after: str) -> float:
    """How alike two names are, 0 to 1; spelling conventions (``maxTokens``, ``max_tokens``) do not count."""
    old, new = _words(before), _words(after)
    if old == new:
        return 1.0
    if max(len(before), len(after)) > LONGEST_NAME:
        return 0.0
    shared = len(set(old) & set(new)) / max(len(set(old) | set(new)), 1)
    return max(shared, SequenceMatcher(None, "".join(old), "".join(new)).ratio())


def _by_parent(fields: Iterable[Field]) -> dict[tuple[str, ...], list[Field]]:
    groups: dict[tuple[str, ...], list[Field]] = defaultdict(list)
    for field in fields:
        if field.place != "path":  # the names of path variables mean nothing
            groups[field.place, field.media_type, str(field.in_header), parent_path(field.path)].append(field)
    return groups


def _best_pairs(gone: Sequence[Field], come: Sequence[Field]) -> list[Pair]:
    if max(len(gone), len(come)) > MOST_CANDIDATES:
        return []
    scored = [(likeness(old.name, new.name), old, new) for old in gone for new in come if _alike(old, new)]
    scored = [entry for entry in scored if entry[0] >= ALIKE]
    scored.sort(key=lambda entry: (-entry[0], entry[1].key, entry[2].key))
    pairs: list[Pair] = []
    taken: set[str] = set()
    for _, old, new in scored:
        if old.key not in taken and new.key not in taken:
            taken |= {old.key, new.key}
            pairs.append((old, new))
    return pairs


def _alike(old: Field, new: Field) -> bool:
    return all(old.facts.get(name) == new.facts.get(name) for name in _IDENTITY)


def _words(name: str) -> tuple[str, ...]:
    spaced = re.sub(r"([a-z0-9])([A-Z])", r"\1 \2", name)
    return tuple(word for word in re.split(r"[^0-9A-Za-z\u0080-\uffff]+", spaced.lower()) if word)
