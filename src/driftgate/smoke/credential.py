"""The credential as a value that nothing prints, compares, copies or stores by accident."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NoReturn

from driftgate.errors import UsageError
from driftgate.smoke.traces import finder

SHORTEST, LONGEST = 16, 512

_SAFE = re.compile(r"[\x21-\x7e]*")


class Secret:
    """A credential. Only :meth:`reveal` gives it away, and only the API adapter calls that."""

    __slots__ = ("occurs_in", "reveal")

    def __init__(self, value: str) -> None:
        # Kept in closures, not attributes: a traceback with locals, vars() or a debugger's dump shows functions.
        self.reveal: Callable[[], str] = lambda: value
        self.occurs_in = finder(value)

    def __repr__(self) -> str:
        return "Secret(…)"

    __str__ = __repr__

    def __format__(self, _: str) -> str:
        return repr(self)

    def __eq__(self, _: object) -> bool:
        return False

    __hash__ = None  # type: ignore[assignment]

    def __reduce_ex__(self, _: object) -> NoReturn:
        raise TypeError("a Secret is not copied or stored")


def secret_from(text: str, variable: str) -> Secret:
    """The secret in an environment variable's text, one trailing newline dropped.

    Raises UsageError, naming the variable and the kind of fault but never the text.
    """
    value = text.removesuffix("\n").removesuffix("\r")
    fault = _fault(value)
    if fault:
        raise UsageError(
            "the credential cannot be used",
            where=f"environment variable {variable}",
            why=fault,
            advice="store the key as one plain line, without quotes",
        )
    return Secret(value)


def _fault(value: str) -> str:
    if not value:
        return "it is empty"
    if not _SAFE.fullmatch(value):
        return "it holds a space, a control character or a character outside ASCII"
    if len(value) < SHORTEST:
        return f"it is shorter than {SHORTEST} characters"
    return f"it is longer than {LONGEST} characters" if len(value) > LONGEST else ""
