"""``driftgate diff``: any two of snapshot, page, URL, OpenAPI document, git revision."""

from __future__ import annotations

import click

from driftgate.cli.options import output_options


@click.command()
@click.argument("before", metavar="A")
@click.argument("after", metavar="B")
@click.option("--operation", metavar="'METHOD /path'", help="Compare only this operation.")
@click.option(
    "--fail-on",
    type=click.Choice(["breaking", "warning", "info", "never"]),
    default="info",
    show_default=True,
    help="The least severity that makes the exit code 1.",
)
@output_options
def command(before: str, after: str, operation: str | None, fail_on: str, format_name: str, output: str) -> int:
    """Compare A with B: a snapshot, a page, a URL, an OpenAPI document, or one of these files at a git revision (main:path).

    Whole documents are compared operation by operation. The same rules and formats as 'check'.
    """
    from driftgate.cli.output import deliver
    from driftgate.cli.sources import contracts_of, operation_of
    from driftgate.cli.wiring import SystemClock, terminal
    from driftgate.pipeline.diff import compared

    wanted = operation_of(operation)
    one, other = contracts_of(before, wanted), contracts_of(after, wanted)
    run = compared((before, one), (after, other), fail_on, SystemClock().now())
    deliver(terminal(), run, format_name, output)
    return run.exit_code
