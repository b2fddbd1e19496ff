"""``driftgate check``: the main job."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from driftgate.cli.options import config_option, output_options, quiet_option

if TYPE_CHECKING:
    from driftgate.cli.wiring import House


@click.command()
@click.argument("targets", nargs=-1, metavar="[TARGET]...")
@config_option
@output_options
@click.option("--offline", is_flag=True, help="Repeat from the stored evidence, without the network; sends no smoke request.")
@click.option("--no-smoke", is_flag=True, help="Send no smoke request, even if everything is clean.")
@click.option("--require-smoke", is_flag=True, help="Fail (exit 4) if a clean target could not be smoke tested.")
@click.option("--prove", is_flag=True, help="Put the mutation score of every target that could be read into the report.")
@click.option("--note", default="", metavar="TEXT", help="One line for the smoke log, at most 500 characters.")
@quiet_option
def command(
    targets: tuple[str, ...],
    config_path: str,
    format_name: str,
    output: str,
    offline: bool,
    no_smoke: bool,
    require_smoke: bool,
    prove: bool,
    note: str,
    quiet: bool,
) -> int:
    """Fetch the documentation, compare it, judge it; run the smoke requests only if nothing drifted.

    Checks every configured TARGET (vendor/name), or the ones named. Never writes a snapshot: a contract that differs is kept
    as pending, for 'driftgate approve'.
    """
    from driftgate.adapters.terminal import checked
    from driftgate.cli.doors import door_of, is_refused, visit_of
    from driftgate.cli.output import deliver
    from driftgate.cli.wiring import chosen, documentation, house, new_run_id
    from driftgate.errors import ExitCode
    from driftgate.gate.verdict import Verdict
    from driftgate.pipeline.run import World, check_all
    from driftgate.report.stored import dump_run

    if require_smoke and (no_smoke or offline):
        raise click.UsageError("--require-smoke goes neither with --no-smoke nor with --offline.")
    here = house(config_path, quiet=quiet)
    wanted = chosen(here.config, targets)
    shut = "--offline" if offline else "--no-smoke" if no_smoke else ""
    doors = {vendor.id: door_of(here, vendor, shut) for vendor, _ in wanted}
    run_id = new_run_id(here.clock.now())
    open_request = here.log.open_intent()
    if open_request:
        here.terminal.progress(f"an earlier smoke request was sent and its outcome is not known: {open_request}")
    with documentation(here, offline=offline) as (pages, browser, evidence):
        world = World(
            config=here.config,
            pages=pages,
            snapshots=here.snapshots,
            proofs=here.proofs,
            visit=visit_of(here, required=require_smoke, note=note),
            say=here.terminal.progress,
            doors=doors,
            offline=offline,
            prove=prove,
            browser=browser,
        )
        run = check_all(world, wanted, run_id)
        clean = [line.target for line in run.targets if line.verdict is Verdict.CLEAN]
        evidence.finish(run_id, here.clock.now(), clean)
    if evidence.problem:
        here.terminal.progress(evidence.problem)
    keep(here, checked(dump_run(run), here.terminal.taken))
    deliver(here.terminal, run, format_name, output)
    return ExitCode.USAGE if run.exit_code == ExitCode.CLEAN and any(map(is_refused, doors.values())) else run.exit_code


def keep(here: House, record: str) -> None:
    """Keeps the record of a run. Where it cannot be written, that is said; the verdict stands."""
    from driftgate.errors import StorageError

    try:
        here.log.run(record)
    except StorageError as error:
        here.terminal.error(f"the record of this run was not kept: {error}")
