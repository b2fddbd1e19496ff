"""``driftgate explain``: a rule's page, or one drift of the last run."""

from __future__ import annotations

import re

import click

from driftgate.cli.options import config_option

#: A fingerprint, or enough of its first digits; no rule is called so.
FINGERPRINT = re.compile(r"[0-9a-f]{6,12}")


@click.command()
@click.argument("what", metavar="RULE|FINGERPRINT")
@config_option
def command(what: str, config_path: str) -> None:
    """Explain a rule by its id, or one drift of the last run by its fingerprint or its first digits."""
    if not FINGERPRINT.fullmatch(what):
        from driftgate.rules.explain import explain

        click.echo(explain(what))
        return
    from driftgate.cli.drift_story import story
    from driftgate.cli.last_run import last_run
    from driftgate.cli.wiring import house

    here = house(config_path)
    here.terminal.result(story(what, last_run(here), here.snapshots))
