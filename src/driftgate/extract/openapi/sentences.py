"""What only the description of a schema or parameter states: a default, a limit, a set of values, a deprecation."""

from __future__ import annotations

from driftgate.contract import Field, Source
from driftgate.extract.draft import with_facts
from driftgate.extract.openapi.view import Expression, Located
from driftgate.extract.prose.mined import filled

#: A schema lists what it requires: a sentence that says so as well adds nothing, and one where no list is says too little.
_LISTED = ("required",)


def with_sentences(field: Field, raw: object) -> Field:
    """The field with the facts that only its description states. raw: the schema or parameter that describes it."""
    described = raw.get("description") if isinstance(raw, dict) else None
    if not isinstance(described, str):
        return field
    facts, sources = filled(field.facts, described, field.source or Source(), without=_LISTED)
    return with_facts(field, facts, sources) if sources else field


def own_words(expression: Expression) -> object:
    """The one schema whose description speaks for a whole expression; None where each of several alternatives has its own."""
    return expression.raw if isinstance(expression, Located) else None
