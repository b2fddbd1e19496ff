"""Which JSON types of value each fact speaks of: a limit of texts says nothing of a number."""

from __future__ import annotations

from collections.abc import Mapping

from driftgate.contract.types import NUMERIC

_STRING = frozenset(("string",))
_ARRAY = frozenset(("array",))
_OBJECT = frozenset(("object",))

#: A fact that is not listed speaks of every value.
APPLIES: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(("minimum", "maximum", "exclusive_minimum", "exclusive_maximum", "multiple_of"), NUMERIC),
    **dict.fromkeys(("min_length", "max_length", "pattern"), _STRING),
    **dict.fromkeys(("content_media_type", "content_encoding", "content_schema"), _STRING),
    "format": _STRING | NUMERIC,
    **dict.fromkeys(("min_items", "max_items", "unique_items", "prefix_items", "unevaluated_items"), _ARRAY),
    **dict.fromkeys(("contains", "min_contains", "max_contains"), _ARRAY),
    **dict.fromkeys(("min_properties", "max_properties", "additional", "property_names", "pattern_properties"), _OBJECT),
    **dict.fromkeys(("dependent_required", "dependent_schemas", "unevaluated_properties"), _OBJECT),
}


def applies(name: str, kinds: frozenset[str] | None) -> bool:
    """Whether a fact can speak of a value of these kinds; None: they are not known."""
    return kinds is None or name not in APPLIES or bool(APPLIES[name] & kinds)
