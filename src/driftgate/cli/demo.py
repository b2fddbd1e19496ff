"""``driftgate demo``: the whole job on loopback."""

from __future__ import annotations

import click

from driftgate.demo.story import play


@click.command()
def command() -> None:
    """Show the whole job against a documentation site and an API on loopback.

    Needs no network and no credential of yours; plays in a temporary folder. The vendor is made up.
    """
    play(click.echo)
