"""Colours as a function: what a text means in, what a terminal shows out."""

from __future__ import annotations

from collections.abc import Callable

#: Takes a text and its meaning (``good bad warn dim strong``), gives the text as it is to be shown.
Style = Callable[[str, str], str]

CODES = {"good": "32", "bad": "1;31", "warn": "33", "dim": "2", "strong": "1"}


def plain(text: str, _meaning: str) -> str:
    """The text as it is."""
    return text


def coloured(text: str, meaning: str) -> str:
    """The text between the terminal's codes for its meaning. Only neutralised text may be passed."""
    return f"\x1b[{CODES[meaning]}m{text}\x1b[0m"
