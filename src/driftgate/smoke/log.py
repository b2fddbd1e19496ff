"""The sanitized smoke log: one JSON object a line, a closed set of keys, searched before it may be written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import asdict, fields, replace
from datetime import datetime

from driftgate.errors import SafetyStop, UsageError
from driftgate.smoke.credential import Secret
from driftgate.smoke.model import SmokeLine
from driftgate.smoke.search import exposes, looks_secret

KEYS = tuple(field.name for field in fields(SmokeLine))

LONGEST_NOTE = 500

#: Stands in the notes of a line that was written before a request was sent.
INTENT = "about to be sent; no result yet"

_UNSAFE = re.compile(r"[^a-z0-9_-]+")
_ONE_LINE = re.compile(r"[^\x00-\x1f\x7f-\x9f\u2028\u2029]*")


def run_id(target: str, at: datetime, random: str) -> str:
    """``<target>-smoke-YYYYMMDD-<random>``, safe as a file name."""
    return f"{_UNSAFE.sub('-', target.lower()).strip('-')}-smoke-{at:%Y%m%d}-{random}"


def note(text: str) -> str:
    """An operator's note as it may stand in the log. Raises UsageError for one that is too long or no single line."""
    if len(text) > LONGEST_NOTE or not _ONE_LINE.fullmatch(text):
        raise UsageError("the operator's note cannot be logged", why=f"it must be one line of at most {LONGEST_NOTE} characters")
    return text


def finished(line: SmokeLine, secret: Secret | None) -> str:
    """The line's text, without newline, searched: ``credential_exposed`` is what the search found.

    Raises SafetyStop where it found a credential; the line must then not be written.
    """
    text = json.dumps(asdict(replace(line, credential_exposed=False)), ensure_ascii=True)
    if exposes(text, secret) or looks_secret(text):
        raise SafetyStop(
            "a line of the smoke log would have held a credential",
            where=f"request case {line.request_case}",
            why="the finished line was searched and something was found; nothing was written",
            advice="look at the operator's note, the environment's name and the URLs in the configuration",
        )
    return text


def unfinished(lines: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Run id and case of each request that was about to be sent and has no result: its outcome is not known.

    Lines that are no smoke lines (a torn last line) are passed over.
    """
    open_cases: dict[tuple[str, str], None] = {}
    for text in lines:
        try:
            line = json.loads(text)
            key = str(line["run_id"]), str(line["request_case"])
        except (ValueError, KeyError, TypeError, RecursionError):
            continue
        if line.get("operator_notes") == INTENT and line.get("http_status") is None:
            open_cases[key] = None
        else:
            open_cases.pop(key, None)
    return tuple(open_cases)
