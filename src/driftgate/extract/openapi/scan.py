"""JSON inside other text: script sources, attribute values, strings. Found by its marks, read by the strict loader, never run."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from driftgate.extract.openapi.load import MAX_CHARACTERS, RefusedError, load_json_at

#: How many places of one page may be tried: pages hold a few.
MOST_PLACES = 64
MOST_VALUES = 200_000

#: The start of a document, and of the wrappers in which platforms put one. Group 0 ends just before the value.
_STARTS = re.compile(
    r"""(?=\{\s*["']?(?:openapi|swagger)["']?\s*:\s*["'][23]\.)"""
    r"""|(?:__redoc_state|__redoc_definition|__NEXT_DATA__|__INITIAL_STATE__|__APOLLO_STATE__)\s*=\s*(?=\{)"""
    r"""|["']?(?:swaggerDoc|spec|content|definition|oasDefinition)["']?\s*[:=]\s*(?=\{\s*")"""
)
_NESTED = re.compile(r"""\s*\{\s*"(?:openapi|swagger|info|paths|components|servers)"\s*:""")


def documents_in_text(text: str) -> Iterator[Mapping[str, object]]:
    """Every OpenAPI document that stands as JSON in a text, wrapped in other data or not, each once.

    Raises RefusedError where a value with a document's marks breaks a limit of the loader.
    """
    position = 0
    for _ in range(MOST_PLACES):
        start = _STARTS.search(text, position)
        if start is None:
            return
        try:
            data, position = load_json_at(text, start.end())
        except json.JSONDecodeError:
            position = start.end() + 1
            continue
        yield from documents_in(data)


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


__all__ = ["RefusedError", "documents_in", "documents_in_text", "is_whole"]
