"""The one place where exceptions become messages and exit codes.

A bug prints the exception's class and where it was raised, never its text: a third-party message may hold a credential.
"""

from __future__ import annotations

import sys
from typing import NoReturn

import click

from driftgate.errors import DriftgateError, ExitCode


def run(cli: click.Command, args: list[str] | None = None) -> NoReturn:
    """Runs the command line and exits with its code."""
    try:
        code = cli.main(args=args, standalone_mode=False)
    except click.exceptions.Abort:
        _say("interrupted")
        sys.exit(ExitCode.INTERRUPTED)
    except click.ClickException as error:
        error.show()
        sys.exit(ExitCode.USAGE)
    except DriftgateError as error:
        _say(f"driftgate: {error}")
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        _say("interrupted")
        sys.exit(ExitCode.INTERRUPTED)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(ExitCode.USAGE)
    except Exception as error:  # noqa: BLE001 - the edge: whatever it is, it is our bug and has its own exit code
        _say(_bug(error))
        sys.exit(ExitCode.BUG)
    sys.exit(code if isinstance(code, int) else ExitCode.CLEAN)


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

    click.echo(neutral_lines(text), err=True)
