"""The traces a secret could leave in a text: itself, parts of it, and its usual encodings. Pure; knows no files and no names."""

from __future__ import annotations

import base64
import html
import re
from collections.abc import Callable
from urllib.parse import unquote

#: Any run of so many characters of a secret betrays it.
WINDOW = 8

#: A run of so many is a trace even where it reads like a word or a number (a vendor's prefix, a date).
LONG_WINDOW = 16

#: Base64 characters that hold at least one window of plain characters, however it is aligned.
BASE64_WINDOW = 12

#: Beyond so many needles a walk over the text is faster than a search for each.
MANY = 400

_WORD_OR_NUMBER = re.compile(r"[A-Z]?[a-z._-]*|[A-Z._-]*|[0-9._-]*")
_BACKSLASHED = re.compile(r"\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2}))")
_SEPARATORS = re.compile(r"[^A-Za-z0-9]+")


def finder(secret: str) -> Callable[[str], bool]:
    """A function that tells whether a text holds a trace of this secret."""
    plain, lower, squeezed = _plain_needles(secret), _lower_needles(secret), _squeezed_needles(secret)

    def finds(text: str) -> bool:
        decoded = _decoded(text)
        views = ((text, plain), (decoded, plain), (text.lower(), lower), (_squeeze(decoded), squeezed))
        return any(_holds(view, needles) for view, needles in views)

    return finds


def _holds(view: str, needles: frozenset[str]) -> bool:
    """Whether any needle stands in a view. Of a long secret there are thousands: one walk per length is faster."""
    if len(needles) <= MANY:
        return any(needle in view for needle in needles)
    sizes = {len(needle) for needle in needles}
    return any(view[start : start + size] in needles for size in sizes for start in range(len(view) - size + 1))


def _plain_needles(secret: str) -> frozenset[str]:
    needles = {secret, secret[::-1]} | _windows(secret, WINDOW) | _windows(secret[::-1], WINDOW)
    for offset in range(3):
        encoded = base64.b64encode(b"\0" * offset + secret.encode()).decode().rstrip("=")
        inner = encoded[offset + 1 if offset else 0 : -1]  # the outermost characters depend on the neighbours
        for spelling in (inner, inner.replace("+", "-").replace("/", "_")):
            needles |= _windows(spelling, BASE64_WINDOW)
    return frozenset(needles)


def _lower_needles(secret: str) -> frozenset[str]:
    digits = secret.encode().hex()
    hexadecimal = {digits[start : start + 2 * WINDOW] for start in range(0, len(digits) - 2 * WINDOW + 1, 2)}
    base32 = base64.b32encode(secret.encode()).decode().rstrip("=").lower()
    return frozenset({secret.lower(), base32[:-1]} | hexadecimal)


def _squeezed_needles(secret: str) -> frozenset[str]:
    return frozenset(_windows(_squeeze(secret), WINDOW) | _windows(_squeeze(secret.encode().hex(" ")), LONG_WINDOW))


def _windows(text: str, size: int) -> set[str]:
    telling = {piece for piece in _pieces(text, size) if not _says_little(piece)}
    return telling | {piece for piece in _pieces(text, LONG_WINDOW) if len(set(piece)) > 3}


def _pieces(text: str, size: int) -> set[str]:
    return {text[start : start + size] for start in range(len(text) - size + 1)}


def _says_little(piece: str) -> bool:
    return len(set(piece)) < 4 or _WORD_OR_NUMBER.fullmatch(piece) is not None


def _decoded(text: str) -> str:
    """The text with entities, percent signs and backslash escapes read, as a browser or a JSON reader would."""
    return unquote(_BACKSLASHED.sub(_character, html.unescape(text)), errors="replace")


def _character(match: re.Match[str]) -> str:
    code = int(next(group for group in match.groups() if group), 16)
    return chr(code) if code < 0x110000 else ""


def _squeeze(text: str) -> str:
    """Letters and digits alone: a secret wrapped over lines or spaced out is whole again."""
    return _SEPARATORS.sub("", text)
