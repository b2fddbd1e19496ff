"""Every error a user can cause, and the exit codes.

An error here says *what* happened, *where*, *why* and what to do *next*. It never carries a credential,
nor text of a response or of a third-party exception: its words are fixed or come from the user's own files.
"""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """What the process answers; a script may rely on these numbers."""

    CLEAN = 0
    DRIFT = 1
    USAGE = 2
    UNVERIFIED = 3
    SMOKE_FAILED = 4
    UNREVIEWED = 5
    SAFETY_STOP = 6
    BUG = 70
    INTERRUPTED = 130


#: With several targets, the first of these that applies to any of them is the answer.
PRECEDENCE = (
    ExitCode.SAFETY_STOP,
    ExitCode.DRIFT,
    ExitCode.SMOKE_FAILED,
    ExitCode.UNREVIEWED,
    ExitCode.UNVERIFIED,
)


#: A place is shown whole up to here; what comes behind is a hostile name, not an address.
LONGEST_PLACE = 1000


class DriftgateError(Exception):
    """An expected failure. ``str()`` is the whole message, one part per line.

    what: one sentence; where: file, line, key or URL; why: the cause; advice: what to do next.
    """

    exit_code: ExitCode = ExitCode.USAGE

    def __init__(
        self,
        what: str,
        *,
        where: str | None = None,
        why: str | None = None,
        advice: str | None = None,
    ) -> None:
        self.what = what
        self.where = where if where is None else where[:LONGEST_PLACE]
        self.why = why
        self.advice = advice
        super().__init__(what)

    def __str__(self) -> str:
        parts = [self.what]
        parts += [f"  where: {self.where}"] if self.where else []
        parts += [f"  why:   {self.why}"] if self.why else []
        parts += [f"  next:  {self.advice}"] if self.advice else []
        return "\n".join(parts)


class UsageError(DriftgateError):
    """The command line asked for something that cannot be."""


class ConfigError(DriftgateError):
    """config.yaml is missing, broken or says something impossible."""


class SnapshotError(DriftgateError):
    """A snapshot or client contract cannot be read or may not be moved; it is left as it is."""


class StorageError(DriftgateError):
    """A file could not be written or locked; what was there before is still there."""


class Unverified(DriftgateError):
    """A page could not be fetched or read: neither clean nor drift."""

    exit_code = ExitCode.UNVERIFIED


class SafetyStop(DriftgateError):
    """A credential was about to go where it must not."""

    exit_code = ExitCode.SAFETY_STOP
