"""Recorded bodies as JSON documents: plain JSON, JSON lines of a stream, or the names of a form. Anything else is nothing."""

from __future__ import annotations

import base64
import json
from urllib.parse import parse_qsl

#: Beyond this a single recorded body is not looked at.
MOST_CHARS = 32 * 1024 * 1024
MOST_EVENTS = 10_000

FORM = "application/x-www-form-urlencoded"
STREAM = "text/event-stream"


def plain_type(media_type: object) -> str:
    """``Application/JSON; charset=utf-8`` as ``application/json``; empty for what is no text."""
    return media_type.split(";", 1)[0].strip().lower() if isinstance(media_type, str) else ""


def parsed(text: str) -> object:
    """JSON of any depth and content. Raises ValueError, whatever is wrong."""
    try:
        return json.loads(text)
    except RecursionError:
        raise ValueError("nested too deeply") from None


def documents(text: str, media_type: str) -> tuple[object, ...]:
    """The JSON documents in a body; none where it is not JSON."""
    if not text or len(text) > MOST_CHARS:
        return ()
    if media_type == STREAM:
        return _events(text)
    try:
        return (parsed(text),)
    except ValueError:
        return ()


def _events(text: str) -> tuple[object, ...]:
    """The data of server-sent events that is JSON; ``[DONE]`` and the like are not."""
    found: list[object] = []
    for line in text.splitlines()[: MOST_EVENTS * 4]:
        if line.startswith("data:"):
            found += [event for event in documents(line[5:].strip(), "") if isinstance(event, dict)]
    return tuple(found[:MOST_EVENTS])


def form_names(text: str) -> tuple[str, ...]:
    """The field names of a URL-encoded form."""
    try:
        return tuple(dict.fromkeys(name for name, _ in parse_qsl(text[:MOST_CHARS], keep_blank_values=True, max_num_fields=1000)))
    except ValueError:
        return ()


def text_of(content: object, *, is_base64: bool = False) -> str:
    """A recorded body as text; empty for one that is compressed, binary or missing."""
    data = content.encode("utf-8", "replace") if isinstance(content, str) else content
    if not isinstance(data, bytes) or len(data) > MOST_CHARS:
        return ""
    try:
        return (base64.b64decode(data, validate=False) if is_base64 else data).decode("utf-8")
    except ValueError:
        return ""
