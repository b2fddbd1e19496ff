"""The sentence that states a union: "Can be a string or an array of strings"."""

from __future__ import annotations

import re

from driftgate.contract.types import array_of, union

_WORDS = {"text": "string", "list": "array", "dictionary": "object", "map": "object"}
_KIND = (
    r"(?:an? )?(?:(?:single|plain|simple) )?(string|text|number|integer|boolean|object|array|list|dictionary|map)s?"
    r"(?: of (\w{3,20}))?\b"
)
#: ``can be`` keeps out what a sentence only mentions: "pass a string or an array of ids to …" says nothing of this field
SENTENCE = re.compile(rf"\b(?:can|may|must) be (?:either )?{_KIND}(?:[^.;:\n()]{{0,40}}?),? or {_KIND}", re.IGNORECASE)


def union_told(match: re.Match[str]) -> str | None:
    """The union of the two types that a sentence names, None where they are one.

    >>> union_told(SENTENCE.search("Can be a string or an array of strings."))
    'string | array<string>'
    """
    first, second = _kind(match[1], match[2]), _kind(match[3], match[4])
    return union((first, second)) if first != second else None


def _kind(word: str, items: str | None) -> str:
    kind = _WORDS.get(word.lower(), word.lower())
    if kind != "array":
        return kind
    item = (items or "").lower().removesuffix("s")
    return array_of(_WORDS.get(item, item) if item in ("string", "number", "integer", "boolean") else None)
