"""JSON inside other text: script sources, attribute values, strings. Found by its marks, read by the strict loader, never run."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from driftgate.extract.openapi.load import MAX_CHARACTERS, load_json_at

#: How many places of one page may be tried: pages hold a few.
MOST_PLACES = 64
MOST_VALUES = 200_000

#: Words before which, or after which, a document begins; literal, since pages are large and most hold none of them.
_FIRST_KEYS = ("openapi", "swagger")
_HOLDERS = ("__redoc_state", "__redoc_definition", "__NEXT_DATA__", "__INITIAL_STATE__")
_KEYS = ("swaggerDoc", "oasDefinition", "spec", "content", "definition")
#: Behind one of the first keys: it is part of a longer name, as in thousands of class words.
_GOES_ON = "-_"
_VERSION = re.compile(r"""(?:\\?["']|&#34;|&quot;)?\s{0,9}:\s{0,9}(?:\\?["']|&#34;|&quot;)?[23]\.""")
_BEFORE_FIRST_KEY = re.compile(r"""\{\s*["']?\Z""")
_ASSIGNED = re.compile(r"""["']?\s{0,9}[:=]\s{0,9}(?=\{\s{0,99}")""")
_NESTED = re.compile(r"""\s*\{\s*"(?:openapi|swagger|info|paths|components|servers)"\s*:""")


def documents_in_text(text: str) -> Iterator[Mapping[str, object]]:
    """Every OpenAPI document that stands as JSON in a text, wrapped in other data or not, each once.

    Raises RefusedError where a value with a document's marks breaks a limit of the loader.
    """
    end = 0
    tried = 0
    for start in _starts(text):
        if start < end or tried >= MOST_PLACES:
            continue
        tried += 1
        try:
            data, end = load_json_at(text, start)
        except json.JSONDecodeError:
            continue
        yield from documents_in(data)


def has_version(text: str) -> bool:
    """Whether the version mark of an OpenAPI document stands in a text, escaped or not."""
    for word in _FIRST_KEYS:
        found = text.find(word)
        while found >= 0:
            end = found + len(word)
            if text[end : end + 1] not in _GOES_ON and _VERSION.match(text, end):
                return True
            found = text.find(word, end)
    return False


def _starts(text: str) -> list[int]:
    """Where a value may begin that is a document or holds one, in order."""
    starts = []
    for word in _FIRST_KEYS:
        for found in _all(text, word):
            before = _BEFORE_FIRST_KEY.search(text, max(0, found - 99), found)
            if before and _VERSION.match(text, found + len(word)):
                starts.append(before.start())
    for word in _HOLDERS + _KEYS:
        starts += [match.end() for found in _all(text, word) if (match := _ASSIGNED.match(text, found + len(word)))]
    return sorted(starts)


def _all(text: str, word: str) -> Iterator[int]:
    found = text.find(word)
    while found >= 0:
        yield found
        found = text.find(word, found + len(word))


def documents_in(data: object) -> Iterator[Mapping[str, object]]:
    """Every OpenAPI document inside data: values that are one, and strings that hold one as JSON."""
    waiting, seen = [data], 0
    while waiting and seen < MOST_VALUES:
        value = waiting.pop()
        seen += 1
        if isinstance(value, Mapping):
            if is_whole(value):
                yield value
            else:
                waiting += value.values()
        elif isinstance(value, list):
            waiting += value
        elif isinstance(value, str) and _NESTED.match(value) and len(value) < MAX_CHARACTERS:
            try:
                waiting.append(load_json_at(value, 0)[0])
            except json.JSONDecodeError:
                continue


def is_whole(value: Mapping[str, object]) -> bool:
    """Whether data is a whole OpenAPI document, and not only the word."""
    version = value.get("openapi", value.get("swagger"))
    return isinstance(version, str) and version[:2] in ("2.", "3.") and isinstance(value.get("paths"), Mapping)
