"""``driftgate config``: check the configuration, or print its JSON Schema."""

from __future__ import annotations

import click

from driftgate.cli.options import config_option
from driftgate.config.schema import schema_text


@click.command()
@config_option
@click.option("--schema", "print_schema", is_flag=True, help="Print the JSON Schema of config.yaml.")
def command(config_path: str, print_schema: bool) -> None:
    """Check config.yaml and list its targets, or print the file's JSON Schema."""
    if print_schema:
        click.echo(schema_text(), nl=False)
        return
    from driftgate.cli.wiring import read_config

    config = read_config(config_path)
    for _, target in config.targets():
        click.echo(f"{target.id}  {target.operation}  {target.reference}")
