"""What only the description of a schema or parameter states: a default, a limit, a set of values, a deprecation."""

from __future__ import annotations

from collections.abc import Mapping

from driftgate.contract import Facts, Source
from driftgate.extract.prose.mined import filled

#: A schema lists what it requires: a sentence that says so as well adds nothing, and one where no list is says too little.
_LISTED = ("required",)


def with_sentences(facts: Facts, raw: object, near: Source) -> tuple[Facts, Mapping[str, Source]]:
    """The facts with those that only a description states, and where these stand. raw: what is described, near: where it is."""
    described = raw.get("description") if isinstance(raw, dict) else None
    return filled(facts, described, near, without=_LISTED) if isinstance(described, str) else (facts, {})
