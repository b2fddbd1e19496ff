"""``driftgate can-release``: the release question, answered from the last run."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import click

from driftgate.cli.options import config_option
from driftgate.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from driftgate.cli.wiring import House
    from driftgate.gate.release import Line, Release
    from driftgate.report.run import Run

WIDTH = 80


@click.command()
@config_option
@click.option("--client", metavar="NAME", help="Only for this client: drifts that do not touch it do not count.")
@click.option(
    "--max-age", type=click.IntRange(min=1), default=24, show_default=True, metavar="HOURS", help="How old the run may be."
)
def command(config_path: str, client: str | None, max_age: int) -> int:
    """Say whether the last check allows a release. Needs no network.

    Exit code 0 for yes; else that of the verdict that stands against it, 3 where the last run is too old, was offline, or
    left a target out.
    """
    from datetime import datetime

    from driftgate.cli.last_run import last_run
    from driftgate.cli.wiring import house
    from driftgate.gate.release import Looked, answer

    here = house(config_path)
    run = last_run(here)
    lines = _lines(here, run)
    if client is not None:
        _refuse_unknown(client, sorted({name for line in lines for name in line.clients if name}))
    looked = Looked(at=datetime.fromisoformat(run.started_at), offline=run.offline)
    found = answer(lines, looked, here.clock.now(), client=client, max_age=max_age, waivers=here.config.policy.waivers)
    here.terminal.result(_text(found, client, run))
    return found.code


def _lines(here: House, run: Run) -> tuple[Line, ...]:
    """Every configured target, with what the last run says of it and what has moved since."""
    from driftgate.gate.release import Line
    from driftgate.report.wording import failed

    ran = {line.target: line for line in run.targets}
    lines = []
    for _, target in here.config.targets():
        found, clients = ran.get(target.id), here.snapshots.clients(target.id)
        approved = here.snapshots.approved(target.id)
        moved = [
            f"the client contract {client.name}".rstrip()
            for client in clients
            if client.recorded and client.recorded.at > run.started_at
        ]
        moved += ["the snapshot"] if approved and approved.review and approved.review.at > run.started_at else []
        lines.append(
            Line(
                target=target.id,
                decision=found.decision if found else None,
                smoke_failed=any(failed(case) for case in found.smoke) if found else False,
                clients=tuple(client.name for client in clients),
                moved=tuple(f"{what} is newer than the last run" for what in moved),
            )
        )
    return tuple(lines)


def _refuse_unknown(client: str, known: list[str]) -> None:
    from difflib import get_close_matches

    if client in known:
        return
    near = get_close_matches(client[:130], known, n=1)
    raise UsageError(
        "there is no client contract of that name",
        where=ascii(client[:130]),
        why=f"recorded: {', '.join(known)}" if known else "no named client is recorded",
        advice=f"did you mean '{near[0]}'?" if near else "record it with 'driftgate record TARGET --client NAME'",
    )


def _text(found: Release, client: str | None, run: Run) -> str:
    from driftgate.report.neutral import inert, neutral

    asked = f"can release {client}" if client else "can release"
    lines = [f"{neutral(asked)}: {'yes' if found.code == ExitCode.CLEAN else 'no'} (last run {neutral(run.started_at)})"]
    for reason in found.reasons:
        lines += textwrap.wrap(neutral(reason), WIDTH, subsequent_indent="  ", break_on_hyphens=False)
    return inert("\n".join(lines))
