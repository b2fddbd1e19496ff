"""Local references of one document. A reference to another document is never followed."""

from __future__ import annotations

from urllib.parse import unquote

#: How many references in a row may lead to a further reference before the chain counts as endless.
LONGEST_CHAIN = 32


def target(document: object, reference: str) -> object | None:
    """What a local reference (``#/components/schemas/X``) points at, or None where it leads nowhere."""
    value = document
    for part in reference.removeprefix("#").split("/")[1:]:
        key = named(part)
        if isinstance(value, dict):
            value = value.get(key)
        elif isinstance(value, list) and key.isdecimal() and int(key[:9]) < len(value):
            value = value[int(key[:9])]
        else:
            return None
    return value


def named(token: str) -> str:
    """The key that one step of a reference means."""
    return key_of(unquote(token)) if "%" in token or "~" in token else token


def is_local(reference: str) -> bool:
    """Whether a reference stays inside its own document."""
    return reference.startswith("#")


def step(pointer: str, key: str | int) -> str:
    """The JSON pointer one step further down."""
    token = str(key)
    return f"{pointer}/{token_of(token) if '~' in token or '/' in token else token}"


def token_of(key: str) -> str:
    """A key as one step of a JSON pointer has it.

    >>> token_of("text/plain"), key_of("text~1plain")
    ('text~1plain', 'text/plain')
    """
    return key.replace("~", "~0").replace("/", "~1")


def key_of(token: str) -> str:
    """The key that one step of a JSON pointer has."""
    return token.replace("~1", "/").replace("~0", "~")
