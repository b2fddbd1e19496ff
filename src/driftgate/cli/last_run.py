"""The last run of this checkout, for the commands that look back."""

from __future__ import annotations

from driftgate.cli.wiring import House
from driftgate.errors import UsageError
from driftgate.report.run import Run
from driftgate.report.stored import load_run


def last_run(here: House) -> Run:
    """The record of the last check. Raises UsageError where there is none, StorageError where it is damaged."""
    record = here.log.last_run()
    if record is None:
        raise UsageError("there is no run to look back on", where=str(here.log.runs), advice="run 'driftgate check' first")
    return load_run(record)
