"""Standard output and standard error: results to one, progress to the other, everything searched before it is written."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from typing import TextIO

from driftgate.errors import SafetyStop
from driftgate.report.neutral import neutral, neutral_lines
from driftgate.report.style import Style, coloured, plain
from driftgate.smoke.credential import Secret
from driftgate.smoke.search import exposes

WIDEST = 80


class Terminal:
    """Where a command writes. secrets: gives those taken so far, for the search; quiet: drop progress."""

    def __init__(
        self,
        out: TextIO,
        err: TextIO,
        environment: Mapping[str, str],
        secrets: Callable[[], Sequence[Secret]] = tuple,
        *,
        quiet: bool = False,
    ) -> None:
        self._out = out
        self._err = err
        self._environment = environment
        self._secrets = secrets
        self._quiet = quiet

    @property
    def taken(self) -> Sequence[Secret]:
        """The credentials that every output is searched for."""
        return self._secrets()

    @property
    def style(self) -> Style:
        """Colours only on a terminal that is not dumb, and never with ``NO_COLOR``."""
        wanted = self._out.isatty() and not self._environment.get("NO_COLOR") and self._environment.get("TERM") != "dumb"
        return coloured if wanted else plain

    @property
    def width(self) -> int:
        """Columns to write in: at most 80, fewer on a narrow terminal."""
        return min(WIDEST, shutil.get_terminal_size((WIDEST, 24)).columns) if self._out.isatty() else WIDEST

    def result(self, text: str) -> None:
        """Writes a finished, neutralised result to standard output at once. Raises SafetyStop if it holds a credential."""
        self._write(self._out, checked(text, self._secrets()))

    def progress(self, text: str) -> None:
        """Writes one line about what is going on to standard error. Raises SafetyStop as :meth:`result`."""
        if not self._quiet:
            self.error(neutral(text))

    def error(self, text: str) -> None:
        """Writes a message of one or more lines to standard error. Raises SafetyStop as :meth:`result`."""
        self._write(self._err, checked(neutral_lines(text), self._secrets()))

    def _write(self, stream: TextIO, text: str) -> None:
        stream.write(text if text.endswith("\n") else text + "\n")
        stream.flush()


def checked(text: str, secrets: Sequence[Secret]) -> str:
    """The same text, for a terminal or a file. Raises SafetyStop, saying nothing of the text, if it holds one of the secrets."""
    if any(exposes(text, secret) for secret in secrets):
        raise SafetyStop(
            "an output would have held the credential",
            why="every output is searched before it is written; this one was not written",
            advice="please report this; the credential did not leave, yet replace it if in doubt",
        )
    return text
