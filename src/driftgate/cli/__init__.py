"""The command line: parse, build the adapters, call one library function, render, answer with an exit code."""

from __future__ import annotations

import click

from driftgate import __version__
from driftgate.cli.boundary import run
from driftgate.cli.lazy import LazyGroup

#: name, module, one line of help. Modules are imported only when their command runs, so that ``--help`` stays quick.
COMMANDS = (
    ("init", "driftgate.cli.init", "Write the config entry and a pending contract for a reference page."),
    ("check", "driftgate.cli.check", "Fetch, compare, judge; run the smoke requests only if nothing drifted."),
    ("approve", "driftgate.cli.approve", "Move a snapshot forward after review."),
    ("extract", "driftgate.cli.extract", "Print the contract that a page or file documents."),
    ("diff", "driftgate.cli.diff", "Compare two snapshots, pages, OpenAPI documents or git revisions."),
    ("smoke", "driftgate.cli.smoke", "Show or run the smoke requests of targets whose last check was clean."),
    ("record", "driftgate.cli.record", "Record what your client sends and reads, from a HAR or an example."),
    ("report", "driftgate.cli.report", "Print the last run again, in any format."),
    ("can-release", "driftgate.cli.can_release", "Answer the release question from the last run, offline."),
    ("prove", "driftgate.cli.prove", "Plant changes in the stored page and count how many the gate catches."),
    ("rules", "driftgate.cli.rules", "List the rules."),
    ("explain", "driftgate.cli.explain", "Explain a rule, or one drift of the last run."),
    ("config", "driftgate.cli.config", "Check the configuration, or print its JSON Schema."),
    ("doctor", "driftgate.cli.doctor", "Look at the set-up and say what is missing."),
    ("demo", "driftgate.cli.demo", "Show the whole job on loopback, without network or credential."),
)


@click.group(
    cls=LazyGroup,
    commands_table=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 clean, 1 drift, 2 usage, 3 could not verify, 4 smoke failed, 5 review needed, 6 safety stop.",
)
@click.version_option(__version__, prog_name="driftgate")
def cli() -> None:
    """Check an API client against the vendor's documentation.

    Fetches the official reference page, extracts the documented contract, diffs it against the approved snapshot
    and against what your client sends and reads, and runs live smoke requests only when nothing drifted.
    """


def main() -> None:
    """The console script: runs the command and exits with its code; never returns."""
    run(cli)
