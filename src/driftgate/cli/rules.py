"""``driftgate rules``: the table of rules."""

from __future__ import annotations

import click


@click.command()
@click.option("--severity", type=click.Choice(["breaking", "warning", "info"]), help="Only rules of this severity.")
def command(severity: str | None) -> None:
    """List the rules: severity, id, and what it means in a line."""
    from driftgate.rules import RULES
    from driftgate.rules.explain import why

    for rule in sorted(RULES, key=lambda rule: (rule.severity.rank, rule.id)):
        if severity in (None, str(rule.severity)):
            click.echo(f"{rule.severity:<9} {rule.id}\n          {why(rule.id)}")
