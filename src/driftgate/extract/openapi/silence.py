"""What OpenAPI has no words for: that the docs do not say whether something is required. Its own silence means "not required"."""

from __future__ import annotations

from collections.abc import Mapping

#: The extension that holds what driftgate knows and OpenAPI cannot say.
BESIDES = "x-driftgate"

_SILENT: Mapping[str, object] = {"required": "not stated"}


def silent(raw: Mapping[str, object]) -> dict[str, object]:
    """A schema, parameter or body of which nobody says whether it is required."""
    known = raw.get(BESIDES)
    return {**raw, BESIDES: {**(known if isinstance(known, dict) else {}), **_SILENT}}


def is_silent(raw: object) -> bool:
    """Whether driftgate wrote it, of docs that do not say whether it is required."""
    known = raw.get(BESIDES) if isinstance(raw, dict) else None
    return isinstance(known, dict) and known.get("required") == _SILENT["required"]
