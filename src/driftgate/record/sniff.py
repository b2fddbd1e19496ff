"""Which kind of recording a file holds, from what is in it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from driftgate.errors import UsageError
from driftgate.record.cassette import client_from_cassette
from driftgate.record.exchange import Recording, Scope
from driftgate.record.har import client_from_har
from driftgate.record.pair import client_from_pair

_CASSETTE = re.compile(r"^(?:interactions|http_interactions|recorded_with):", re.MULTILINE)


def client_from(text: str, scope: Scope, where: str) -> Recording:
    """The client contract in a HAR file, a VCR cassette, or an example: a JSON object with the bodies ``request``,
    ``response`` and maybe ``error``. Raises UsageError for anything else."""
    data = _object(text)
    if "log" in data:
        return client_from_har(text, scope, where)
    if "request" in data:
        bodies = {name: json.dumps(data[name]) for name in ("request", "response", "error") if name in data}
        return client_from_pair(bodies["request"], bodies.get("response", ""), scope, error=bodies.get("error", ""))
    if "interactions" in data or "http_interactions" in data or _CASSETTE.search(text):
        return client_from_cassette(text, scope, where)
    raise UsageError(
        "the file is no recording that driftgate knows",
        where=where,
        why="known: a HAR file, a VCR cassette, or JSON with 'request', 'response' and maybe 'error' bodies",
        advice="export a HAR from the browser or proxy, or write an example by hand",
    )


def _object(text: str) -> Mapping[str, Any]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}
