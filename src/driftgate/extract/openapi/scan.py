"""JSON inside other text: script sources, attribute values, strings. Found by its marks, read by the strict loader, never run."""

from __future__ import annotations

import json
import re
import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from driftgate.extract.openapi.load import CONTAINERS, MAX_CHARACTERS, load_json_at

#: How many places of one page may be tried: pages hold a few.
MOST_PLACES = 64
MOST_VALUES = 200_000

#: Words before which, or after which, a document begins; literal, since pages are large and most hold none of them.
VERSION_KEYS = ("openapi", "swagger")
_HOLDERS = ("__redoc_state", "__redoc_definition", "__NEXT_DATA__", "__INITIAL_STATE__")
_KEYS = ("swaggerDoc", "oasDefinition", "spec", "content", "definition")
#: A quote as it stands in a script, in a string inside it, or in an attribute.
_QUOTE = r"""(?:\\{0,15}(?:["']|&#34;|&quot;))?"""
#: What follows the key of a version; most of the words that are found are parts of class words and go on otherwise.
_VERSION = re.compile(rf"(?![\w-]){_QUOTE}\s{{0,9}}:\s{{0,9}}{_QUOTE}[23]\.")
_BEFORE_FIRST_KEY = re.compile(r"""\{\s*["']?\Z""")
_ASSIGNED = re.compile(r"""["']?\s{0,9}[:=]\s{0,9}(?=\{\s{0,99}")""")
_NESTED = re.compile(r"""\s*\{\s*"(?:openapi|swagger|info|paths|components|servers)"\s*:""")


def documents_in_text(text: str, marks: Sequence[int] | None = None) -> Iterator[Mapping[str, object]]:
    """Every OpenAPI document that stands as JSON in a text, wrapped in other data or not; one may come twice.
    marks: where its version marks stand, if that is known.

    Most begin with their version, and are read alone; only where that leaves a version over, what could hold it is.
    Raises RefusedError where a value with a document's marks breaks a limit of the loader.
    """
    marks = versions(text) if marks is None else marks
    scan = _Scan(text)
    yield from scan.documents(start for mark in marks if (start := _start_before(text, mark)) is not None)
    if any(not scan.has_read(mark) for mark in marks):
        yield from scan.documents(_holders(text))


def has_version(text: str) -> bool:
    """Whether the version mark of an OpenAPI document stands in a text, escaped or not."""
    return next(_versions(text), None) is not None


def versions(text: str) -> list[int]:
    """Where the version marks of documents stand, in order."""
    return sorted(_versions(text))


def _versions(text: str) -> Iterator[int]:
    for word in VERSION_KEYS:
        yield from (at for at in _all(text, word, 0, len(text)) if _VERSION.match(text, at + len(word)))


def _start_before(text: str, mark: int) -> int | None:
    """Where the document begins whose first key is a version mark."""
    before = _BEFORE_FIRST_KEY.search(text, max(0, mark - 99), mark)
    return before.start() if before else None


def _holders(text: str) -> list[int]:
    """Where values begin that may hold a document, in order."""
    words = _HOLDERS + _KEYS
    found = [_ASSIGNED.match(text, at + len(word)) for word in words for at in _all(text, word, 0, len(text))]
    return sorted(match.end() for match in found if match)


@dataclass(slots=True)
class _Scan:
    """One text being read. spans: where the values stand that were read; tried: how many places were."""

    text: str
    spans: list[tuple[int, int]] = field(default_factory=list)
    tried: int = 0

    def documents(self, starts: Iterable[int]) -> Iterator[Mapping[str, object]]:
        end = 0
        for start in starts:
            if start < end or self.tried >= MOST_PLACES:
                continue
            self.tried += 1
            try:
                data, end = load_json_at(self.text, start)
            except json.JSONDecodeError:
                continue
            self.spans.append((start, end))
            yield from documents_in(data)

    def has_read(self, place: int) -> bool:
        at = bisect_right(self.spans, (place, sys.maxsize)) - 1
        return at >= 0 and place < self.spans[at][1]


def _all(text: str, word: str, start: int, end: int) -> Iterator[int]:
    found = text.find(word, start, end)
    while found >= 0:
        yield found
        found = text.find(word, found + len(word), end)


def documents_in(data: object) -> Iterator[Mapping[str, object]]:
    """Every OpenAPI document inside data: values that are one, and strings that hold one as JSON."""
    waiting, seen = [data], 0
    while waiting and seen < MOST_VALUES:
        value = waiting.pop()
        if isinstance(value, dict) and is_whole(value):
            yield value
        elif isinstance(value, dict | list):
            below = value if isinstance(value, list) else value.values()
            seen += len(below)
            waiting += [
                child for child in below if type(child) in CONTAINERS or (type(child) is str and child.lstrip()[:1] == "{")
            ]
        elif isinstance(value, str) and _NESTED.match(value) and len(value) < MAX_CHARACTERS:
            with suppress(json.JSONDecodeError):
                waiting.append(load_json_at(value, 0)[0])


def is_whole(value: Mapping[str, object]) -> bool:
    """Whether data is a whole OpenAPI document, and not only the word."""
    if not isinstance(value.get("paths"), dict):
        return False
    version = value.get("openapi", value.get("swagger"))
    return isinstance(version, str) and version[:2] in ("2.", "3.")
