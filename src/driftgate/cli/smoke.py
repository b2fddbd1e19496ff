"""``driftgate smoke``: the smoke requests alone, through a gate that the last check found open."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import click

from driftgate.cli.options import config_option, output_options, quiet_option

if TYPE_CHECKING:
    from driftgate.cli.wiring import House
    from driftgate.config.model import Target, Vendor
    from driftgate.report.run import Run, TargetRun


@click.command()
@click.argument("targets", nargs=-1, metavar="[TARGET]...")
@config_option
@output_options
@click.option("--plan", "plan_only", is_flag=True, help="Show the requests that would be sent, and send nothing.")
@click.option(
    "--max-age",
    type=click.IntRange(min=1),
    default=60,
    show_default=True,
    metavar="MINUTES",
    help="How old the clean check may be.",
)
@click.option("--note", default="", metavar="TEXT", help="One line for the smoke log, at most 500 characters.")
@quiet_option
def command(
    targets: tuple[str, ...],
    config_path: str,
    format_name: str,
    output: str,
    plan_only: bool,
    max_age: int,
    note: str,
    quiet: bool,
) -> int:
    """Send the smoke requests of targets that the last check found clean, at most two for each.

    The gate is that check's: a target that was not clean, that was reviewed anew since, or whose check is too old gets none.
    """
    from driftgate.cli.last_run import last_run
    from driftgate.cli.output import deliver
    from driftgate.cli.wiring import chosen, house
    from driftgate.errors import ExitCode

    here = house(config_path, quiet=quiet)
    wanted = chosen(here.config, targets)
    if plan_only:
        here.terminal.result("\n".join(line for vendor, target in wanted for line in plan_lines(here, vendor, target)))
        return ExitCode.CLEAN
    run = last_run(here)
    refuse_old(run, here.clock.now(), max_age)
    lines = tuple(visited(here, vendor, target, run, note) for vendor, target in wanted)
    again = replace(run, targets=lines)
    deliver(here.terminal, again, format_name, output)
    return again.exit_code


def visited(here: House, vendor: Vendor, target: Target, run: Run, note: str) -> TargetRun:
    """The target's line of the last run with its smoke results. Raises UsageError where the gate is not known to be open."""
    from driftgate.cli.doors import door_of, visit_of
    from driftgate.errors import UsageError
    from driftgate.pipeline.doors import through

    line = next((line for line in run.targets if line.target == target.id), None)
    approved = here.snapshots.approved(target.id)
    reviewed_at = approved.review.at if approved and approved.review else ""
    if line is None or line.reviewed_at != reviewed_at:
        raise UsageError(
            "the last check does not speak of this snapshot",
            where=target.id,
            advice="run 'driftgate check', which smoke tests too",
        )
    return through(visit_of(here, required=True, note=note), door_of(here, vendor), vendor, target, here.snapshots, line)


def refuse_old(run: Run, now: datetime, max_age: int) -> None:
    """Raises UsageError where the last check says nothing about the docs as they are now."""
    from driftgate.errors import UsageError

    age = now - datetime.fromisoformat(run.started_at)
    if not timedelta(minutes=-5) <= age <= timedelta(minutes=max_age) or run.offline:
        why = "it was repeated offline" if run.offline else f"it is {age.total_seconds() / 60:.0f} minutes old"
        raise UsageError("the last check does not open the gate", why=why, advice="run 'driftgate check', which smoke tests too")


def plan_lines(here: House, vendor: Vendor, target: Target) -> list[str]:
    """What would be sent for a target: method, address and field names, no values."""
    import json
    import os

    from driftgate.errors import UsageError
    from driftgate.smoke.fill import Refused
    from driftgate.smoke.plan import plan

    approved = here.snapshots.approved(target.id)
    if approved is None:
        raise UsageError("no approved snapshot yet", where=target.id, advice="run 'driftgate check', then approve")
    header = vendor.credential.header if vendor.credential else "Authorization"
    lines = [target.id]
    for case in target.smoke:
        planned = plan(case, approved.contract, vendor.base_url, os.environ, header)
        if isinstance(planned, Refused):
            lines.append(f"  {case.name}: not sent: {planned.reason}")
            continue
        names = ", ".join(json.loads(planned.body)) if planned.body else "no body"
        lines.append(f"  {case.name}: {planned.method} {planned.url}  ({names})")
    return lines
