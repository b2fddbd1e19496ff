"""``driftgate report``: the last run again."""

from __future__ import annotations

import click

from driftgate.cli.options import config_option, output_options


@click.command()
@config_option
@output_options
def command(config_path: str, format_name: str, output: str) -> int:
    """Print the last run again, in any format, with its exit code."""
    from driftgate.cli.last_run import last_run
    from driftgate.cli.output import deliver
    from driftgate.cli.wiring import house

    here = house(config_path)
    run = last_run(here)
    deliver(here.terminal, run, format_name, output)
    return run.exit_code
