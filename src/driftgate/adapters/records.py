"""One line of a run's index: which document was asked for and what came of it. The body is named by its digest."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any

from driftgate.extract.page import Page, Unread, Unreadable


@dataclass(frozen=True, slots=True)
class Key:
    """What was asked. again: a second look past every cache."""

    url: str
    accept: str = ""
    again: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """outcome: a page without its body, or why there is none; sha256: of its body; body_at: when the server last sent the
    body itself, ISO 8601 in UTC (a confirmation by status 304 leaves it as it was)."""

    key: Key
    outcome: Page | Unread
    sha256: str = ""
    body_at: str = ""


def record_of(key: Key, outcome: Page | Unread, body_at: str) -> Record:
    """The record of an outcome."""
    if isinstance(outcome, Unread):
        return Record(key, outcome)
    return Record(key, replace(outcome, body=b""), outcome.sha256, body_at)


def page_of(page: Page, body: bytes, sha256: str) -> Page:
    """The page of a record with its body, whose digest was checked."""
    return proven(replace(page, body=body), sha256)


def proven(page: Page, sha256: str) -> Page:
    """The page, knowing its digest already: a night of unchanged pages hashes each only once."""
    vars(page)["sha256"] = sha256
    return page


def line_of(record: Record) -> str:
    """A record as one line of JSON."""
    key, outcome = record.key, record.outcome
    said = {name: value for name, value in vars(outcome).items() if value and name not in ("body", "sha256")}
    line = {"key": [key.url, key.accept, key.again], "page" if record.sha256 else "unread": said}
    if record.sha256:
        line |= {"sha256": record.sha256, "body_at": record.body_at}
    return json.dumps(line, separators=(",", ":"))


def record_from(line: str) -> Record | None:
    """The record of a line, or None for a line that is damaged or says something impossible."""
    try:
        data = json.loads(line)
        url, accept, again = data["key"]
        key = Key(_text(url), _text(accept), again is True)
        if "unread" in data:
            return Record(key, _unread(data["unread"]))
        return Record(key, _page(data["page"]), _text(data["sha256"]), _text(data["body_at"]))
    except (ValueError, TypeError, KeyError, RecursionError):
        return None


def _page(data: dict[str, Any]) -> Page:
    links = tuple((_text(relation), _text(kind), _text(target)) for relation, kind, target in data.pop("links", ()))
    status, moved = data.pop("status"), data.pop("moved_permanently", False)
    words = {name: _text(value) for name, value in data.items()}
    return Page(**{"media_type": "", **words}, body=b"", status=int(status), moved_permanently=moved is True, links=links)


def _unread(data: dict[str, Any]) -> Unread:
    status = data.get("status")
    reason = Unreadable(data["reason"])
    return Unread(_text(data["url"]), reason, _text(data.get("detail", "")), None if status is None else int(status))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value
