"""``driftgate approve``: a person moves the snapshot forward."""

from __future__ import annotations

import os
import subprocess
import sys

import click

from driftgate.cli.options import config_option


@click.command()
@click.argument("target")
@config_option
@click.option(
    "--digest", "asked", metavar="DIGEST", help="Approve, without asking, just the contract that 'check' printed this digest of."
)
@click.option("--by", metavar="NAME", help="Who approves; default: git's user.name.")
@click.option("--note", metavar="TEXT", help="Why, in a sentence; asked for if left out.")
@click.option("--accept-removals", type=int, metavar="N", help="Confirm an unusual number of removed fields, by that number.")
def command(
    target: str, config_path: str, asked: str | None, by: str | None, note: str | None, accept_removals: int | None
) -> None:
    """Show what changed in TARGET, ask per change, and move its snapshot forward.

    What is approved is the contract that the last check showed and kept; nothing is fetched again. Without a terminal, or on CI,
    only --digest approves: nobody approves what nobody saw.
    """
    from driftgate.cli.review import shown, told
    from driftgate.cli.wiring import chosen, house
    from driftgate.pipeline.approve import Approval, approve, reviewed

    here = house(config_path)
    chosen(here.config, (target,))
    review = reviewed(here.snapshots, target, asked)
    if asked is None:
        refuse_unattended(target)
    here.terminal.result(shown(review))
    accepted = None if asked is not None else told(review)
    if accepted is not None and not accepted:
        here.terminal.result("Nothing was accepted; the snapshot stays as it is.")
        return
    if note is None:
        note = click.prompt("Why (one sentence)") if asked is None else ""
    approval = Approval(by=by or reviewer(), note=note, at=here.clock.now(), accepted=accepted, removals=accept_removals)
    here.terminal.result(f"approved: {approve(here.snapshots, review, approval)}")


def refuse_unattended(target: str) -> None:
    """Raises UsageError where nobody can have seen what would be approved."""
    from driftgate.errors import UsageError

    on_ci = bool(os.environ.get("CI"))
    if on_ci or not sys.stdin.isatty():
        raise UsageError(
            "nothing was approved: nobody is here to review it",
            where=target,
            why="this is a CI run" if on_ci else "standard input is no terminal",
            advice="review the report of 'driftgate check', then approve with the --digest it prints",
        )


def reviewer() -> str:
    """Who git says the person is; empty where it does not."""
    try:
        done = subprocess.run(["git", "config", "user.name"], capture_output=True, text=True, timeout=10, check=False)  # noqa: S607
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.strip()
