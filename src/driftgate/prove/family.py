"""Which rules tell of a planted change for what it is, and at which subjects: one family of rules for each kind."""

from __future__ import annotations

import re
from collections.abc import Mapping

from driftgate.prove.mutation import Kind

#: A drift as it counts here: its rule and its subject.
Told = tuple[str, str]

#: What is said of a field whose name is gone while fields inside it still stand.
_GONE = r"-(?:renamed|removed|type-unstated|requiredness-(?:un)?stated)$"

#: Rule ids by what is planted.
_FAMILIES: Mapping[Kind, re.Pattern[str]] = {
    Kind.RENAME: re.compile(_GONE),
    Kind.REMOVE: re.compile(_GONE),
    Kind.ADD_REQUIRED: re.compile(r"-added(?:-required)?$"),
    Kind.REQUIRED: re.compile(r"-(?:became-(?:required|optional)|requiredness-(?:un)?stated)$"),
    Kind.TYPE: re.compile(r"-type-(?:changed|widened|narrowed|stated|unstated)$"),
    Kind.ENUM: re.compile(r"-(?:enum|const)-"),
    Kind.DEPRECATE: re.compile(r"^(?:field|operation)-deprecated$"),
    Kind.PATH: re.compile(r"^operation-(?:path-changed|removed)$"),
    Kind.METHOD: re.compile(r"^operation-(?:method-changed|removed)$"),
}

#: Rules about a schema inside a field: whatever moves in there is theirs.
_INSIDE = re.compile(r"-(?:alternative|any-of|part|condition|tuple-item)-")


def is_named(kind: Kind, subjects: frozenset[str], drifts: frozenset[Told]) -> bool:
    """Whether a drift of the right family is at one of the subjects, or at a field right above or below it."""
    return any(
        (one == at or below(one, at) or below(at, one)) and (_FAMILIES[kind].search(rule) or _INSIDE.search(rule))
        for rule, at in drifts
        for one in subjects
    )


def below(inner: str, outer: str) -> bool:
    """Whether a key is a descendant of another: ``body:a[].b`` is below ``body:a``."""
    return inner.startswith((f"{outer}.", f"{outer}[]"))
