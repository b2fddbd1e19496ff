"""The one place where exceptions become messages and exit codes.

A bug prints the exception's class and where it was raised, never its text: a third-party message may hold a credential.
"""

from __future__ import annotations

import errno
import io
import os
import sys
from contextlib import suppress
from shutil import get_terminal_size
from textwrap import TextWrapper
from typing import NoReturn

import click

from driftgate.errors import DriftgateError, ExitCode

#: Where the second line of a part of a message begins, and the narrowest terminal that is written for.
INDENT, NARROWEST = 9, 40

#: What writing to a standard stream may answer; a file of ours answers with a StorageError.
STREAM_ERRORS = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF})


def run(cli: click.Command, args: list[str] | None = None) -> NoReturn:
    """Runs the command line and exits with its code."""
    _mend_streams()
    try:
        code = cli.main(args=args, standalone_mode=False)
    except (click.exceptions.Abort, KeyboardInterrupt):
        _say("interrupted")
        _leave(ExitCode.INTERRUPTED)
    except click.ClickException as error:
        error.show()
        sys.exit(ExitCode.USAGE)
    except DriftgateError as error:
        _say(f"driftgate: {error}")
        sys.exit(error.exit_code)
    except (BrokenPipeError, SystemExit):  # click answers a reader that went away with exit code 1, which means drift
        _give_up_output()
        sys.exit(ExitCode.USAGE)
    except Exception as error:  # noqa: BLE001 - the edge: whatever it is, it is our bug and has its own exit code
        if isinstance(error, OSError) and error.errno in STREAM_ERRORS:
            _give_up_output()
            _say(f"driftgate: standard output could not be written\n  why:   {os.strerror(error.errno)}")
            sys.exit(ExitCode.USAGE)
        _say(_bug(error))
        sys.exit(ExitCode.BUG)
    sys.exit(code if isinstance(code, int) else ExitCode.CLEAN)


def _mend_streams() -> None:
    """A stream that was closed before the start swallows what is written; a character that one cannot encode is escaped."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123 - for as long as the process lives
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _give_up_output() -> None:
    """Lets what standard output still holds go nowhere: flushing it at the end would change the exit code."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _leave(code: ExitCode) -> NoReturn:
    """Ends the process without waiting for threads that still wait for a server."""
    import threading

    if threading.active_count() > 1:
        os._exit(code)
    sys.exit(code)


def _bug(error: Exception) -> str:
    """What a bug report needs: class and frames, no message and no locals."""
    import traceback

    frames = traceback.extract_tb(error.__traceback__)[-6:]
    places = [f"  {frame.filename.rsplit('driftgate/', 1)[-1]}:{frame.lineno} in {frame.name}" for frame in frames]
    return "\n".join(
        [f"driftgate: a bug in driftgate ({type(error).__name__}); no verdict was reached", *places, "  next:  report it"]
    )


def _say(text: str) -> None:
    from driftgate.report.neutral import neutral_lines

    with suppress(OSError):  # a full standard error must not change the exit code
        click.echo(_folded(neutral_lines(text)), err=True)


def _folded(text: str) -> str:
    """The text at the width of a terminal; what goes into a file or a log keeps its lines."""
    if not sys.stderr.isatty():
        return text
    fold = TextWrapper(
        width=max(get_terminal_size().columns, NARROWEST),
        subsequent_indent=" " * INDENT,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return "\n".join("\n".join(fold.wrap(line)) for line in text.splitlines())
