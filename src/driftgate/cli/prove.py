"""``driftgate prove``: the mutation score of the gate on the stored pages."""

from __future__ import annotations

import click

from driftgate.cli.options import config_option
from driftgate.errors import ExitCode


@click.command()
@click.argument("targets", nargs=-1, metavar="[TARGET]...")
@config_option
@click.option(
    "--at-least", type=click.FloatRange(0, 1), default=0.0, metavar="SHARE", help="Exit code 1 if fewer changes are caught."
)
@click.option("--misses", type=click.IntRange(min=0), default=10, show_default=True, help="How many misses are listed.")
def command(targets: tuple[str, ...], config_path: str, at_least: float, misses: int) -> int:
    """Plant contract changes and harmless ones in the stored pages of TARGET, and count what the gate would have done.

    Works on the evidence of the last clean check, or of the last check where none was clean; nothing is fetched and
    nothing is written.
    """
    from driftgate.cli.wiring import chosen, house, last_clean_pages
    from driftgate.pipeline.prove import prove, score_lines

    here = house(config_path)
    code = ExitCode.CLEAN
    for vendor, target in chosen(here.config, targets):
        here.terminal.progress(f"{target.id}: planting changes")
        pages, browser = last_clean_pages(here, target.id)
        score = prove(here.config, vendor, target, pages, here.snapshots, browser)
        here.terminal.result("\n".join(score_lines(target.id, score, misses)))
        if score.share < at_least:
            code = ExitCode.DRIFT
    return code
