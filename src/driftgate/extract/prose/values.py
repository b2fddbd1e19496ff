"""Values as prose prints them: numbers with separators, words in quotes."""

from __future__ import annotations

import re

from driftgate.contract import FactValue


def number(text: str) -> int | float:
    """A printed number, without the separators between its thousands."""
    plain = text.replace(",", "").replace("_", "")
    return float(plain) if "." in plain else int(plain)


def scalar(text: str) -> FactValue:
    """A printed value: true, false, null or a number as such, anything else as text."""
    plain = text.strip().strip("`\"'“”‘’「」").strip()
    lowered = plain.lower()
    if lowered in ("true", "false"):
        return lowered == "true"
    if re.fullmatch(r"-?\d{1,15}", plain):
        return int(plain)
    if re.fullmatch(r"-?\d{1,15}\.\d{1,12}", plain):
        return float(plain)
    return plain
