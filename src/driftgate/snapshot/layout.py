"""How a file of ours is written: plain data in, YAML text out, the same for the same data always.

A mapping that holds a mapping is a block, anything else is one line. Text is plain where no YAML reader could misread it, else
quoted in ASCII, so that direction marks and control characters show in a diff.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

from driftgate.errors import SnapshotError
from driftgate.snapshot.strict_yaml import is_ambiguous

#: Between brackets some readers take a question mark for one of their own.
_PLAIN = re.compile(r"[A-Za-z0-9_$/][A-Za-z0-9_$/.()<>|=;+@~*^: -]*\Z")
_PLAIN_KEY = re.compile(r"[A-Za-z_$(][A-Za-z0-9_$/.()<>\[\]{}+@*:-]*\Z")
_PLAIN_LINE = re.compile(r"[A-Za-z0-9_$/][A-Za-z0-9_$/.()<>|=;+@~*^:?\[\]{} -]*\Z")
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_SINGLE_LETTERS = frozenset("yYnN")
_LONGEST_SIMPLE_KEY = 1000  # YAML reads a key of more than 1024 characters only behind a question mark


def yaml_text(data: Mapping[str, object]) -> str:
    """The whole file. Raises SnapshotError for a number that no YAML reader would read back."""
    return "\n".join(_lines(data, "")) + "\n"


def _lines(data: Mapping[str, object], indent: str) -> list[str]:
    lines = []
    for key, value in data.items():
        if isinstance(value, Mapping) and any(isinstance(inner, Mapping) for inner in value.values()):
            lines += [f"{_key(key, indent)}:", *_lines(value, indent + "  ")]
        else:
            lines.append(f"{_key(key, indent)}: {_line(value)}")
    return lines


def _line(value: object) -> str:
    """A value that has its line to itself: brackets in it mean nothing there."""
    return value if isinstance(value, str) and _is_plain(value, _PLAIN_LINE) else flow_text(value)


def flow_text(value: object) -> str:
    """A value on one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_flow_key(key)}: {flow_text(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(flow_text, value)) + "]"
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, int | float):
        return _number(value)
    return _text(str(value))


def _number(value: int | float) -> str:
    """A spelling that YAML 1.1 and 1.2 read alike: a float has a point, an exponent a sign."""
    if isinstance(value, int):
        return str(value)
    if not math.isfinite(value):
        raise SnapshotError("a number of the contract is not finite", advice="report the page: its limit cannot be a real one")
    digits = repr(value)
    if "e" not in digits:
        return digits
    mantissa, exponent = digits.split("e")
    return f"{mantissa if '.' in mantissa else mantissa + '.0'}e{int(exponent):+d}"


def _key(text: str, indent: str) -> str:
    """A key with its indent, as far as the colon."""
    key = text if _is_plain(text, _PLAIN_KEY) else quoted(text)
    return f"{indent}{key}" if len(key) < _LONGEST_SIMPLE_KEY else f"{indent}? {key}\n{indent}"


def _flow_key(text: str) -> str:
    key = _text(text)
    return key if len(key) < _LONGEST_SIMPLE_KEY else f"? {key} "


def _text(text: str) -> str:
    return text if _is_plain(text, _PLAIN) else quoted(text)


def _is_plain(text: str, alphabet: re.Pattern[str]) -> bool:
    return (
        bool(alphabet.match(text))
        and not is_ambiguous(text)
        and text not in _SINGLE_LETTERS
        and ": " not in text
        and text[-1] not in ": "
    )


def quoted(text: str) -> str:
    """The text in double quotes, in printable ASCII. A lone surrogate, which is no character, becomes U+FFFD."""
    return '"' + "".join(_ESCAPES.get(char) or _escaped(char) for char in text) + '"'


def _escaped(char: str) -> str:
    code = ord(char)
    if 0x20 <= code < 0x7F:
        return char
    if 0xD800 <= code < 0xE000:
        return "\\uFFFD"
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"
