"""``driftgate extract``: a page or file in, the contract it documents out."""

from __future__ import annotations

import click

from driftgate.cli.options import browser_option


@click.command()
@click.argument("page", metavar="URL|FILE")
@click.option("--operation", metavar="'METHOD /path'", help="The operation to read; needed where the page documents several.")
@click.option(
    "-f",
    "--format",
    "format_name",
    type=click.Choice(["yaml", "json", "openapi"]),
    default="yaml",
    show_default=True,
    help="How the contract is printed.",
)
@click.option(
    "--explain", is_flag=True, help="Show for every field where on the page it stands, who read it and how surely; list the gaps."
)
@click.option("--list", "list_only", is_flag=True, help="Only list the operations that the page documents.")
@click.option("--all", "every", is_flag=True, help="Print every operation that the page documents.")
@click.option("--no-twins", is_flag=True, help="Read the page itself only, none of its machine-readable twins.")
@browser_option
@click.option(
    "-o", "--output", default="-", show_default=True, metavar="FILE", help="Where the contract goes; - is standard output."
)
def command(
    page: str,
    operation: str | None,
    format_name: str,
    explain: bool,
    list_only: bool,
    every: bool,
    no_twins: bool,
    browser: bool,
    output: str,
) -> None:
    """Print the contract that a documentation page, or a saved file of one, documents.

    Fields that the page does not state are left out, never guessed. Exit code 3 if there is nothing to read, with the reason.
    """
    from driftgate.cli.output import write
    from driftgate.cli.sources import drawn_operation, operation_of, pages_of
    from driftgate.cli.wiring import terminal
    from driftgate.errors import Unverified
    from driftgate.pipeline.contracts import contracts_on
    from driftgate.pipeline.extract import all_text, contract_text, explained, listed, not_understood, read_one

    wanted = operation_of(operation)
    pages = pages_of(page, twins=not no_twins, drawn=drawn_operation(wanted, browser=browser))
    if list_only:
        write(terminal(), listed(pages), output)
        return
    if every:
        write(terminal(), all_text(contracts_on(pages, wanted), format_name), output)
        return
    try:
        reading = read_one(pages, wanted)
    except Unverified:
        if explain and (story := not_understood(pages)):
            write(terminal(), story, output)
        raise
    write(terminal(), explained(reading) if explain else contract_text(reading, format_name), output)
