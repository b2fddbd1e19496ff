"""``driftgate can-release``: the release question, answered from the last run."""

from __future__ import annotations

import click

from driftgate.cli.options import config_option
from driftgate.errors import ExitCode


@click.command()
@config_option
@click.option("--client", metavar="NAME", help="Only for this client: drifts that do not touch it do not count.")
@click.option(
    "--max-age", type=click.IntRange(min=1), default=24, show_default=True, metavar="HOURS", help="How old the run may be."
)
def command(config_path: str, client: str | None, max_age: int) -> int:
    """Say whether the last check allows a release. Needs no network.

    Exit code 0 for yes; else that of the verdict that stands against it, 3 where the last run is too old.
    """
    from driftgate.cli.last_run import last_run
    from driftgate.cli.wiring import house
    from driftgate.gate.release import answer

    here = house(config_path)
    run = last_run(here)
    lines = [(line.target, line.decision, line.exit_code) for line in run.targets]
    found = answer(lines, run.started_at, here.clock.now(), client=client, max_age=max_age)
    here.terminal.result("\n".join([f"can release: {'yes' if found.code == ExitCode.CLEAN else 'no'}", *found.reasons]))
    return found.code
